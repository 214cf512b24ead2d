// Finds what a path means inside attributes or properties. Only what was said is found, never what every object has.
import type { Fields, Json } from '../model/event.ts';

export interface Located {
  readonly values: readonly Json[];
  /** The path went through a list: there is a value for each of its members. */
  readonly spread: boolean;
}

const nothing: Located = { values: [], spread: false };

/**
 * "plan", "address.city", "products.category". A key that has the dots itself wins over the way
 * through nested objects. Senders clear a value with null: it is as missing as one that never was.
 */
export function locate(fields: Fields, path: string): Located {
  return within(fields, path);
}

function within(value: Json, path: string): Located {
  if (isList(value)) {
    const all = value.map((one) => within(one, path));
    return { values: all.flatMap(({ values }) => values), spread: true };
  }
  if (typeof value !== 'object' || value === null) return nothing;
  const found = prefixes(path).find((prefix) => Object.hasOwn(value, prefix));
  if (found === undefined) return nothing;
  const inner = value[found] ?? null;
  if (inner === null) return nothing;
  return found === path
    ? { values: [inner], spread: false }
    : within(inner, path.slice(found.length + 1));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** "a.b.c", "a.b", "a": every key under which the path may begin, the longest first. */
export function prefixes(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}
