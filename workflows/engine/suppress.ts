// An address that must not be mailed any more, among those that the contact has had; and one that may be again.
import { budget } from '../model/budget.ts';
import type { Cause } from '../model/cause.ts';
import type { Suppression } from '../model/consent.ts';
import { change, type Draft, note } from './draft.ts';

const hardness = { bounce: 3, manual: 2, complaint: 1, soft_bounce: 0 } as const;

/** A complaint stops marketing only; it must not soften what stops everything, nor be forgotten behind it. */
export function suppress(draft: Draft, told: Suppression, detail: string): Draft {
  const address = told.address.toLowerCase();
  const known = suppressionOf(draft, address);
  const both = known ? harder(known, { ...told, address }) : { ...told, address };
  if (known && isSame(known, both)) return draft;
  const suppressions = [...without(draft, known).slice(1 - budget.suppressions), both];
  const because = `${told.reason}: ${detail}`;
  return note(change(draft, { suppressions }), { kind: 'suppressed', because });
}

/** Both of one address as one. */
export function harder(known: Suppression, told: Suppression): Suppression {
  const { complainedAt: _, ...winner } =
    hardness[told.reason] > hardness[known.reason] || isAgain(known, told) ? told : known;
  const complainedAt = complaintIn(known) ?? complaintIn(told);
  const isBehind = winner.reason !== 'complaint' && complainedAt !== undefined;
  return { ...winner, ...(isBehind && { complainedAt }) };
}

const isAgain = (known: Suppression, told: Suppression) =>
  known.reason === 'complaint' && told.reason === 'complaint';

const complaintIn = ({ reason, at, complainedAt }: Suppression) =>
  reason === 'complaint' ? at : complainedAt;

const isSame = (one: Suppression, other: Suppression): boolean =>
  one.reason === other.reason && one.at === other.at && one.complainedAt === other.complainedAt;

const suppressionOf = ({ contact }: Draft, address: string | undefined) =>
  contact.suppressions.find((one) => one.address === address?.toLowerCase());

const without = ({ contact }: Draft, one: Suppression | undefined): readonly Suppression[] =>
  contact.suppressions.filter((other) => other !== one);

type Handed = Extract<Cause, { kind: 'suppression' }>;

/** The owner may lift what the owner did, and a bounce of an address that works again. */
export function hearSuppression(draft: Draft, told: Handed): Draft {
  const { address, because, by, at } = told;
  const words = `by ${by}: ${because}`;
  if (told.do === 'add') return suppress(draft, { address, reason: 'manual', at }, words);
  const known = suppressionOf(draft, address);
  if (!known || known.reason === 'complaint') return draft;
  const left: readonly Suppression[] =
    known.complainedAt === undefined
      ? []
      : [{ address: known.address, reason: 'complaint', at: known.complainedAt }];
  const suppressions = [...without(draft, known), ...left];
  return note(change(draft, { suppressions }), { kind: 'suppression_lifted', because: words });
}

/** Only the person takes a complaint back, by a consent that nobody else can have given. */
export function liftComplaint(draft: Draft, address: string | undefined): Draft {
  const known = suppressionOf(draft, address);
  if (!known || complaintIn(known) === undefined) return draft;
  const { complainedAt: _, ...other } = known;
  const left = known.reason === 'complaint' ? [] : [other];
  const because = 'complaint: taken back by a new consent';
  const suppressions = [...without(draft, known), ...left];
  return note(change(draft, { suppressions }), { kind: 'suppression_lifted', because });
}
