// Foreign JSON a field at a time: what is not of the kind that was asked for is not there, and nothing throws.
import { cleanText, type Fields } from '../clean.ts';

export type Foreign = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Foreign =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const record = (value: unknown): Foreign => (isObject(value) ? value : {});

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text or a number as trimmed text of at most `most` characters; what is longer is no such thing and left out. */
export function text(value: unknown, most: number = 500): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const trimmed = cleanText(String(value)).trim();
  return trimmed === '' || trimmed.length > most ? undefined : trimmed;
}

/** Without what is not there. */
export const present = (fields: Readonly<Record<string, unknown>>): Foreign =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
  );

/** What is plain in an object nobody has mapped: texts, numbers, yes and no, at most fifty of them, and no secrets. */
export function plainFields(value: unknown): Fields {
  const plain = Object.entries(record(value)).flatMap(([name, one]) => {
    const kept = typeof one === 'boolean' || Number.isFinite(one) ? one : text(one);
    return kept === undefined || /^__proto__$|secret|token|password/i.test(name)
      ? []
      : [[name, kept] as const];
  });
  return Object.fromEntries(plain.slice(0, 50)) as Fields;
}
