// A contact: a person, and the aggregate on which every decision is made and written as one.
import type { Membership } from './account.ts';
import type { Consent, Suppression, Wish } from './consent.ts';
import type { Enrollment, Group } from './enrollment.ts';
import type { Fields } from './event.ts';
import type { History } from './history.ts';
import type { Grant } from './offer.ts';
import type { Owned } from './owned.ts';
import type { Purchases } from './purchases.ts';
import type { Instant } from './time.ts';

/** A marketing message that was reserved, for smart sending and caps. */
export interface Reserved {
  readonly at: Instant;
  readonly campaign: string;
  /** It ignored the caps, and does not count toward them. */
  readonly uncapped?: true;
}

interface Entered {
  readonly count: number;
  readonly last: Instant;
  readonly group: Group;
  /** Arms of splits, by step: whoever comes again takes the same. */
  readonly arms?: Readonly<Record<string, string>>;
}

export interface Contact {
  readonly id: string;
  /** 0 until it is first stored; one more with every write. */
  readonly revision: number;
  /** Keys that lead here: "user:42", "email:sara@example.com", "anonymous:…". */
  readonly identities: readonly string[];
  readonly traits: Fields;
  /** Timestamp of the newest traits; older ones only fill gaps. */
  readonly traitsAt: Instant;
  /** Timestamp of the newest `last_timezone` and `last_locale`, which any event may bring: they make no other trait older. */
  readonly seenAt?: Instant;
  /** Accounts that it belongs to, the one named last first: of that one `traits.account` is a copy. */
  readonly accounts?: readonly Membership[];
  /** The wish about all marketing mail. */
  readonly consent?: Consent;
  /** Wishes about single topics: a newer one outweighs what was said of all. */
  readonly topics?: Readonly<Record<string, Wish>>;
  /** No marketing mail until then. */
  readonly pausedUntil?: Instant;
  /** Opens and clicks of this person are not recorded. */
  readonly untracked?: true;
  /** When an address was asked of late to confirm a wish, oldest first. `to` is short for its hash. */
  readonly confirmations?: readonly { readonly at: Instant; readonly to: string }[];
  /** Of every address the person has had of late, oldest first. */
  readonly suppressions: readonly Suppression[];
  /** Bounces for now, in a row, of the address that is mailed; oldest first. */
  readonly softBounces?: { readonly address: string; readonly at: readonly Instant[] };
  /** When a mail was last known to have come in: bounces for now of before count no more. */
  readonly reachedAt?: Instant;
  /** Lists the contact is on, and since when. */
  readonly lists: Readonly<Record<string, Instant>>;
  /** Segments the contact is in, and since when. */
  readonly segments: Readonly<Record<string, Instant>>;
  /** What published rules remember of past events. */
  readonly history: History;
  /**
   * When something must be looked at again by time alone: "segment:<id>" where a window ends,
   * "campaign:<id>" where a date or an inactivity falls due, "consent" where a wish runs out.
   */
  readonly rechecks: Readonly<Record<string, Instant>>;
  /** Marketing messages reserved of late, oldest first. */
  readonly sends: readonly Reserved[];
  /** Offers the contact was given of late, oldest first. */
  readonly grants?: readonly Grant[];
  /** What its orders add up to; absent until the first. */
  readonly purchases?: Purchases;
  readonly owned?: Owned;
  readonly enrollments: readonly Enrollment[];
  /** How often, and when last, each campaign was entered, and in which group. */
  readonly entries: Readonly<Record<string, Entered>>;
  /** When a goal or exit of each campaign last happened: it wins over a trigger that arrives later. */
  readonly ended: Readonly<Record<string, Instant>>;
  /** Ids of the causes applied of late, oldest first. */
  readonly applied: readonly string[];
  /** Causes received up to this moment may have left `applied`. */
  readonly forgottenUntil: Instant;
  /** Received times beside `applied`, index by index. */
  readonly appliedAt: readonly Instant[];
  /** Ids of the contacts that turned out to be this one: their rows in the timeline are its past. */
  readonly merged?: readonly string[];
  /** The contact that this one turned out to be. From then on it changes no more, and what reaches it is led there. */
  readonly mergedInto?: string;
  /** When and why it was merged, and by which key, until the other has taken in what it held. */
  readonly merging?: { readonly at: Instant; readonly because: string; readonly by?: string };
  /** When the person was erased: nothing received up to then is heard any more. */
  readonly erasedAt?: Instant;
}

/** A contact nobody has heard of yet. */
export const newContact = (id: string): Contact => ({
  id,
  revision: 0,
  identities: [],
  traits: {},
  traitsAt: 0,
  suppressions: [],
  lists: {},
  segments: {},
  history: {},
  rechecks: {},
  sends: [],
  enrollments: [],
  entries: {},
  ended: {},
  applied: [],
  appliedAt: [],
  forgottenUntil: 0,
});

/** The address mail goes to, if there is one. */
export function emailOf(contact: Pick<Contact, 'traits'>): string | undefined {
  const { email } = contact.traits;
  return typeof email === 'string' && email !== '' ? email : undefined;
}

/** About one topic, or about all marketing. */
export type About = string | undefined;

export const wishOf = (
  { consent, topics = {} }: Pick<Contact, 'consent' | 'topics'>,
  about: About,
): Wish | undefined =>
  about === undefined ? consent : Object.hasOwn(topics, about) ? topics[about] : undefined;

/** Erased, and not come back since: nobody, as far as anybody may know. */
export const isErased = ({ erasedAt, identities }: Contact): boolean =>
  erasedAt !== undefined && identities.length === 0;

/** Whether something of that moment belongs to what was erased. */
export const wasErased = ({ erasedAt }: Pick<Contact, 'erasedAt'>, at: Instant): boolean =>
  erasedAt !== undefined && at <= erasedAt;

/** Ids under which its past stands in the timeline. */
export const pastOf = ({ id, merged = [] }: Pick<Contact, 'id' | 'merged'>): readonly string[] => [
  id,
  ...merged,
];

/** The next moment at which anything is due; undefined when nothing is. */
export function nextDue(contact: Contact): Instant | undefined {
  const waits = contact.enrollments.flatMap(({ until }) => (until === undefined ? [] : [until]));
  const dues = [...waits, ...Object.values(contact.rechecks)];
  return dues.length > 0 ? Math.min(...dues) : undefined;
}
