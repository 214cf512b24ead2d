// The keys that an event carries: whom it names, by what, and whom it says that they were called before.
import type { Event } from '../../workflows/model/event.ts';
import { sendable } from '../channels/email/address.ts';

/** The same for an address however it is written. */
export function mailboxKey(email: string): string {
  const address = sendable(email);
  return `email:${'identity' in address ? address.identity : email.toLowerCase()}`;
}

type Named = Pick<Event, 'id' | 'user' | 'email' | 'anonymous'>;

/** The strongest first. An event always has at least one. */
export function keysOf({ id, user, email, anonymous }: Named): string[] {
  const keys = [
    user === undefined ? [] : [`user:${user}`],
    email === undefined ? [] : [mailboxKey(email)],
    anonymous === undefined ? [] : [`anonymous:${anonymous}`],
  ].flat();
  return keys.length > 0 ? keys : [`event:${id}`];
}

/** What an alias says that they were called: it may be the id of a user, or of a device. */
export function formerKeysOf({ type, properties }: Event): string[] {
  const former = properties?.previousId;
  const isSaid = type === 'alias' && typeof former === 'string' && former !== '';
  return isSaid ? [`user:${former}`, `anonymous:${former}`] : [];
}
