// One name for one trait: Segment takes firstName and first_name for the same, templates say first_name.
import { nameOf } from '../../workflows/model/reserved-attributes.ts';
import type { Fields, Json } from './clean.ts';

/** Segment's reserved traits in snake case; the sender's own traits keep their names. */
export const snakeCased = (traits: Fields): Fields =>
  Object.fromEntries(
    Object.entries(traits).map(([name, value]) => [
      nameOf(name),
      isMade(name) ? inner(value) : value,
    ]),
  );

/** Traits that are made of others. */
const isMade = (name: string) => name === 'address' || name === 'company';

const made = new Map([
  ['postalCode', 'postal_code'],
  ['employeeCount', 'employee_count'],
]);

const inner = (value: Json): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [made.get(name) ?? name, one]))
    : value;
