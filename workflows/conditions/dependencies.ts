// What the answer to a condition depends on: whatever is not named here cannot change it.
import { type Condition, propertiesRead } from './condition.ts';

export type { Condition } from './condition.ts';

export interface Dependencies {
  /** Paths as the rule says them: a change of `address` touches `address.city` (see `touches`). */
  readonly attributes: ReadonlySet<string>;
  /** Of the event that is looked at. */
  readonly properties: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly segments: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly consent: boolean;
  readonly suppression: boolean;
  /** Asks what happened since the campaign was entered; of a segment that is never anything. */
  readonly entry: boolean;
  /** Whether the answer may change by time alone. */
  readonly time: boolean;
  /** Whether it may hold of a contact nobody knows: everyone, random buckets, and what is not so. */
  readonly always: boolean;
}

export function dependencies(rule: Condition): Dependencies {
  return {
    attributes: new Set(),
    properties: new Set(propertiesRead(rule)),
    events: new Set(),
    segments: new Set(),
    lists: new Set(),
    consent: false,
    suppression: false,
    entry: false,
    time: false,
    always: true,
  };
}

/** Whether a change of this attribute, as the contact carries it, may change the answer. */
export function touches({ attributes }: Dependencies, changed: string): boolean {
  return [...attributes].some((path) => path === changed || path.startsWith(`${changed}.`));
}
