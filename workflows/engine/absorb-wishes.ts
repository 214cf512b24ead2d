// Two contacts that are one person: what it wishes. A no of either is the no of both, of every topic by itself; what was
// refused of all is no yes to a topic for the other.
import { budget } from '../model/budget.ts';
import { standing, type Wish } from '../model/consent.ts';
import { type About, type Contact, wishOf } from '../model/contact.ts';
import { present } from '../model/present.ts';
import type { Instant } from '../model/time.ts';
import type { Draft } from './draft.ts';
import { outweighs } from './preferences.ts';
import { bare, proveWish } from './wish.ts';

type Wishes = Pick<Contact, 'consent' | 'topics' | 'pausedUntil' | 'untracked' | 'confirmations'>;

export function joinedWishes(one: Contact, other: Contact): Wishes {
  const topics = joinedTopics(one, other);
  return present({
    consent: stricter(one.consent, other.consent),
    topics: topics.length > 0 ? Object.fromEntries(topics.slice(-budget.topics)) : undefined,
    pausedUntil: later(one.pausedUntil, other.pausedUntil),
    untracked: one.untracked ?? other.untracked,
    confirmations: joinedConfirmations(one.confirmations, other.confirmations),
  });
}

const later = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
  one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);

function joinedConfirmations(
  one: Contact['confirmations'],
  other: Contact['confirmations'],
): Contact['confirmations'] {
  if (!one || !other) return one ?? other;
  return [...one, ...other].sort((a, b) => a.at - b.at);
}

/** A no before a yes, and that before what waits or is over; of two alike the later, with what held before both. */
function stricter<W extends Wish>(one: W | undefined, other: W | undefined): W | undefined {
  if (!one || !other) return one ?? other;
  const rank = strictness(one) - strictness(other);
  const isFirst = rank === 0 ? one.at >= other.at : rank > 0;
  const [wish, lost] = isFirst ? [one, other] : [other, one];
  if (wish.status !== 'pending_confirmation') return wish;
  const before = stricter(wish.before, lost.status === wish.status ? lost.before : bare(lost));
  return before ? { ...wish, before } : wish;
}

function strictness(wish: Wish): number {
  if (wish.status === 'unsubscribed') return 4;
  if (isRefused(wish)) return 3;
  if (wish.status === 'subscribed') return 2;
  return wish.status === 'pending_confirmation' ? 1 : 0;
}

const isRefused = (wish: Wish | undefined): boolean => standing(wish, 0)?.status === 'unsubscribed';

function joinedTopics(one: Contact, other: Contact): [string, Wish][] {
  const ids = new Set([...Object.keys(other.topics ?? {}), ...Object.keys(one.topics ?? {})]);
  return [...ids].flatMap((id) => {
    const wish = stricter(topicWish(one, other, id), topicWish(other, one, id));
    return wish ? [[id, wish] as [string, Wish]] : [];
  });
}

/** What was joined by one, where the other has refused all and did not join it after that, is refused. */
function topicWish(one: Contact, other: Contact, id: string): Wish | undefined {
  const [wish, theirs, no] = [wishOf(one, id), wishOf(other, id), other.consent];
  if (!wish || !no || !isRefused(no) || standing(wish, 0)?.status !== 'subscribed') return wish;
  if (theirs?.status === 'subscribed' && !outweighs(standing(no, 0), theirs)) return wish;
  const refused: Wish = {
    status: 'unsubscribed',
    at: Math.max(no.at, wish.at),
    method: no.method,
  };
  return wish.status === 'subscribed' ? refused : { ...wish, before: refused };
}

/** A line of the survivor's ledger for each wish that is now another: those of the other stand under its own id. */
export function recordJoined(before: Contact, from: Contact, draft: Draft): Draft {
  const abouts: About[] = [undefined, ...Object.keys(draft.contact.topics ?? {})];
  const changed = abouts.filter((about) => {
    const [was, is] = [wishOf(before, about), wishOf(draft.contact, about)];
    return was !== is && (was?.status !== is?.status || was?.at !== is?.at);
  });
  return changed.reduce((current, about) => {
    const wish = wishOf(current.contact, about);
    const proof = { method_detail: `merged with ${from.id}`, actor: 'merge' };
    return wish ? proveWish(current, { about, wish, proof }) : current;
  }, draft);
}
