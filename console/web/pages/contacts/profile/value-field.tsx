// A value of an attribute, as it is shown and typed: the field fits the type, what is sent is of that type.
import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client.ts';
import type { Contact } from '../contact.ts';

type Value = Contact['traits'][string];
export type AttributeType = NonNullable<Schemas['getAttributesAnswer']['items'][number]['type']>;

/** Of what nobody has declared: by what stands there. */
export function typeOf(value: unknown): AttributeType {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return Array.isArray(value) ? 'list' : 'text';
}

export function written(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(written).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What does not fit is sent as it was typed: the API says why it is refused. */
export function valueIn(type: AttributeType, text: string): Value {
  if (type === 'number')
    return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === 'boolean') return text === 'true';
  if (type === 'list')
    return text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  return text;
}

interface FieldParts {
  readonly label: string;
  readonly isLabelled?: boolean;
  readonly type: AttributeType;
  readonly text: string;
  setText(text: string): void;
}

export function ValueField({ label, isLabelled = false, type, text, setText }: FieldParts) {
  const { t } = useTranslation();
  const named = isLabelled ? { label } : { 'aria-label': label };
  if (type === 'boolean')
    return (
      <Select
        {...named}
        data={[
          { value: 'true', label: t('Yes') },
          { value: 'false', label: t('No') },
        ]}
        value={text === 'true' ? 'true' : 'false'}
        onChange={(chosen) => setText(chosen ?? 'false')}
        allowDeselect={false}
      />
    );
  return (
    <TextInput
      {...named}
      inputMode={type === 'number' ? 'decimal' : 'text'}
      placeholder={type === 'date' ? '2026-03-14' : type === 'list' ? t('one, two') : undefined}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
    />
  );
}
