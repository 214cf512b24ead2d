// Tallies in the work table: one item for each campaign and day, in a few shards, so that a broadcast's many writers do
// not wait for one another. DynamoDB adds; what was there need not be read.
import {
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Now } from '../ports.ts';
import type { Counts, Day, Mark, Tallies } from '../tally-ports.ts';
import { dayOf } from '../use-cases/day-of.ts';
import { total } from '../use-cases/tallies.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { readFrom } from './partition.ts';

/** Each is good for 1,000 writes a second, and a write is a batch of work. */
const shards = [0, 1, 2, 3];

const earliest: Day = '0000-01-01';

export const createTallies = (client: DynamoDBClient, table: string, now: Now): Tallies => ({
  add: async (counts) => {
    const day = dayOf(now());
    const shard = Math.floor(Math.random() * shards.length);
    const updates = [...counts].map(([campaign, some]) =>
      client.send(addition(table, keys.tally(campaign, shard, day), some)),
    );
    await Promise.all(updates);
  },

  read: async (campaign, since = earliest) => {
    const found = await Promise.all(
      shards.map((shard) => readFrom(client, table, keys.tally(campaign, shard, since))),
    );
    const byDay = Map.groupBy(found.flat(), ({ sk }) => sk?.S ?? '');
    return new Map(
      [...byDay].map(([day, items]): [Day, Counts] => [day, total(items.map(countsOf))]),
    );
  },

  mark: async (campaign) => {
    const Key = keys.tallyMark(campaign);
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key, ConsistentRead: true }),
    );
    return Item && (JSON.parse(Item.mark?.S ?? '') as Mark);
  },

  setMark: async (campaign, mark) => {
    const Item = { ...keys.tallyMark(campaign), mark: { S: JSON.stringify(mark) } };
    await client.send(new PutItemCommand({ TableName: table, Item }));
  },
});

function addition(table: string, Key: Item, counts: Counts): UpdateItemCommand {
  const all = Object.entries(counts as Readonly<Record<string, string>>);
  return new UpdateItemCommand({
    TableName: table,
    Key,
    UpdateExpression: `ADD ${all.map((_, index) => `#c${index} :a${index}`).join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(all.map(([name], index) => [`#c${index}`, name])),
    ExpressionAttributeValues: Object.fromEntries(
      all.map(([, amount], index) => [`:a${index}`, { N: amount }]),
    ),
  });
}

const countsOf = ({ pk: _, sk: __, ...counters }: Item): Counts =>
  Object.fromEntries(Object.entries(counters).map(([name, { N = '0' }]) => [name, N]));
