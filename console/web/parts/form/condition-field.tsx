// A condition as it reads, and beneath it, when somebody wants to change it, the builder. However unfinished it is, it is kept.
import { Button, Collapse, Group, Input, Paper, Text } from '@mantine/core';
import { useContext, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder } from '../condition/condition-builder.tsx';
import { ConditionPhrase } from '../condition/condition-sentence.tsx';
import { asGroup, isRule, type Rule } from '../condition/rule.ts';
import { useFault } from '../condition/use-fault.ts';
import { faultWords } from '../said/faults.ts';
import { type FieldParts, wordsOf } from './field.ts';
import { FormPlace } from './form-place.ts';

const blank: Rule = { op: 'and', rules: [] };

export function ConditionField(parts: FieldParts) {
  const { label, value, isRequired, isReadOnly, problems, onChange } = parts;
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { isInCampaign, event } = useContext(FormPlace);
  const builder = useId();
  const rule = isRule(value) ? value : undefined;
  const error = useErrorOf(parts);
  const begin = () => {
    if (rule === undefined) onChange(blank);
    setOpen(!isOpen);
  };
  return (
    <Input.Wrapper {...wordsOf(parts, t)} error={error} labelElement="div">
      <Paper withBorder radius="md" p="sm" mt={4} role="group" aria-label={label}>
        {!isOpen && <Said rule={rule} />}
        <Collapse expanded={isOpen} id={builder}>
          {isOpen && (
            <ConditionBuilder
              value={rule}
              {...{ onChange, isReadOnly, isInCampaign }}
              {...(event !== undefined && { event })}
              isChecked={problems.length > 0}
            />
          )}
        </Collapse>
        <Group gap="xs" mt="xs">
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={isOpen}
            aria-controls={builder}
            disabled={isReadOnly && rule === undefined}
            onClick={begin}
          >
            <Deed isOpen={isOpen} isThere={rule !== undefined} />
          </Button>
          {rule !== undefined && !isRequired && !isReadOnly && (
            <Button
              variant="subtle"
              size="compact-sm"
              color="gray"
              onClick={() => {
                setOpen(false);
                onChange(undefined);
              }}
            >
              {t('Take the condition away')}
            </Button>
          )}
        </Group>
      </Paper>
    </Input.Wrapper>
  );
}

function Deed({ isOpen, isThere }: { readonly isOpen: boolean; readonly isThere: boolean }) {
  const { t } = useTranslation();
  if (isOpen) return t('Close the builder');
  return isThere ? t('Change the condition') : t('Add a condition');
}

function Said({ rule }: { readonly rule: Rule | undefined }) {
  const { t } = useTranslation();
  if (rule === undefined || asGroup(rule).rules.length === 0)
    return <Text size="sm">{t('Nothing is asked yet.')}</Text>;
  return <ConditionPhrase value={rule} />;
}

/** What the rule language says itself is said in the builder, condition by condition. */
function useErrorOf({ value, problems }: FieldParts): string | undefined {
  const { t } = useTranslation();
  const fault = useFault(isRule(value) ? value : undefined);
  const [first] = problems;
  if (!first) return undefined;
  return fault === undefined
    ? faultWords(first.message, t)
    : t('The conditions are not complete yet.');
}
