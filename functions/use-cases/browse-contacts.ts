// Contacts one after the other, in no order, of a segment or a list if that is asked: each portion looks at a bounded
// part of the table, so that it answers while somebody waits, and may find few or none.
import type { Contact } from '../../workflows/model/contact.ts';
import type { ContactScan } from '../job-ports.ts';
import type { ListRequest } from '../listing.ts';

interface Wanted {
  readonly segment?: string | undefined;
  readonly list?: string | undefined;
}

interface Browsed {
  readonly contacts: readonly Contact[];
  /** Where to go on; absent at the end. */
  readonly cursor?: string;
}

const pageItems = 250;
const pages = 8;

export async function browseContacts(
  { scan }: { readonly scan: ContactScan },
  wanted: Wanted,
  { limit, after }: ListRequest<string>,
): Promise<Browsed> {
  const contacts: Contact[] = [];
  let cursor = after;
  for (let count = 0; count < pages && contacts.length < limit; count += 1) {
    const left = Math.min(pageItems, isAnybody(wanted) ? limit - contacts.length : pageItems);
    const page = await scan.page({ chunk: 0, chunks: 1, cursor, limit: left });
    contacts.push(
      ...page.contacts.flatMap(({ contact }) => (fits(contact, wanted) ? contact : [])),
    );
    cursor = page.cursor;
    if (cursor === undefined) return { contacts };
  }
  return { contacts, ...(cursor !== undefined && { cursor }) };
}

const isAnybody = ({ segment, list }: Wanted): boolean =>
  segment === undefined && list === undefined;

const fits = ({ segments, lists }: Contact, { segment, list }: Wanted): boolean =>
  (segment === undefined || Object.hasOwn(segments, segment)) &&
  (list === undefined || Object.hasOwn(lists, list));
