// Double opt-in: asks an address to confirm a wish, and hears that it did. Nobody is asked more often than a person would
// fill in a form, so that a form mail-bombs nobody.

import type { Cause } from '../model/cause.ts';
import { addressHash, type Wish } from '../model/consent.ts';
import { type About, type Contact, emailOf, wishOf } from '../model/contact.ts';
import type { Fields } from '../model/event.ts';
import { consentConfirmed, consentRequested } from '../model/own-events.ts';
import { present } from '../model/present.ts';
import type { Instant, Milliseconds } from '../model/time.ts';
import { change, type Draft, note } from './draft.ts';
import type { ConsentWorld, Told } from './hear-consent.ts';
import { liftComplaint } from './suppress.ts';
import { proofOfShown, setWish } from './wish.ts';

const second: Milliseconds = 1000;
const day: Milliseconds = 86_400_000;
/** Between two mails to one address. */
const apart: Milliseconds = 5 * 60_000;
const mostADay = 3;
/** Of all addresses that one person goes through. */
const mostOfAll = 10;

interface Asking extends Told {
  readonly topics: readonly string[];
}

/** By an event of ours, which a campaign answers. No order is added where the address was asked enough, or is missing. */
export function askToConfirm(world: ConsentWorld, draft: Draft, asking: Asking): Draft {
  const address = emailOf(draft.contact);
  if (address === undefined) return notAsked(draft, 'there is no address');
  const because = askedEnough(world, draft.contact, address);
  if (because) return notAsked(draft, because);
  const to = short(addressHash(world.hash, address));
  const confirmations = [...recently(world, draft.contact), { at: world.now, to }];
  const { given, form, topics } = asking;
  return emit(world, change(draft, { confirmations }), {
    ...asking,
    event: consentRequested,
    properties: {
      method: given.method,
      ...(form !== undefined && { form }),
      ...(given.page !== undefined && { page: given.page }),
      ...(given.language !== undefined && { language: given.language }),
      ...(topics.length > 0 && { topics }),
    },
  });
}

const notAsked = (draft: Draft, because: string): Draft =>
  note(draft, { kind: 'confirmation_not_asked', because });

/** Whether an address, by its hash, was asked of late. */
export const isAsked = ({ confirmations = [] }: Contact, address: string): boolean =>
  confirmations.some(({ to }) => to === short(address));

/** A contact's item holds little: eleven characters are 66 bits. */
const short = (hash: string) => hash.slice(0, 11);

const recently = ({ now }: Pick<ConsentWorld, 'now'>, { confirmations = [] }: Contact) =>
  confirmations.filter(({ at }) => at > now - day);

/** Why that address of the contact is not asked once more just now; undefined when it may be. */
export function askedEnough(
  world: Pick<ConsentWorld, 'now' | 'hash'>,
  contact: Contact,
  address: string,
): string | undefined {
  const { now, hash } = world;
  const recent = recently(world, contact);
  const to = short(addressHash(hash, address));
  const own = recent.filter((one) => one.to === to);
  if (own.some(({ at }) => at > now - apart)) return 'it was asked minutes ago';
  if (own.length >= mostADay) return `it was asked ${mostADay} times within a day`;
  return recent.length >= mostOfAll ? 'too many of its addresses were asked today' : undefined;
}

interface Emitted extends Pick<Told, 'id' | 'hops'> {
  readonly event: string;
  readonly properties: Fields;
}

function emit({ now, hash }: ConsentWorld, draft: Draft, emitted: Emitted): Draft {
  const { id, hops, event, properties } = emitted;
  const contact = draft.contact.id;
  const order = {
    ...({ kind: 'emit', event, properties, contact, at: now, hops: hops + 1 } as const),
    id: `evt_${hash(`${contact}/${id}/${event}`)}`,
  };
  return { ...draft, orders: [...draft.orders, order] };
}

type Confirm = Extract<Cause, { kind: 'confirm' }>;

/**
 * Turns what is pending into a consent. Changes nothing when nothing is pending, or the address has changed since, or
 * another one was asked: its owner has confirmed nothing.
 */
export function hearConfirm(world: ConsentWorld, draft: Draft, cause: Confirm): Draft {
  const pending = pendingAt(draft.contact, cause.sentAt).filter((about) =>
    cause.abouts.includes(about ?? '*'),
  );
  const address = emailOf(draft.contact);
  if (address === undefined || addressHash(world.hash, address) !== cause.addressHash)
    return note(draft, { kind: 'not_confirmed', because: 'it was sent to another address' });
  if (pending.length === 0)
    return note(draft, { kind: 'not_confirmed', because: 'nothing waits to be confirmed' });
  if (!isAsked(draft.contact, cause.addressHash))
    return note(draft, { kind: 'not_confirmed', because: 'another address was asked' });
  const confirmed = pending.reduce((current, about) => confirm(current, about, cause), draft);
  const topics = pending.flatMap((about) => about ?? []);
  return emit(world, liftComplaint(confirmed, address), {
    id: cause.id,
    hops: 0,
    event: consentConfirmed,
    properties: topics.length > 0 ? { topics } : {},
  });
}

/** What had been asked when a mail left, of what waits: a later wish needs its own mail. */
export const pendingAt = (
  contact: Pick<Contact, 'consent' | 'topics'>,
  sentAt: Instant,
): readonly About[] =>
  pendingIn(contact).filter((about) => requestedBy(wishOf(contact, about), sentAt) !== undefined);

/** When it was asked for, as of a mail that left then; undefined where that was later. Links count seconds. */
const requestedBy = (wish: Wish | undefined, sentAt: Instant): Instant | undefined =>
  [wish?.at, wish?.since].find((at) => at !== undefined && at < sentAt + second);

export const pendingIn = (contact: Pick<Contact, 'consent' | 'topics'>): readonly About[] =>
  [undefined, ...Object.keys(contact.topics ?? {})].filter(
    (about) => wishOf(contact, about)?.status === 'pending_confirmation',
  );

function confirm(draft: Draft, about: About, { at, message, sentAt, ...shown }: Confirm): Draft {
  const known = wishOf(draft.contact, about);
  if (!known) return draft;
  const { before: _, since: __, ...asked } = known;
  const wish: Wish = { ...asked, status: 'subscribed', at: Math.max(at, known.at) };
  const confirmed = present({ confirmed_at: at, confirm_ip: shown.ip, message });
  const double_opt_in = { requested_at: requestedBy(known, sentAt) ?? known.at, ...confirmed };
  const yes = { legal_basis: 'consent', double_opt_in, actor: 'contact', message } as const;
  const proof = { ...proofOfShown(shown), ...yes };
  return setWish(draft, { about, wish, proof });
}
