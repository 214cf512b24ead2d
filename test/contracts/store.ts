// What every storage adapter promises, whichever DynamoDB is under it. Run it against each engine that claims to be one.

import { alarmsContract } from './store/alarms.ts';
import { bookContract } from './store/book.ts';
import { booksContract } from './store/books.ts';
import { campaignsContract } from './store/campaigns.ts';
import { contactsContract } from './store/contacts.ts';
import { doorContract } from './store/door.ts';
import { identitiesContract } from './store/identities.ts';
import { jobsContract } from './store/jobs.ts';
import { ledgerContract } from './store/ledger.ts';
import type { OpenStore } from './store/open.ts';
import { publicationsContract } from './store/publications.ts';
import { schemaContract } from './store/schema.ts';
import { sentMailContract } from './store/sent-mail.ts';
import { sourcesContract } from './store/sources.ts';
import { talliesContract } from './store/tallies.ts';
import { tasksContract } from './store/tasks.ts';
import { timelineContract } from './store/timeline.ts';
import { workspaceContract } from './store/workspace.ts';

/** `open` gives three empty tables at every call. */
export function storeContract(open: OpenStore): void {
  contactsContract(open);
  identitiesContract(open);
  timelineContract(open);
  alarmsContract(open);
  ledgerContract(open);
  sentMailContract(open);
  bookContract(open);
  booksContract(open);
  campaignsContract(open);
  publicationsContract(open);
  schemaContract(open);
  workspaceContract(open);
  doorContract(open);
  sourcesContract(open);
  tasksContract(open);
  jobsContract(open);
  talliesContract(open);
}
