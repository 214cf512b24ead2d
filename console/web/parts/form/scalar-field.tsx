// One value: a text, a number, a yes or no, one of several words, a time of day, a date, a span of time. What the schema
// calls by a format is chosen or suggested.
import { NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { controlOf, type FieldParts, givenOf, wordsOf } from './field.ts';
import { isNamed, isSuggested, NamedField, SuggestedField } from './named-field.tsx';
import { choicesOf } from './schema.ts';
import { isSpan, SpanField } from './span-field.tsx';

export function ScalarField(parts: FieldParts) {
  const { schema } = parts;
  if (schema.enum) return <WordField {...parts} />;
  if (schema.type === 'boolean') return <YesNoField {...parts} />;
  if (schema.type === 'number' || schema.type === 'integer') return <NumberField {...parts} />;
  return <TextualField {...parts} />;
}

function TextualField(parts: FieldParts) {
  const { format } = parts.schema;
  if (isSpan(format)) return <SpanField {...parts} />;
  if (isNamed(format)) return <NamedField {...parts} />;
  if (isSuggested(format)) return <SuggestedField {...parts} placeholder={placeholderOf(parts)} />;
  return <TextField {...parts} />;
}

function WordField(parts: FieldParts) {
  const { t } = useTranslation();
  const { schema, isRequired, onChange } = parts;
  const given = givenOf(parts);
  return (
    <Select
      {...controlOf(parts, t)}
      data={(schema.enum ?? []).map((one) => ({ value: String(one), label: t(String(one)) }))}
      value={given === undefined ? null : String(given)}
      clearable={!isRequired && schema.default === undefined}
      allowDeselect={false}
      onChange={(to) => onChange(to ?? undefined)}
    />
  );
}

/** Where nothing but "true" can be said, off is saying nothing. */
function YesNoField(parts: FieldParts) {
  const { t } = useTranslation();
  const { required: _, ...words } = wordsOf(parts, t);
  const { schema, isReadOnly, onChange } = parts;
  const off = schema.const === undefined ? false : undefined;
  return (
    <Switch
      {...words}
      checked={givenOf(parts) === true}
      disabled={isReadOnly}
      onChange={(event) => onChange(event.currentTarget.checked || off)}
    />
  );
}

function NumberField(parts: FieldParts) {
  const { t } = useTranslation();
  const { schema, value, onChange } = parts;
  const { minimum, maximum, exclusiveMinimum } = schema;
  return (
    <NumberInput
      {...controlOf(parts, t)}
      value={typeof value === 'number' ? value : ''}
      placeholder={placeholderOf(parts)}
      min={minimum ?? exclusiveMinimum}
      max={maximum}
      // A number that is too large is said to be so, and not changed while somebody looks away.
      clampBehavior="none"
      allowDecimal={schema.type === 'number'}
      onChange={(to) => onChange(typeof to === 'number' ? to : undefined)}
    />
  );
}

const textOf = (value: unknown): string =>
  value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const inputTypes: Readonly<Record<string, string>> = {
  'time-of-day': 'time',
  date: 'date',
  'datetime-local': 'datetime-local',
};

function TextField(parts: FieldParts) {
  const { t } = useTranslation();
  const { schema, isRequired, onChange } = parts;
  const type = inputTypes[schema.format ?? ''] ?? 'text';
  const given = {
    ...controlOf(parts, t),
    value: textOf(type === 'text' ? parts.value : givenOf(parts)),
    dir: schema.format === 'uri' ? 'ltr' : 'auto',
    placeholder: placeholderOf(parts),
    onChange: (event: { currentTarget: { value: string } }) => {
      const text = event.currentTarget.value;
      onChange(text === '' && !isRequired ? undefined : text);
    },
  };
  if (schema.format === 'text') return <Textarea {...given} autosize minRows={2} maxRows={8} />;
  return <TextInput {...given} type={type} {...(type !== 'text' && { maw: 260 })} />;
}

/** Of alternatives that are all texts, whichever gives an example. */
const placeholderOf = ({ schema }: FieldParts): string | undefined => {
  const all = [schema, ...(choicesOf(schema) ?? [])];
  const example = all.flatMap(({ examples = [] }) => examples)[0] ?? schema.default;
  return example === undefined ? undefined : String(example);
};
