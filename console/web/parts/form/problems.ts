// What is wrong in a form, each thing with its place: handed down to the field that it is about, and told there.
import type { TFunction } from 'i18next';
import { faultWords } from '../said/faults.ts';

export interface Problem {
  /** From the form that it is handed to; empty when it is about all of it. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

export const noProblems: readonly Problem[] = [];

/** Those of one field, as it sees them. */
export const inside = (problems: readonly Problem[], key: string | number): Problem[] =>
  problems.flatMap(({ path: [first, ...path], message }) =>
    first === key ? [{ path, message }] : [],
  );

/** Those that none of these fields will tell. */
export const besides = (problems: readonly Problem[], keys: readonly unknown[]): Problem[] =>
  problems.filter(({ path: [first] }) => first === undefined || !keys.includes(first));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** In the reader's language, each once. */
export const messagesOf = (problems: readonly Problem[], t: TFunction): string[] => [
  ...new Set(problems.map(({ message }) => faultWords(message, t))),
];

interface Asked {
  readonly value: unknown;
  readonly isRequired: boolean;
  readonly problems: readonly Problem[];
}

/** What stands at a field that has no fields inside. */
export function errorOf({ value, isRequired, problems }: Asked, t: TFunction): string | undefined {
  if (problems.length === 0) return undefined;
  if (isRequired && isEmpty(value)) return t('This is needed.');
  return messagesOf(problems, t).join(' ');
}
