// A wish changes: what the contact holds, and the line of the ledger that proves it, always together. Refuses nothing:
// whether a wish counts is asked before.
import { budget } from '../model/budget.ts';
import type { Shown } from '../model/cause.ts';
import type { Consent, Wish } from '../model/consent.ts';
import type { ConsentChange, Proof } from '../model/consent-record.ts';
import { type About, type Contact, wishOf } from '../model/contact.ts';
import { present } from '../model/present.ts';
import type { Instant } from '../model/time.ts';
import { change, type Draft, note } from './draft.ts';
import { recheck } from './segments.ts';

export interface Wished {
  readonly about: About;
  readonly wish: Consent;
  readonly proof: Proof;
}

export function setWish(draft: Draft, wished: Wished): Draft {
  const { about, wish } = wished;
  const known = wishOf(draft.contact, about);
  const told = proveWish(change(draft, withWish(draft.contact, about, wish)), wished);
  const { status, method } = wish;
  if (status === known?.status) return told;
  return note(told, {
    kind: 'consent_changed',
    status,
    method,
    ...(about !== undefined && { topic: about }),
  });
}

/** What proves that somebody saw what they said yes or no to. */
export const proofOfShown = ({ page, version, ...shown }: Shown): Partial<Proof> => {
  const { wording, language, ip, user_agent } = shown;
  return present({
    ...{ source_url: page, wording, wording_version: version },
    ...{ language, ip, user_agent },
  });
};

/** A line about a wish that the contact holds already, and the clock for its end. */
export const proveWish = (draft: Draft, { about, wish, proof }: Wished): Draft =>
  expiring({ ...draft, consents: [...draft.consents, lineOf(about, wish, proof)] });

/** The section that holds it, without a word in the ledger. */
export const withWish = (
  { topics }: Contact,
  about: About,
  wish: Consent,
): Pick<Contact, 'consent'> | Pick<Contact, 'topics'> =>
  about === undefined ? { consent: wish } : { topics: withTopic(topics, about, wish) };

/** Where there is no room for all, wishes about topics that are long forgotten go first. */
function withTopic(
  topics: Contact['topics'] = {},
  id: string,
  wish: Consent,
): NonNullable<Contact['topics']> {
  const { [id]: _, ...others } = topics;
  const all = [...Object.entries(others), [id, bare(wish)] as const];
  return Object.fromEntries(all.slice(-budget.topics));
}

/** Without what proves it: that is in the ledger. */
export const bare = ({ status, at, method, expiresAt, since, before }: Wish): Wish => ({
  status,
  at,
  method,
  ...present({ expiresAt, since }),
  ...(before && { before }),
});

const lineOf = (about: About, wish: Wish, proof: Proof): ConsentChange => ({
  channel: 'email',
  purpose: 'marketing',
  ...(about !== undefined && { topic: about }),
  status: wish.status,
  method: wish.method,
  occurred_at: wish.at,
  ...(wish.expiresAt !== undefined && { expires_at: wish.expiresAt }),
  ...proof,
});

/** Sets the clock to the next wish that runs out. */
function expiring(draft: Draft): Draft {
  const { consent, topics = {} } = draft.contact;
  const ends = [consent, ...Object.values(topics)].flatMap((one) => endOf(one) ?? []);
  return recheck(draft, 'consent', ends.length > 0 ? Math.min(...ends) : undefined);
}

const endOf = (wish: Wish | undefined): Instant | undefined =>
  wish?.status === 'subscribed' ? wish.expiresAt : undefined;

/** Wishes whose time is over count no more. */
export function expireWishes(now: Instant, draft: Draft): Draft {
  const { consent, topics = {}, rechecks } = draft.contact;
  if ((rechecks.consent ?? Infinity) > now) return draft;
  const all: readonly (readonly [About, Wish | undefined])[] = [
    [undefined, consent],
    ...Object.entries(topics),
  ];
  const over = all.filter(([, wish]) => (endOf(wish) ?? Infinity) <= now);
  return expiring(over.reduce((current, [about, wish]) => expire(current, about, wish), draft));
}

function expire(
  draft: Draft,
  about: About,
  { expiresAt = 0 }: Pick<Wish, 'expiresAt'> = {},
): Draft {
  const wish = { status: 'not_subscribed', at: expiresAt, method: 'expired' } as const;
  return setWish(draft, { about, wish, proof: { actor: 'clock' } });
}

/** Topics that were joined after all was refused: a new no is of them as well. */
export const joinedSince = ({ topics = {} }: Contact, { at }: Wish): boolean =>
  Object.values(topics).some((one) => one.status === 'subscribed' && one.at > at);
