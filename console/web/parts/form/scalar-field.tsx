// One value: a text, a number, a yes or no, one of several words. What the schema calls by a format is suggested.
import { Autocomplete, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { choicesOf } from './schema.ts';
import type { FieldParts } from './schema-fields.tsx';
import { SpanField } from './span-field.tsx';
import { isSuggested, useSuggestions } from './suggestions.ts';

export function ScalarField(parts: FieldParts) {
  const { schema } = parts;
  if (schema.enum) return <WordField {...parts} />;
  if (schema.type === 'boolean') return <YesNoField {...parts} />;
  if (schema.type === 'number' || schema.type === 'integer') return <NumberField {...parts} />;
  if (schema.format === 'time-span') return <SpanField {...parts} />;
  if (isSuggested(schema.format)) return <SuggestedField {...parts} />;
  return <TextField {...parts} />;
}

const shared = ({ label, schema, isRequired, isReadOnly }: FieldParts, t: TFunction) => ({
  label,
  description: schema.description && t(schema.description),
  required: isRequired,
  readOnly: isReadOnly,
});

function WordField(parts: FieldParts) {
  const { t } = useTranslation();
  const { schema, value, isRequired, onChange } = parts;
  return (
    <Select
      {...shared(parts, t)}
      data={(schema.enum ?? []).map((one) => ({ value: String(one), label: t(String(one)) }))}
      value={value === undefined ? null : String(value)}
      clearable={!isRequired}
      allowDeselect={false}
      onChange={(to) => onChange(to ?? undefined)}
    />
  );
}

function YesNoField({ label, schema, value, isReadOnly, onChange }: FieldParts) {
  const { t } = useTranslation();
  const isOn = value === true || (value === undefined && schema.default === true);
  return (
    <Switch
      label={label}
      description={schema.description && t(schema.description)}
      checked={isOn}
      disabled={isReadOnly}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

function NumberField(parts: FieldParts) {
  const { t } = useTranslation();
  const { schema, value, isRequired, onChange } = parts;
  return (
    <NumberInput
      {...shared(parts, t)}
      value={typeof value === 'number' ? value : ''}
      placeholder={schema.default === undefined ? undefined : String(schema.default)}
      min={schema.minimum}
      max={schema.maximum}
      allowDecimal={schema.type === 'number'}
      onChange={(to) => onChange(typeof to === 'number' ? to : isRequired ? 0 : undefined)}
    />
  );
}

const textOf = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

function TextField(parts: FieldParts) {
  const { t } = useTranslation();
  const { schema, value, isRequired, onChange } = parts;
  const given = {
    ...shared(parts, t),
    value: textOf(value),
    dir: 'auto',
    placeholder: placeholderOf(parts),
    onChange: (event: { currentTarget: { value: string } }) => {
      const text = event.currentTarget.value;
      onChange(text === '' && !isRequired ? undefined : text);
    },
  };
  if (schema.format === 'text') return <Textarea {...given} autosize minRows={2} maxRows={8} />;
  return <TextInput {...given} type={schema.format === 'time' ? 'time' : 'text'} />;
}

/** Of alternatives that are all texts, whichever gives an example. */
const placeholderOf = ({ schema }: FieldParts): string | undefined => {
  const all = [schema, ...(choicesOf(schema) ?? [])];
  const example = all.flatMap(({ examples = [] }) => examples)[0] ?? schema.default;
  return example === undefined ? undefined : String(example);
};

function SuggestedField(parts: FieldParts) {
  const { t } = useTranslation();
  const { schema, value, isRequired, onChange } = parts;
  const data = useSuggestions(schema.format);
  return (
    <Autocomplete
      {...shared(parts, t)}
      dir="auto"
      data={[...data]}
      limit={50}
      value={textOf(value)}
      onChange={(text) => onChange(text === '' && !isRequired ? undefined : text)}
    />
  );
}
