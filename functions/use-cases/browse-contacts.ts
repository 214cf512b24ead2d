// Contacts one after the other, in no order, of a segment or a list if that is asked: each portion looks at a bounded
// part of the table, so that it answers while somebody waits, and may find few or none. One that cannot be read is
// left out and reported.
import type { Suppression } from '../../workflows/model/consent.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { BookKeeping } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import type { ContactScan, ScannedPage } from '../job-ports.ts';
import type { ListRequest } from '../listing.ts';
import { log } from '../log.ts';

interface Wanted {
  readonly segment?: string | undefined;
  readonly list?: string | undefined;
  /** Those with an address that is suppressed for this reason, or for any. */
  readonly suppressed?: Suppression['reason'] | 'any' | undefined;
}

interface Browsed {
  readonly contacts: readonly Contact[];
  /** Where to go on; absent at the end. */
  readonly cursor?: string;
}

/** Items that a portion looks at, about; the table holds other things than contacts, too. */
const most = 2_000;
const leastPage = 25;
const mostPage = 250;

export async function browseContacts(
  { scan }: { readonly scan: ContactScan },
  wanted: Wanted,
  { limit, after }: ListRequest<string>,
): Promise<Browsed> {
  const contacts: Contact[] = [];
  let cursor = after;
  // It asks for as many as are wanted, and where few are found for ever more.
  for (let looked = 0; looked < most && contacts.length < limit; ) {
    const size = Math.max(leastPage, limit - contacts.length, looked);
    const page = await scan.page({
      ...{ chunk: 0, chunks: 1, cursor },
      limit: Math.min(size, mostPage),
    });
    contacts.push(...fitting(page, wanted));
    looked += size;
    cursor = page.cursor;
    if (cursor === undefined) break;
  }
  const asked = contacts.slice(0, limit);
  const last = contacts.length > limit ? asked.at(-1) : undefined;
  if (last) return { contacts: asked, cursor: scan.behind(last.id) };
  return { contacts, ...(cursor !== undefined && { cursor }) };
}

/** Of what is not there nobody could say that nobody is in it. Throws Refused(404). */
export async function refuseUnknownGroup(
  { book }: { readonly book: Pick<BookKeeping, 'read'> },
  { segment, list }: Wanted,
): Promise<void> {
  if (segment === undefined && list === undefined) return;
  const { segments, lists } = await book.read();
  if (segment !== undefined && !segments.has(segment))
    throw new Refused(404, `There is no segment "${segment}"`, { at: 'segment' });
  if (list !== undefined && !lists.has(list))
    throw new Refused(404, `There is no list "${list}"`, { at: 'list' });
}

function fitting({ contacts, unreadable }: ScannedPage, wanted: Wanted): Contact[] {
  for (const contact of unreadable) log.error('contact cannot be read', { contact });
  return contacts.flatMap(({ contact }) => (fits(contact, wanted) ? contact : []));
}

/** Of a segment, on a list, suppressed: whatever of these is asked. */
export const fits = ({ segments, lists, suppressions }: Contact, wanted: Wanted): boolean => {
  const { segment, list, suppressed } = wanted;
  return (
    (segment === undefined || Object.hasOwn(segments, segment)) &&
    (list === undefined || Object.hasOwn(lists, list)) &&
    (suppressed === undefined || suppressions.some((one) => isFor(one, suppressed)))
  );
};

const isFor = ({ reason }: Suppression, wanted: Suppression['reason'] | 'any'): boolean =>
  wanted === 'any' || reason === wanted;
