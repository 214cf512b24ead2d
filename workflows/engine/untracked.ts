// What tracking tells in vain: of somebody who does not want to be tracked, of nobody, and of a mail from before an erasure.
import type { Cause } from '../model/cause.ts';
import { type Contact, wasErased } from '../model/contact.ts';
import { trackingSource } from '../model/tracked.ts';

export function isUntracked(contact: Contact, cause: Cause): boolean {
  if (cause.kind !== 'event' || cause.event.source !== trackingSource) return false;
  const sentAt = Date.parse(String(cause.event.properties?.sent_at));
  return contact.untracked === true || contact.revision === 0 || wasErased(contact, sentAt);
}
