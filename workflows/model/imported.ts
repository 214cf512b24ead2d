// One row of an import, as it reaches a contact: attributes, tags and lists, a wish of stated origin, an address that is
// known to be dead. What it does not say stays as it is.
import type { Changes } from './changes.ts';
import type { Suppression } from './consent.ts';
import type { Instant } from './time.ts';

/** A wish that was made elsewhere. Without a stated source and time there is none to give. */
export interface StatedWish {
  readonly status: 'subscribed' | 'unsubscribed';
  readonly at: Instant;
  /** Where and how it was made, in the words of whoever imports it. */
  readonly source: string;
  readonly wording?: string;
  /** It may end a refusal that is older than itself. */
  readonly endsRefusal?: true;
}

export interface Imported {
  /** May be empty. */
  readonly changes: Changes;
  readonly wish?: StatedWish;
  /** Topics that were left elsewhere; of the rest of its wishes that says nothing. */
  readonly left?: {
    readonly topics: readonly string[];
    readonly at: Instant;
    readonly source: string;
  };
  /** An address that must not be mailed any more, as was found elsewhere: a bounce where it does not say. */
  readonly dead?: Omit<Suppression, 'reason'> & Partial<Suppression>;
}
