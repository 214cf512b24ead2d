// A watch: what must be remembered of an event, under a key that two rules asking the same share.
import type { AttributeWatch, EventWatch, Watch } from '../model/history.ts';
import { digest } from './digest.ts';
import type { Filter } from './filter.ts';

interface WatchWish {
  readonly event: string;
  readonly where?: readonly Filter[];
  /** The property whose values are added up. */
  readonly measure?: string;
  readonly ours?: true | undefined;
  readonly depth: number;
}

/** Occurrences of one watch that are kept one by one; a contact's item must stay small. */
export const deepest = 200;
/** Repetitions are known by the newest few, also where a count alone would do. */
const shallowest = 5;

export function watch({ event, where = [], measure, ours, depth }: WatchWish): EventWatch {
  const identity = stable([event, where, measure ?? null, ...(ours ? ['ours'] : [])]);
  return {
    key: digest(identity),
    event,
    ...(where.length > 0 && { where }),
    ...(measure !== undefined && { measure }),
    ...(ours && { ours }),
    depth: Math.min(Math.max(depth, shallowest), deepest),
  };
}

export const attributeWatch = (attribute: string): AttributeWatch => ({
  key: `attribute:${attribute}`,
  attribute,
});

/** One for each key, as deep as the deepest. */
export function unite(watches: readonly Watch[]): Watch[] {
  const byKey = new Map<string, Watch>();
  for (const one of watches) {
    const known = byKey.get(one.key);
    if (!known || depthOf(one) > depthOf(known)) byKey.set(one.key, one);
  }
  return [...byKey.values()];
}

const depthOf = (one: Watch) => ('depth' in one ? one.depth : 0);

/** JSON with sorted keys, so that the order in which a marketer's tool writes them means nothing. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
