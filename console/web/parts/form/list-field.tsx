// Several values: words of a choice, names, free words, or things with fields of their own.
import {
  ActionIcon,
  Button,
  Group,
  Input,
  MultiSelect,
  Paper,
  Stack,
  TagsInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { placed } from '../placed.ts';
import { Field } from './any-field.tsx';
import { controlOf, type FieldParts, wordsOf } from './field.ts';
import { isNamed, NamedListField, SuggestedListField } from './named-field.tsx';
import { inside } from './problems.ts';
import { emptyOf } from './schema.ts';

export function ListField(parts: FieldParts) {
  const { items = {}, format } = parts.schema;
  if (items.enum) return <ChoicesField {...parts} />;
  if (isNamed(format ?? items.format)) return <NamedListField {...parts} />;
  if (items.type === 'string') return <SuggestedListField {...parts} />;
  if (items.type === 'integer') return <NumbersField {...parts} />;
  return <ItemsField {...parts} />;
}

const orNothing = (all: readonly unknown[], isRequired: boolean) =>
  all.length === 0 && !isRequired ? undefined : all;

/* t('monday') t('tuesday') t('wednesday') t('thursday') t('friday') t('saturday') t('sunday') */
function ChoicesField(parts: FieldParts) {
  const { schema, value, isRequired, onChange } = parts;
  const { t } = useTranslation();
  const words = (schema.items?.enum ?? []).map(String);
  return (
    <MultiSelect
      {...controlOf(parts, t)}
      data={words.map((one) => ({ value: one, label: t(one) }))}
      value={[...((value as string[] | undefined) ?? [])]}
      onChange={(to) =>
        onChange(
          orNothing(
            words.filter((one) => to.includes(one)),
            isRequired,
          ),
        )
      }
    />
  );
}

/** Days of the month, and their like. */
function NumbersField(parts: FieldParts) {
  const { value, isRequired, onChange } = parts;
  const { t } = useTranslation();
  const all = Array.isArray(value) ? value : [];
  return (
    <TagsInput
      {...controlOf(parts, t)}
      placeholder={all.length === 0 ? t('Write one, then Enter') : ''}
      acceptValueOnBlur
      value={all.map(String)}
      onChange={(to) =>
        onChange(orNothing(to.filter((one) => /^-?\d{1,9}$/.test(one)).map(Number), isRequired))
      }
    />
  );
}

function ItemsField(parts: FieldParts) {
  const { label, schema, value, isRequired, isReadOnly, problems, onChange } = parts;
  const { t } = useTranslation();
  const { items = {}, minItems = 0 } = schema;
  const all = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const change = (to: readonly unknown[]) => onChange(orNothing(to, isRequired));
  const own = problems.filter(({ path }) => path.length === 0);
  return (
    <Input.Wrapper {...wordsOf({ ...parts, problems: own }, t)} labelElement="div">
      <Stack gap="xs" mt={4}>
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
              problems={inside(problems, index)}
              onChange={(to) => change(all.with(index, to))}
            />
          </Paper>
        ))}
        {!isReadOnly && (
          <Group>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={t('Add to {{name}}', { name: label })}
              onClick={() => change([...all, emptyOf(items)])}
            >
              {t('Add')}
            </Button>
          </Group>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
