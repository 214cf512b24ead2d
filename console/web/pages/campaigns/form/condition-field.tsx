// A condition, written as the documents have it, with the sentence that it says. What cannot be read stays here and does
// not reach the campaign.
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parse, stringify } from 'yaml';
import { condition } from '../../../../../workflows/conditions/condition.ts';
import { sentence } from '../../../../../workflows/conditions/sentence.ts';
import type { FieldParts } from './schema-fields.tsx';

export function ConditionField({ label, value, isRequired, isReadOnly, onChange }: FieldParts) {
  const { t } = useTranslation();
  if (value === undefined)
    return (
      <Group>
        <Button
          variant="default"
          size="xs"
          disabled={isReadOnly}
          onClick={() => onChange({ op: 'everyone' })}
        >
          {t('Add a condition: {{label}}', { label })}
        </Button>
      </Group>
    );
  return <Written {...{ label, value, isRequired, isReadOnly, onChange }} />;
}

type WrittenParts = Omit<FieldParts, 'schema'>;

function Written({ label, value, isRequired, isReadOnly, onChange }: WrittenParts) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string>();
  const text = draft ?? stringify(value).trim();
  const fault = draft === undefined ? undefined : faultOf(draft);
  const change = (to: string) => {
    setDraft(to);
    const made = readObject(to);
    if (made) onChange(made);
  };
  return (
    <Stack gap={4}>
      <Textarea
        label={label}
        description={t('As in the documents, in YAML: op, and what it asks.')}
        required={isRequired}
        readOnly={isReadOnly}
        autosize
        minRows={3}
        dir="ltr"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        error={fault && t('This cannot be read yet: the campaign keeps what was there.')}
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => fault === undefined && setDraft(undefined)}
      />
      <Text size="xs" dir="auto">
        {inWords(value) ?? t('Not complete yet')}
      </Text>
      {!isRequired && !isReadOnly && (
        <Group>
          <Button
            variant="subtle"
            size="compact-xs"
            color="gray"
            onClick={() => onChange(undefined)}
          >
            {t('Take the condition away')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function readObject(text: string): object | undefined {
  try {
    const made: unknown = parse(text);
    return typeof made === 'object' && made !== null && !Array.isArray(made) ? made : undefined;
  } catch {
    return undefined;
  }
}

const faultOf = (text: string): true | undefined => (readObject(text) ? undefined : true);

/** Undefined while it is no condition. */
export function inWords(value: unknown): string | undefined {
  const read = condition.safeParse(value);
  return read.success ? sentence(read.data) : undefined;
}
