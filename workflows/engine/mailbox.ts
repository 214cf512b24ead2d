// Whether the contact's mailbox takes mail: bounces for now are counted, and stop marketing once three in a row lie
// at least a week apart. One mail that comes in ends the row. In whatever order it is heard, the end is the same.
import { budget } from '../model/budget.ts';
import { type Contact, emailOf } from '../model/contact.ts';
import type { Instant, Milliseconds } from '../model/time.ts';
import { change, type Draft, note } from './draft.ts';
import { suppress } from './suppress.ts';

const inARow = 3;
const apart: Milliseconds = 7 * 24 * 3_600_000;

interface SoftBounce {
  readonly address: string;
  readonly at: Instant;
  readonly detail: string;
}

/** Of an address that the contact has left, nothing is counted. */
export function bounceForNow(draft: Draft, { address: told, at, detail }: SoftBounce): Draft {
  const address = told.toLowerCase();
  const { contact } = draft;
  if (emailOf(contact)?.toLowerCase() !== address || at <= (contact.reachedAt ?? 0)) return draft;
  const row = inOrder([...bouncesOf(contact, address), at]);
  const counted = change(draft, { softBounces: { address, at: row } });
  if (!isDead(row)) return counted;
  const because = `${row.length} in a row since ${new Date(row[0] ?? at).toISOString()}, ${detail}`;
  return suppress(counted, { address, reason: 'soft_bounce', at: row.at(-1) ?? at }, because);
}

/** A mail has come in, was opened, or a link in it was followed; `because` says which. */
export function reach(draft: Draft, at: Instant, because: string): Draft {
  const { softBounces, ...contact } = draft.contact;
  if (at <= (contact.reachedAt ?? 0)) return draft;
  const row = (softBounces?.at ?? []).filter((one) => one > at);
  const left = softBounces && row.length > 0 && { softBounces: { ...softBounces, at: row } };
  const reached = { ...draft, contact: { ...contact, ...left, reachedAt: at } };
  const address = softBounces?.address ?? emailOf(contact)?.toLowerCase() ?? '';
  return isDead(row) ? reached : lift(reached, address, because);
}

/** Only what bounces for now had stopped. */
function lift(draft: Draft, address: string, because: string): Draft {
  const all = draft.contact.suppressions;
  const suppressions = all.filter((one) => one.address !== address || one.reason !== 'soft_bounce');
  return suppressions.length === all.length
    ? draft
    : note(change(draft, { suppressions }), { kind: 'suppression_lifted', because });
}

/** Of two contacts that are one, for the address that is mailed. */
export function joinedMailbox(
  one: Contact,
  other: Contact,
  traits: Contact['traits'],
): Pick<Contact, 'softBounces' | 'reachedAt'> {
  const address = emailOf({ traits })?.toLowerCase() ?? '';
  const at = inOrder([...bouncesOf(one, address), ...bouncesOf(other, address)]);
  const reachedAt = Math.max(one.reachedAt ?? 0, other.reachedAt ?? 0);
  return {
    ...(at.length > 0 && { softBounces: { address, at } }),
    ...(reachedAt > 0 && { reachedAt }),
  };
}

const bouncesOf = ({ softBounces, reachedAt = 0 }: Contact, address: string): readonly Instant[] =>
  softBounces?.address === address ? softBounces.at.filter((at) => at > reachedAt) : [];

/** The first, and the newest. */
function inOrder(all: readonly Instant[]): readonly Instant[] {
  const [first, ...later] = all.toSorted((one, other) => one - other);
  return first === undefined ? [] : [first, ...later.slice(1 - budget.softBounces)];
}

const isDead = (row: readonly Instant[]): boolean =>
  row.length >= inARow && (row.at(-1) ?? 0) - (row[0] ?? 0) >= apart;
