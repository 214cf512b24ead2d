// One name for one trait: Segment takes firstName and first_name for the same, templates say first_name.
import type { Fields } from './clean.ts';

const reserved = new Map([
  ['createdAt', 'created_at'],
  ['firstName', 'first_name'],
  ['lastName', 'last_name'],
]);

/** Segment's reserved traits in snake case; the sender's own traits keep their names. */
export const snakeCased = (traits: Fields): Fields =>
  Object.fromEntries(
    Object.entries(traits).map(([name, value]) => [reserved.get(name) ?? name, value]),
  );
