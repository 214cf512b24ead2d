// Several values: words of a choice, free words, or things with fields of their own.
import {
  ActionIcon,
  Button,
  Group,
  MultiSelect,
  Paper,
  Stack,
  TagsInput,
  Text,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { placed } from './placed.ts';
import { emptyOf } from './schema.ts';
import { Field, type FieldParts } from './schema-fields.tsx';
import { useSuggestions } from './suggestions.ts';

export function ListField(parts: FieldParts) {
  const { items = {} } = parts.schema;
  if (items.enum) return <ChoicesField {...parts} />;
  if (items.type === 'string') return <WordsField {...parts} />;
  return <ItemsField {...parts} />;
}

const orNothing = (all: readonly string[], isRequired: boolean) =>
  all.length === 0 && !isRequired ? undefined : all;

/* t('monday') t('tuesday') t('wednesday') t('thursday') t('friday') t('saturday') t('sunday') */
function ChoicesField({ label, schema, value, isRequired, isReadOnly, onChange }: FieldParts) {
  const { t } = useTranslation();
  return (
    <MultiSelect
      label={label}
      readOnly={isReadOnly}
      data={(schema.items?.enum ?? []).map((one) => ({
        value: String(one),
        label: t(String(one)),
      }))}
      value={[...((value as string[] | undefined) ?? [])]}
      onChange={(to) => onChange(orNothing(to, isRequired))}
    />
  );
}

function WordsField({ label, schema, value, isRequired, isReadOnly, onChange }: FieldParts) {
  const suggested = useSuggestions(schema.format ?? schema.items?.format);
  return (
    <TagsInput
      label={label}
      description={schema.description}
      readOnly={isReadOnly}
      data={[...suggested]}
      value={[...((value as string[] | undefined) ?? [])]}
      onChange={(to) => onChange(orNothing(to, isRequired))}
    />
  );
}

function ItemsField({ label, schema, value, isRequired, isReadOnly, onChange }: FieldParts) {
  const { t } = useTranslation();
  const { items = {}, minItems = 0 } = schema;
  const all = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const change = (to: readonly unknown[]) =>
    onChange(to.length === 0 && !isRequired ? undefined : to);
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {placed(all).map(({ one, index }) => (
        <Paper key={index} withBorder p="sm" radius="md">
          <Group justify="flex-end" mb={-8}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('Take away {{name}}', { name: `${label} ${index + 1}` })}
              disabled={isReadOnly || all.length <= minItems}
              onClick={() => change(all.toSpliced(index, 1))}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
          <Field
            label={`${label} ${index + 1}`}
            schema={items}
            value={one}
            isRequired
            isReadOnly={isReadOnly}
            onChange={(to) => change(all.with(index, to))}
          />
        </Paper>
      ))}
      {!isReadOnly && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => change([...all, emptyOf(items)])}
        >
          {t('Add')}
        </Button>
      )}
    </Stack>
  );
}
