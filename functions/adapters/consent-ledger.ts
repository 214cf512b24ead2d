// The consent ledger in the activity table: a contact's lines in the order in which they were recorded, for all time.
// Never changes a line, and refuses to tell one contact's from another's by anything but its id.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ConsentRecord } from '../../workflows/model/consent-record.ts';
import type { ConsentLedger } from '../ports.ts';
import { writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readPortion } from './partition.ts';

const keyOf = ({
  contact,
  recorded_at,
  id,
}: Pick<ConsentRecord, 'contact' | 'recorded_at' | 'id'>) => keys.consent(contact, recorded_at, id);

export const createConsentLedger = (client: DynamoDBClient, table: string): ConsentLedger => ({
  // One id is one line, word for word: putting it again changes nothing.
  add: async (records) => {
    if (records.length === 0) return;
    const items = records.map((record) => ({ ...keyOf(record), ...pack(record) }));
    await writeAll(client, table, items);
  },

  list: async (contact, { limit, after }) => {
    // A whole line may be handed in, and be that of another contact of the same person.
    const last = after && keyOf({ ...after, contact });
    const of = keys.consent(contact, 0, '');
    const items = await readPortion(client, {
      ...{ table, of, limit, after: last },
      ...{ newestFirst: true, consistent: true },
    });
    return items.map((item) => unpack<ConsentRecord>(item));
  },
});
