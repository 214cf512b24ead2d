// Names with values, such as attributes to set. A value that reads as a number or as true and false is one; quotes keep it
// a text.
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placed } from './placed.ts';
import type { FieldParts } from './schema-fields.tsx';

type Pair = readonly [string, string];

const shown = (value: unknown): string =>
  typeof value === 'string' && read(value) === value ? value : JSON.stringify(value);

function read(text: string): unknown {
  if (!/^(?:-?\d+(?:\.\d+)?|true|false|null|".*"|\[.*\]|\{.*\})$/s.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const pairsOf = (value: unknown): Pair[] =>
  Object.entries((value ?? {}) as object).map(([name, one]) => [name, shown(one)]);

export function NamesField({ label, schema, value, isRequired, isReadOnly, onChange }: FieldParts) {
  const { t } = useTranslation();
  // A name that is still being written is no name yet: it stands here, and not in the document.
  const [pairs, setPairs] = useState(() => pairsOf(value));
  const change = (to: readonly Pair[]) => {
    setPairs([...to]);
    const named = to.filter(([name]) => name.trim() !== '');
    const made = Object.fromEntries(named.map(([name, text]) => [name.trim(), read(text)]));
    onChange(named.length === 0 && !isRequired ? undefined : made);
  };
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {schema.description && <Text size="xs">{t(schema.description)}</Text>}
      {placed(pairs).map(({ one: [name, text], index }) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            aria-label={t('{{label}}: name', { label })}
            placeholder={t('Name')}
            value={name}
            readOnly={isReadOnly}
            onChange={(event) => change(pairs.with(index, [event.currentTarget.value, text]))}
          />
          <TextInput
            aria-label={t('{{label}}: value', { label })}
            placeholder={t('Value')}
            value={text}
            readOnly={isReadOnly}
            onChange={(event) => change(pairs.with(index, [name, event.currentTarget.value]))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('Take away {{name}}', { name })}
            disabled={isReadOnly}
            onClick={() => change(pairs.toSpliced(index, 1))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {!isReadOnly && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setPairs([...pairs, ['', '']])}
        >
          {t('Add')}
        </Button>
      )}
    </Stack>
  );
}
