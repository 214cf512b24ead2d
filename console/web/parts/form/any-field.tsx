// Any one field, by what its schema says it is; and those that are made of others: objects, and one of several.
import { Fieldset, Select, Stack, Switch } from '@mantine/core';
import type { FC } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionField } from './condition-field.tsx';
import { type FieldParts, givenOf, wordsOf } from './field.ts';
import { FiltersField } from './filters-field.tsx';
import { ListField } from './list-field.tsx';
import { NamesField } from './names-field.tsx';
import { OffsetField } from './offset-field.tsx';
import { ScalarField } from './scalar-field.tsx';
import { choiceAt, choicesOf, choiceTitle, emptyOf, type Schema } from './schema.ts';
import { SchemaFields } from './schema-fields.tsx';

/** What is told by its format, whatever it is made of. */
const byFormat: Readonly<Record<string, FC<FieldParts>>> = {
  condition: ConditionField,
  filters: FiltersField,
  offset: OffsetField,
};

export function Field(parts: FieldParts) {
  const { schema } = parts;
  const choices = choicesOf(schema);
  const Formatted = byFormat[schema.format ?? ''];
  if (Formatted) return <Formatted {...parts} />;
  if (choices?.every((one) => one.type === 'string')) return <ScalarField {...parts} />;
  if (choices) return <ChoiceField {...parts} choices={choices} />;
  if (schema.type === 'array') return <ListField {...parts} />;
  if (schema.type !== 'object') return <ScalarField {...parts} />;
  return schema.properties ? <ObjectField {...parts} /> : <NamesField {...parts} />;
}

/** One that may be absent, and does not stand for itself then, is switched on and off; one that must be there stands among the others. */
function ObjectField({ label, isRequired, onChange, ...parts }: FieldParts) {
  const { t } = useTranslation();
  const { schema, value, isReadOnly } = parts;
  const inner = <SchemaFields {...parts} onChange={onChange} />;
  if (isRequired || schema.default !== undefined)
    return schema.title ? <Fieldset legend={label}>{inner}</Fieldset> : inner;
  return (
    <Stack gap="xs">
      <Switch
        label={label}
        description={schema.description && t(schema.description)}
        checked={value !== undefined}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.currentTarget.checked ? emptyOf(schema) : undefined)}
      />
      {value !== undefined && <Fieldset>{inner}</Fieldset>}
    </Stack>
  );
}

interface ChoiceParts extends FieldParts {
  readonly choices: readonly Schema[];
}

function ChoiceField({ choices, ...parts }: ChoiceParts) {
  const { isRequired, isReadOnly, onChange } = parts;
  const { t } = useTranslation();
  const given = givenOf(parts);
  const at = given === undefined ? -1 : choiceAt(choices, given);
  const chosen = choices[at];
  const hasMore = chosen !== undefined && chosen.const === undefined && !isFlag(chosen);
  const { error, ...words } = wordsOf(parts, t);
  return (
    <Stack gap="xs">
      <Select
        {...words}
        error={hasMore ? undefined : error}
        data={choices.map((one, index) => ({ value: String(index), label: t(choiceTitle(one)) }))}
        value={at < 0 ? null : String(at)}
        placeholder={t('Choose one')}
        clearable={!isRequired && parts.schema.default === undefined}
        disabled={isReadOnly}
        allowDeselect={false}
        onChange={(to) => onChange(to === null ? undefined : emptyOf(choices[Number(to)] ?? {}))}
      />
      {hasMore && (
        <Stack
          gap="sm"
          ps="md"
          style={{ borderInlineStart: '2px solid var(--mantine-color-default-border)' }}
        >
          <Chosen {...parts} value={given} chosen={chosen} />
        </Stack>
      )}
    </Stack>
  );
}

/** { business_hours: true }: nothing is left to be said of it. */
const isFlag = ({ properties = {} }: Schema): boolean => {
  const all = Object.values(properties);
  return all.length > 0 && all.every((one) => one.const !== undefined);
};

/** What is emptied stays chosen. */
function Chosen({ chosen, ...parts }: FieldParts & { readonly chosen: Schema }) {
  const { t } = useTranslation();
  const onChange = (to: unknown) => parts.onChange(to ?? emptyOf(chosen));
  if (chosen.type === 'object' && chosen.properties)
    return <SchemaFields {...parts} schema={chosen} onChange={onChange} />;
  const label = chosen.title ? t(chosen.title) : parts.label;
  return <Field {...parts} {...{ label, onChange }} schema={chosen} isRequired />;
}
