// A condition in fields, or written as the documents have it. Text that cannot be read stays here and does not reach the
// campaign.
import { Button, Fieldset, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parse, stringify } from 'yaml';
import { condition } from '../../../../workflows/conditions/condition.ts';
import { sentence } from '../../../../workflows/conditions/sentence.ts';
import { ConditionBuilder } from '../condition/condition-builder.tsx';
import type { Rule } from '../condition/rule.ts';
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
          onClick={() => onChange({ op: 'and', rules: [] })}
        >
          {t('Add a condition: {{label}}', { label })}
        </Button>
      </Group>
    );
  return <Written {...{ label, value, isRequired, isReadOnly, onChange }} />;
}

type WrittenParts = Omit<FieldParts, 'schema'>;

function Written(parts: WrittenParts) {
  const { label, value, isRequired, isReadOnly, onChange } = parts;
  const { t } = useTranslation();
  const [isText, setText] = useState(false);
  return (
    <Fieldset legend={label} p="sm">
      <Stack gap="xs">
        {isText ? (
          <AsText {...parts} />
        ) : (
          <ConditionBuilder
            value={value as Rule}
            onChange={onChange}
            isReadOnly={isReadOnly}
            isInCampaign
          />
        )}
        <Group gap="xs">
          <Button variant="subtle" size="compact-xs" onClick={() => setText(!isText)}>
            {isText ? t('In fields') : t('As YAML')}
          </Button>
          {!isRequired && !isReadOnly && (
            <Button
              variant="subtle"
              size="compact-xs"
              color="gray"
              onClick={() => onChange(undefined)}
            >
              {t('Take the condition away')}
            </Button>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
}

function AsText({ label, value, isReadOnly, onChange }: WrittenParts) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string>();
  const text = draft ?? stringify(value).trim();
  const isBroken = draft !== undefined && !readObject(draft);
  const change = (to: string) => {
    setDraft(to);
    const made = readObject(to);
    if (made) onChange(made);
  };
  return (
    <Textarea
      aria-label={label}
      readOnly={isReadOnly}
      autosize
      minRows={3}
      dir="ltr"
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      value={text}
      error={isBroken && t('This cannot be read yet: the campaign keeps what was there.')}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => !isBroken && setDraft(undefined)}
    />
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

/** Undefined while it is no condition. */
export function inWords(value: unknown): string | undefined {
  const read = condition.safeParse(value);
  return read.success ? sentence(read.data) : undefined;
}
