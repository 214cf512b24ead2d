// Makes foreign JSON safe to keep: well-formed NFC text, finite numbers, bounded depth, no `__proto__`.
// It copies and never changes what it was given.
import type { Event } from '../../workflows/model/event.ts';
import { Refused } from '../errors.ts';

export type Fields = NonNullable<Event['properties']>;
export type Json = Fields[string];

const deepest = 20;

export const cleanText = (text: string): string => text.toWellFormed().normalize();

export function cleanFields(fields: object, depth: number = deepest): Fields {
  const kept: Fields = {};
  for (const [name, value] of Object.entries(fields))
    if (name !== '__proto__' && value !== undefined) kept[cleanText(name)] = clean(value, depth);
  return kept;
}

/** Refuses values nested deeper than 20 levels, and numbers beyond what a double can hold. */
function clean(value: unknown, depth: number = deepest): Json {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number') return finite(value);
  if (typeof value !== 'object' || value === null) return value as boolean | null;
  if (depth === 0) throw new Refused(400, `Nested deeper than ${deepest} levels.`);
  if (Array.isArray(value)) return value.map((item) => clean(item, depth - 1));
  return cleanFields(value, depth - 1);
}

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new Refused(400, 'A number is too large.');
}
