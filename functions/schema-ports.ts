// The schema of what arrived: what is asked of where it is kept. It holds names, types and days, and never a value.
import type { AttributeType } from '../workflows/model/attribute-type.ts';
import type { ListRequest } from './listing.ts';
import type { Day } from './tally-ports.ts';

/** A text that is written as an ISO date counts as a date; an object is what no attribute can be declared as. */
export type SeenType = AttributeType | 'object';

/** What fields belong to: contacts, accounts, or the events of one name. */
export type SectionKey = 'contact' | 'account' | `event:${string}`;

/** Types of fields, as they came in. */
export type Fieldset = ReadonlyMap<string, ReadonlySet<SeenType>>;

export interface Arrivals {
  readonly sections: ReadonlyMap<SectionKey, Fieldset>;
  /** How often the values of an attribute were not of its type. */
  readonly mistyped: ReadonlyMap<string, number>;
}

interface SeenField {
  /** In the order in which they first came. */
  readonly types: readonly SeenType[];
  readonly first: Day;
  readonly last: Day;
}

export interface Section {
  readonly key: SectionKey;
  readonly first: Day;
  readonly last: Day;
  readonly fields: Readonly<Record<string, SeenField>>;
}

/** Values of an attribute that were left out. */
export interface Mismatches {
  readonly count: number;
  readonly last: Day;
}

export interface Schema {
  /** Costs nothing where all of it is known to have come today. */
  note(arrivals: Arrivals): Promise<void>;
  /** By key: accounts, contacts, and then the events by name. */
  list(request: ListRequest<string>): Promise<Section[]>;
  get(key: SectionKey): Promise<Section | undefined>;
  mismatches(): Promise<ReadonlyMap<string, Mismatches>>;
}
