// What every field of a form is given, and what most controls take of it.
import type { TFunction } from 'i18next';
import { errorOf, type Problem } from './problems.ts';
import type { Schema } from './schema.ts';

export interface FieldParts {
  readonly label: string;
  readonly schema: Schema;
  readonly value: unknown;
  readonly isRequired: boolean;
  readonly isReadOnly: boolean;
  readonly problems: readonly Problem[];
  /** Undefined takes it away. */
  onChange(value: unknown): void;
}

/** Its words, whether it must be there, and what is wrong with it. */
export const wordsOf = (parts: FieldParts, t: TFunction) => ({
  label: parts.label,
  description: parts.schema.description && t(parts.schema.description),
  required: parts.isRequired,
  error: errorOf(parts, t),
});

/** The same for a control that people write in. */
export const controlOf = (parts: FieldParts, t: TFunction) => ({
  ...wordsOf(parts, t),
  readOnly: parts.isReadOnly,
});

/** What is there, or what holds when nothing is said. */
export const givenOf = ({ value, schema }: Pick<FieldParts, 'value' | 'schema'>): unknown =>
  value === undefined ? schema.default : value;
