// Addresses that must not be mailed: stopped by the owner's hand, and let go again. Nobody but the person takes a
// complaint back.
import type { Cause } from '../../workflows/model/cause.ts';
import type { Suppression } from '../../workflows/model/consent.ts';
import { type Contact, emailOf } from '../../workflows/model/contact.ts';
import { Refused } from '../errors.ts';
import { applyAll, type ChangePorts, loadContact, type Signature } from './change-contact.ts';

interface Asked {
  /** The one that mail goes to when absent. */
  readonly address?: string | undefined;
  readonly because: string;
}

/** Throws Refused(422) for somebody without an address. Answers the contact. */
export function suppressAddress(
  ports: ChangePorts,
  contact: Contact,
  asked: Asked,
  signature: Signature,
): Promise<Contact> {
  return change(ports, contact, { do: 'add', ...wholeOf(contact, asked) }, signature);
}

/** Throws Refused(404) where it is not suppressed, and Refused(409) for a complaint. Answers the contact. */
export async function liftSuppression(
  ports: ChangePorts,
  contact: Contact,
  asked: Asked,
  signature: Signature,
): Promise<Contact> {
  const whole = wholeOf(contact, asked);
  const known = suppressionOf(contact, whole.address);
  if (!known) throw new Refused(404, 'This address is not suppressed', { at: 'address' });
  if (known.reason === 'complaint')
    throw new Refused(409, 'Only a new consent of the person takes a complaint back');
  return change(ports, contact, { do: 'lift', ...whole }, signature);
}

const suppressionOf = (contact: Contact, address: string): Suppression | undefined =>
  contact.suppressions.find((one) => one.address === address.toLowerCase());

function wholeOf(contact: Contact, { address = emailOf(contact), because }: Asked) {
  if (address === undefined) throw new Refused(422, 'There is no address', { at: 'address' });
  return { address, because };
}

type Change = Pick<Extract<Cause, { kind: 'suppression' }>, 'do' | 'address' | 'because'>;

async function change(
  ports: ChangePorts,
  contact: Contact,
  asked: Change,
  { id, by }: Signature,
): Promise<Contact> {
  const cause: Cause = { kind: 'suppression', id, at: ports.now(), by, ...asked };
  await applyAll(ports, [{ contact: contact.id, cause }]);
  return loadContact(ports.contacts, contact.id);
}
