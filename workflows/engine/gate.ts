// The gate: may this message go to this contact now? Consent first, then suppression.
import type { Basis } from '../model/consent.ts';
import { type Contact, emailOf } from '../model/contact.ts';
import type { MessageKind } from '../model/message.ts';
import type { Withheld } from '../model/transition.ts';

/** The reason to withhold, or undefined when the message may pass. */
export function gate(contact: Contact, kind: MessageKind, basis: Basis): Withheld | undefined {
  const address = emailOf(contact);
  if (address === undefined) return 'no_address';
  if (kind === 'marketing') {
    if (contact.consent?.status === 'unsubscribed') return 'unsubscribed';
    if (basis === 'consent' && contact.consent?.status !== 'subscribed') return 'not_subscribed';
  }
  return isSuppressed(contact, address, kind) ? 'suppressed' : undefined;
}

/** The hard no's alone, asked once more just before a message leaves. */
export const hardNo = (contact: Contact, kind: MessageKind): Withheld | undefined =>
  gate(contact, kind, 'soft_opt_in');

function isSuppressed(contact: Contact, address: string, kind: MessageKind): boolean {
  const lower = address.toLowerCase();
  const suppression = contact.suppressions.find((one) => one.address === lower);
  return suppression !== undefined && (suppression.reason === 'bounce' || kind === 'marketing');
}
