// The contact that a path names: by its id, or by a key such as "user:42" or "email:sara@example.com".
import type { Contact } from '../../workflows/model/contact.ts';
import { Refused } from '../errors.ts';
import { findContact, type ReadPorts } from '../use-cases/read-timeline.ts';

/** Throws Refused(404) when nobody is known by it. */
export async function contactOf(ports: ReadPorts, wanted: string): Promise<Contact> {
  const found = await findContact(ports, wanted);
  if (!found) throw new Refused(404, 'There is no such contact');
  return found;
}
