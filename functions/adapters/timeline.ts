// The timeline in the activity table: a contact's rows in the order of time.
import { isDeepStrictEqual } from 'node:util';
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Timeline, TimelineRow } from '../ports.ts';
import { type Item, readAll, writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readPortion } from './partition.ts';

/** How long rows are kept, in seconds: a little more than a year, for year-on-year rules. */
const retention = 400 * 86_400;

const keyOf = ({ contact, at, kind, id }: Pick<TimelineRow, 'contact' | 'at' | 'kind' | 'id'>) =>
  keys.timeline(contact, at, `${kind}#${id}`);

const placeOf = ({ pk, sk }: Item) => `${pk?.S} ${sk?.S}`;

export const createTimeline = (client: DynamoDBClient, table: string): Timeline => ({
  put: async (rows) => {
    const items = rows.map((row) => {
      const ttl = { N: String(Math.ceil(row.at / 1000) + retention) };
      return { ...keyOf(row), ttl, ...pack(row) };
    });
    await writeAll(client, table, items);
  },

  has: async (row) => {
    const ProjectionExpression = 'pk';
    const request = { TableName: table, Key: keyOf(row), ProjectionExpression };
    const answer = await client.send(new GetItemCommand({ ...request, ConsistentRead: true }));
    return answer.Item !== undefined;
  },

  standing: async (rows) => {
    const places = new Map(rows.map((row) => [placeOf(keyOf(row)), keyOf(row)]));
    const items = await readAll(client, table, [...places.values()]);
    const found = new Map(items.map((item) => [placeOf(item), unpack<TimelineRow>(item)]));
    const isSame = (row: TimelineRow) => isDeepStrictEqual(found.get(placeOf(keyOf(row))), row);
    return new Set(rows.filter(isSame));
  },

  list: async (contact, limit, after) => {
    // A whole row may be handed in, and be that of another contact of the same person.
    const last = after && keyOf({ ...after, contact });
    const of = keys.contact(contact);
    const items = await readPortion(client, { table, of, limit, after: last, newestFirst: true });
    return items.map((item) => unpack<TimelineRow>(item));
  },
});
