// What every field of a condition is given: the condition as it is, and what becomes of it.
import type { Rule } from '../rule.ts';

export interface FieldParts {
  readonly rule: Rule;
  readonly isReadOnly?: boolean;
  /** The condition with some operands changed; those that are undefined are taken out. */
  set(by: Readonly<Record<string, unknown>>): void;
}
