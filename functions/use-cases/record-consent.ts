// A wish that was told elsewhere, on the phone or on paper, is written down with where it came from. Refuses what is older
// than what is known by now, topics that are not there, and the future.
import { newsIn } from '../../workflows/engine/hear-consent.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import { type About, type Contact, wishOf } from '../../workflows/model/contact.ts';
import type { ConsentGiven } from '../../workflows/model/event.ts';
import { topicOf } from '../../workflows/model/topic.ts';
import type { BookKeeping } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import { applyAll, type ChangePorts, loadContact, type Signature } from './change-contact.ts';

interface RecordPorts extends ChangePorts {
  readonly book: Pick<BookKeeping, 'read'>;
}

export type StatedConsent = ConsentGiven & Required<Pick<ConsentGiven, 'at'>>;

/** Throws Refused(422) for what cannot be, and Refused(409) where something newer is known. Answers the contact. */
export async function recordConsent(
  ports: RecordPorts,
  contact: Contact,
  given: StatedConsent,
  { id, by }: Signature,
): Promise<Contact> {
  const { workspace } = await ports.book.read();
  const now = ports.now();
  if (given.at > now) throw new Refused(422, 'Nobody has wished in the future', { at: 'at' });
  const unknown = given.topics?.find((topic) => !topicOf(workspace.topics, topic));
  if (unknown !== undefined)
    throw new Refused(422, `There is no topic "${unknown}"`, { at: 'topics' });
  const news = newsIn({ workspace }, contact, { given, at: given.at });
  if (news.length === 0 && !isKnown(contact, given))
    throw new Refused(409, 'Something newer is known of what this person wishes', { at: 'at' });
  const cause: Cause = { kind: 'consent', id, at: now, given, by };
  await applyAll(ports, [{ contact: contact.id, cause }]);
  return loadContact(ports.contacts, contact.id);
}

/** Told a second time. */
function isKnown(contact: Contact, { status, at, topics }: StatedConsent): boolean {
  const abouts: readonly About[] = topics ?? [undefined];
  return abouts.every((about) => {
    const wish = wishOf(contact, about);
    return wish?.status === status && wish.at === at;
  });
}
