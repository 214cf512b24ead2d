// What an erased contact hears: nothing received before the erasure, whatever comes late, twice or out of a dead-letter
// queue; and afterwards only what the person does. Nobody else may bring somebody back.
import type { Cause } from '../model/cause.ts';
import { type Contact, emailOf, isErased, wasErased } from '../model/contact.ts';

/** `isNamed`: keys of the person led the cause here, rather than an id of ours that somebody has remembered. */
export function isUnheard(contact: Contact, cause: Cause, isNamed: boolean): boolean {
  if (contact.erasedAt === undefined) return false;
  if (cause.kind === 'alarm') return false;
  // It notes who was merged, for the erasure to find.
  if (cause.kind === 'absorb') return false;
  if (wasErased(contact, cause.at)) return true;
  if (isErased(contact)) return cause.kind !== 'event' || !isNamed;
  return cause.kind === 'feedback' && !isMailed(contact, cause.feedback.address);
}

/** What is told of another address is of a mail from before. */
const isMailed = (contact: Contact, address: string): boolean =>
  emailOf(contact)?.toLowerCase() === address.toLowerCase();
