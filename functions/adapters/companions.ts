// Orders in the work table, for what is bought together: pages as they are written, one for each batch of work, and the
// counts that they are folded into. Pages go after forty days; counts stay.
import { type DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../workflows/model/time.ts';
import type {
  Counted,
  OrderCountStore,
  OrderLog,
  OrderPage,
  OrderPages,
  Totals,
} from '../offer-ports.ts';
import type { Now } from '../ports.ts';
import { onRevision, put } from './conditional-put.ts';
import { type Item, writeAll } from './dynamo.ts';
import { from, keys, orderDay } from './keys.ts';
import { pack, unpack } from './packing.ts';

const day = 86_400_000;
const orderPagesKeptFor = 40 * day;

export const createOrderLog = (client: DynamoDBClient, table: string, now: Now): OrderLog => ({
  put: async (id, lines) => {
    const at = now();
    const ttl = { N: String(Math.ceil((at + orderPagesKeptFor) / 1_000)) };
    await writeAll(client, table, [{ ...keys.orderPage(at, id), ttl, ...pack({ at, lines }) }]);
  },
});

export function createOrderPages(client: DynamoDBClient, table: string): OrderPages {
  async function* ofDay(at: Instant, range: { readonly after: Instant; readonly upTo: Instant }) {
    let start: Item | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :day AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':day': { S: orderDay(at) },
            ':from': { S: from(range.after + 1) },
            ':to': { S: from(range.upTo + 1) },
          },
          ExclusiveStartKey: start,
        }),
      );
      yield (answer.Items ?? []).map((item) => unpack<OrderPage>(item));
      start = answer.LastEvaluatedKey;
    } while (start);
  }

  return {
    between: async function* (after, upTo) {
      for (let at = after + 1; at <= upTo; at = (Math.floor(at / day) + 1) * day)
        yield* ofDay(at, { after, upTo });
    },
  };
}

/** Each item is written on top of what was read; two that count at once cannot both be right. Throws Clash. */
export function createOrderCounts(client: DynamoDBClient, table: string): OrderCountStore {
  const revisions = new Map<string, number>();
  const nameOf = ({ pk, sk }: Item) => `${pk?.S} ${sk?.S}`;

  const read = <T>(item: Item): T => {
    revisions.set(nameOf(item), Number(item.rev?.N ?? 0));
    return unpack<T>(item);
  };
  const write = async (key: Item, value: unknown) => {
    const known = revisions.get(nameOf(key)) ?? 0;
    const Item = { ...key, rev: { N: String(known + 1) }, ...pack(value) };
    await put(client, { TableName: table, Item, ...onRevision(known) });
    revisions.set(nameOf(key), known + 1);
  };

  return {
    totals: async () => {
      const request = { TableName: table, Key: keys.orderTotals(), ConsistentRead: true };
      const { Item } = await client.send(new GetItemCommand(request));
      return Item && read<Totals>(Item);
    },
    shards: async () => {
      const found = new Map<number, Counted>();
      let start: Item | undefined;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': keys.orderCounts(0).pk },
            ConsistentRead: true,
            ExclusiveStartKey: start,
          }),
        );
        for (const item of answer.Items ?? []) found.set(Number(item.sk?.S), read<Counted>(item));
        start = answer.LastEvaluatedKey;
      } while (start);
      return found;
    },
    saveShard: (shard, counted) => write(keys.orderCounts(shard), counted),
    saveTotals: (totals) => write(keys.orderTotals(), totals),
  };
}
