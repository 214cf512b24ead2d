// Finishes a merge once the survivor has taken in what the other held: keys lead to the survivor, and of the other only
// the way there remains. Done again it changes nothing.
import { newContact } from '../../workflows/model/contact.ts';
import { wins } from '../errors.ts';
import type { Contacts, Identities, Merged } from '../ports.ts';

export interface FinishPorts {
  readonly contacts: Pick<Contacts, 'save'>;
  readonly identities: Pick<Identities, 'rebind'>;
}

export async function finishMerge(
  { contacts, identities }: FinishPorts,
  { contact, revision, into, keys, erasedAt }: Merged,
): Promise<void> {
  await Promise.all(keys.map((key) => identities.rebind(key, contact, into)));
  const erased = erasedAt === undefined ? {} : { erasedAt };
  const pointer = { ...newContact(contact), revision: revision + 1, mergedInto: into, ...erased };
  // Where that is lost, it was emptied before.
  await wins(contacts.save({ contact: pointer, outbox: [] }));
}
