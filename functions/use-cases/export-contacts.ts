// Contacts as parts of a file, whichever contact is in them: put one behind the other they are the whole file. Every
// part is bounded, so that it is answered while somebody waits, and may be empty. Refuses a segment or a list that is
// not there: an empty file would say that nobody is in it.
import type { Contact } from '../../workflows/model/contact.ts';
import type { BookKeeping } from '../book-ports.ts';
import type { ContactScan } from '../job-ports.ts';
import { browseContacts, refuseUnknownGroup } from './browse-contacts.ts';

interface Wanted {
  readonly segment?: string | undefined;
  readonly list?: string | undefined;
}

interface Part {
  readonly text: string;
  /** Absent at the end. */
  readonly cursor?: string;
}

/** Contacts that are read at once: the largest hold some tens of kilobytes each. */
const handful = 25;
/** Characters: an answer of Lambda holds six megabytes, and a Persian letter takes two of them. */
const large = 1_500_000;

interface ExportPorts {
  readonly scan: ContactScan;
  readonly book: Pick<BookKeeping, 'read'>;
}

export async function exportContacts(
  ports: ExportPorts,
  wanted: Wanted,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  written: (contacts: readonly Contact[]) => string,
): Promise<Part> {
  await refuseUnknownGroup(ports, wanted);
  let text = '';
  let left = limit;
  let cursor = after;
  do {
    const found = await browseContacts(ports, wanted, {
      limit: Math.min(handful, left),
      after: cursor,
    });
    text += written(found.contacts);
    left -= found.contacts.length;
    cursor = found.cursor;
    // Where few fit, a portion of the scan that found none has already looked far.
    if (found.contacts.length === 0) break;
  } while (cursor !== undefined && left > 0 && text.length < large);
  return { text, ...(cursor !== undefined && { cursor }) };
}
