// What the pages read out of a contact: what it is called, where mail goes, what it wishes, when it was last heard of.

import type { Schemas } from '../../api/client.ts';
import { serverNow } from '../../api/server-time.ts';

export type Contact = Pick<
  Schemas['getContactsIdAnswer'],
  | ('id' | 'identities' | 'traits' | 'traitsAt' | 'consent' | 'topics' | 'pausedUntil')
  | ('suppressions' | 'lists' | 'segments' | 'enrollments')
> & {
  /** What the engine remembers besides: when it last applied something. */
  readonly appliedAt?: unknown;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const firstOf = ({ traits }: Contact, ...names: readonly string[]): string =>
  names.map((name) => textOf(traits[name])).find((text) => text !== '') ?? '';

export const addressOf = (contact: Contact): string => firstOf(contact, 'email');

/** Empty when nobody has said. */
export function nameOf(contact: Contact): string {
  const both = [
    firstOf(contact, 'first_name', 'firstName'),
    firstOf(contact, 'last_name', 'lastName'),
  ];
  return both.filter((one) => one !== '').join(' ') || firstOf(contact, 'name');
}

/** What stands for somebody of whom hardly anything is known. */
export const titleOf = (contact: Contact): string =>
  nameOf(contact) ||
  addressOf(contact) ||
  (contact.identities[0] ?? contact.id).replace(/^[a-z]+:/, '');

export const tagsOf = ({ traits: { tags } }: Contact): readonly string[] =>
  Array.isArray(tags) ? tags.map(String) : [];

export type Standing =
  | 'suppressed'
  | 'no_address'
  | 'paused'
  | NonNullable<Contact['consent']>['status'];

/* t('standing: suppressed') t('standing: no_address') t('standing: paused') t('standing: subscribed')
   t('standing: unsubscribed') t('standing: pending_confirmation') t('standing: not_subscribed') */
/** Whether marketing may reach them, as one word: what forbids the most comes first. */
export function standingOf(contact: Contact): Standing {
  const address = addressOf(contact).toLowerCase();
  if (address === '') return 'no_address';
  if (contact.suppressions.some((one) => one.address === address)) return 'suppressed';
  const status = contact.consent?.status ?? 'not_subscribed';
  if (status === 'subscribed' && (contact.pausedUntil ?? 0) > serverNow()) return 'paused';
  return status;
}

/** When anything of theirs was last applied; undefined for somebody nobody has heard of. */
export function heardOf({ appliedAt, traitsAt }: Contact): number | undefined {
  const last = Array.isArray(appliedAt) ? Number(appliedAt.at(-1) ?? 0) : 0;
  return Math.max(last, traitsAt) || undefined;
}
