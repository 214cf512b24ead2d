// What is asked of one event: conditions about its properties, line by line. What has no line is shown as code.
import { Input } from '@mantine/core';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { isDrawn } from '../condition/drawn.ts';
import { CodeField } from '../condition/fields/code-field.tsx';
import { WhereFields } from '../condition/fields/where-fields.tsx';
import { changed, type Rule } from '../condition/rule.ts';
import { type FieldParts, wordsOf } from './field.ts';
import { FormPlace } from './form-place.ts';

export function FiltersField(parts: FieldParts) {
  const { value, isReadOnly, onChange } = parts;
  const { t } = useTranslation();
  const { event = '' } = useContext(FormPlace);
  // As if it had been asked whether somebody did it.
  const rule = changed({ op: 'performed', event }, { where: value });
  const replace = (to: Rule) => onChange(to.where);
  return (
    <Input.Wrapper {...wordsOf(parts, t)} labelElement="div">
      {isDrawn(rule) ? (
        <WhereFields
          {...{ rule, isReadOnly }}
          of="where"
          set={(by) => replace(changed(rule, by))}
        />
      ) : (
        <CodeField {...{ rule, isReadOnly, replace }} />
      )}
    </Input.Wrapper>
  );
}
