// How long, as a field of a form: spans of the clock, and of business days.
import { useTranslation } from 'react-i18next';
import type { Unit } from '../condition/span.ts';
import { SpanInput } from '../span-input.tsx';
import { controlOf, type FieldParts } from './field.ts';

const units: Readonly<Record<string, readonly Unit[]>> = {
  'time-span': ['minute', 'hour', 'day', 'week'],
  'due-span': ['hour', 'day', 'business day', 'week'],
};

export const isSpan = (format: string | undefined): boolean =>
  format !== undefined && Object.hasOwn(units, format);

export function SpanField(parts: FieldParts) {
  const { t } = useTranslation();
  const { schema, value, onChange } = parts;
  const { readOnly, ...words } = controlOf(parts, t);
  return (
    <SpanInput
      {...words}
      value={value}
      units={units[schema.format ?? ''] ?? []}
      isReadOnly={readOnly}
      onChange={onChange}
    />
  );
}
