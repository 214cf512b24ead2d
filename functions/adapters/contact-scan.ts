// A scan of the contacts in the core table, by chunks that together are all of it. DynamoDB spreads items over chunks
// by a hash of their keys: the first page of a chunk is as good a sample as any.
import { DescribeTableCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { isErased } from '../../workflows/model/contact.ts';
import type { ContactScan, ScannedPage } from '../job-ports.ts';
import type { StoredContact } from '../ports.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { unpack } from './packing.ts';

const prefix = keys.contact('').pk.S;

export const createContactScan = (client: DynamoDBClient, table: string): ContactScan => ({
  page: async ({ chunk, chunks, cursor, limit }) => {
    const answer = await client.send(
      new ScanCommand({
        TableName: table,
        Segment: chunk,
        TotalSegments: chunks,
        Limit: limit,
        // The table holds other things, too; they are read and paid, but not handed over.
        FilterExpression: 'begins_with(pk, :contact)',
        ExpressionAttributeValues: { ':contact': { S: prefix } },
        ExclusiveStartKey: cursor === undefined ? undefined : (JSON.parse(cursor) as Item),
      }),
    );
    const { LastEvaluatedKey: last } = answer;
    return { ...readAll(answer.Items ?? []), ...(last && { cursor: JSON.stringify(last) }) };
  },

  behind: (contact) => JSON.stringify(keys.contact(contact)),

  estimate: async () => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    return Table?.ItemCount ?? 0;
  },
});

/**
 * An item that cannot be read is one contact's trouble, not that of its whole page. It is told by name: whoever has to
 * reach everybody sets it aside and reads it once more alone, where the error itself is thrown.
 */
function readAll(items: readonly Item[]): Pick<ScannedPage, 'contacts' | 'unreadable'> {
  const contacts: StoredContact[] = [];
  const unreadable: string[] = [];
  for (const item of items) {
    try {
      const stored = unpack<StoredContact>(item);
      // Whoever turned out to be another is met there.
      const isThere = stored.contact.mergedInto === undefined && !isErased(stored.contact);
      if (isThere) contacts.push(stored);
    } catch {
      unreadable.push((item.pk?.S ?? '').slice(prefix.length));
    }
  }
  return { contacts, unreadable };
}
