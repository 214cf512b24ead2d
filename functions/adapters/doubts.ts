// Mails in doubt, in the work table: listed by the moment at which they will be resolved, and kept once they are.
import {
  DeleteItemCommand,
  type DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { Doubt, Doubts, Resolved } from '../sending-ports.ts';
import { from, keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

const retention = 90 * 86_400;
const ttl = (at: number) => ({ N: String(Math.ceil(at / 1000) + retention) });

export function createDoubts(client: DynamoDBClient, table: string): Doubts {
  const list = async <T>(pk: string, upTo = '~'): Promise<T[]> => {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk < :upTo',
        ExpressionAttributeValues: { ':pk': { S: pk }, ':upTo': { S: upTo } },
        ConsistentRead: true,
        Limit: 500,
      }),
    );
    return (answer.Items ?? []).map((item) => unpack<T>(item));
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
    ready: (now) => list<Doubt>('DOUBT', from(now + 1)),
    pending: () => list<Doubt>('DOUBT'),
    resolved: () => list<Resolved>('DOUBT#RESOLVED'),
    close: async (resolved) => {
      const { doubt, at } = resolved;
      const Item = { ...keys.resolved(at, doubt.message.id), ttl: ttl(at), ...pack(resolved) };
      await client.send(new PutItemCommand({ TableName: table, Item }));
      const Key = keys.doubt(doubt.resolveAt, doubt.message.id);
      await client.send(new DeleteItemCommand({ TableName: table, Key }));
    },
  };
}
