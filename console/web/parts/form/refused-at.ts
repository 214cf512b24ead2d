// Why a form was refused, told apart by its fields: each says its own, and the form says the rest.
import { useTranslation } from 'react-i18next';
import { isRefusal, type Refusal } from '../../api/refusal.ts';
import { explain } from '../explain.ts';
import { faultWords } from '../said/faults.ts';

export interface RefusedAt {
  /** What is wrong with a field, or within it. */
  at(field: string): string | undefined;
  /** What no field says. */
  readonly rest: string | undefined;
}

/** `fields` are those that say their own, by the names that the API has for them. */
export function useRefusedAt(error: Error | null, fields: readonly string[]): RefusedAt {
  const { t } = useTranslation();
  const problems = placedIn(error);
  const others = problems.filter(({ at }) => !fields.some((field) => isWithin(at, field)));
  const rest = others.map(({ at, message }) => `${faultWords(message, t)} (${at})`);
  const whole = error && problems.length === 0 ? [explain(error, t).message] : rest;
  return {
    at: (field) => {
      const own = problems.filter(({ at }) => isWithin(at, field));
      return own.map(({ message }) => faultWords(message, t)).join(' ') || undefined;
    },
    rest: whole.join('\n') || undefined,
  };
}

/** Those that have a place. */
function placedIn(error: Error | null): NonNullable<Refusal['problems']> {
  if (!isRefusal(error)) return [];
  const { problems, at = '', message } = error;
  return (problems ?? [{ at, message }]).filter((one) => one.at !== '');
}

const isWithin = (at: string, field: string): boolean =>
  at === field || at.startsWith(`${field}.`) || at.startsWith(`${field}[`);
