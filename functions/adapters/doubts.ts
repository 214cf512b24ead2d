// Mails in doubt, in the work table: listed by the moment at which they will be resolved, and kept once they are.
import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../workflows/model/time.ts';
import type { ListRequest } from '../listing.ts';
import type { Doubt, DoubtPlace, Doubts, Resolved } from '../sending-ports.ts';
import { from, keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readPortion } from './partition.ts';

const retention = 90 * 86_400;
const ttl = (at: number) => ({ N: String(Math.ceil(at / 1000) + retention) });

export function createDoubts(client: DynamoDBClient, table: string): Doubts {
  const ready = async (now: Instant): Promise<Doubt[]> => {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk < :upTo',
        ExpressionAttributeValues: { ':pk': { S: 'DOUBT' }, ':upTo': { S: from(now + 1) } },
        ConsistentRead: true,
        Limit: 500,
      }),
    );
    return (answer.Items ?? []).map((item) => unpack<Doubt>(item));
  };

  const portion = async <T>(
    { limit, after }: ListRequest<DoubtPlace> = { limit: 500 },
    key: typeof keys.doubt,
  ): Promise<T[]> => {
    const last = after && key(...after);
    const of = key(0, '');
    const items = await readPortion(client, { table, of, limit, after: last, consistent: true });
    return items.map((item) => unpack<T>(item));
  };

  return {
    open: async (doubt) => {
      const Item = {
        ...keys.doubt(doubt.resolveAt, doubt.message.id),
        ttl: ttl(doubt.resolveAt),
        ...pack(doubt),
      };
      await client.send(new PutItemCommand({ TableName: table, Item }));
    },
    ready,
    pending: (request) => portion<Doubt>(request, keys.doubt),
    resolved: (request) => portion<Resolved>(request, keys.resolved),
    close: async (resolved) => {
      const { doubt, at } = resolved;
      const Item = { ...keys.resolved(at, doubt.message.id), ttl: ttl(at), ...pack(resolved) };
      await client.send(new PutItemCommand({ TableName: table, Item }));
      const Key = keys.doubt(doubt.resolveAt, doubt.message.id);
      await client.send(new DeleteItemCommand({ TableName: table, Key }));
    },
  };
}
