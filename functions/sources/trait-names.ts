// One name for one trait: Segment takes firstName and first_name for the same, templates say first_name.
import { nameOf } from '../../workflows/model/reserved-attributes.ts';
import type { Fields } from './clean.ts';

/** Segment's reserved traits in snake case; the sender's own traits keep their names. */
export const snakeCased = (traits: Fields): Fields =>
  Object.fromEntries(Object.entries(traits).map(([name, value]) => [nameOf(name), value]));
