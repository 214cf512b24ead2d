// The ledger in the work table: who has been claimed for sending, and what came of it.
// One page serves up to ten messages that were decided together, an attribute each: a write costs by the
// kilobyte, not by the message. Every message is claimed by a condition on its own attribute alone.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Now } from '../ports.ts';
import type { Ledger, Mark, MarkChange } from '../sending-ports.ts';
import { keys } from './keys.ts';

/** Claims outlive their messages: a redelivery after weeks in a dead-letter queue still finds them. */
const retention = 400 * 86_400;

export const createLedger = (client: DynamoDBClient, table: string, now: Now): Ledger => ({
  read: async (page) => {
    const request = { TableName: table, Key: keys.page(page), ConsistentRead: true };
    const { Item = {} } = await client.send(new GetItemCommand(request));
    const { pk: _, sk: __, ttl: ___, ...marks } = Item;
    return new Map(Object.entries(marks).map(([id, mark]) => [id, decode(mark.S ?? '')]));
  },

  change: async (page, changes) => {
    if (changes.length === 0) return true;
    try {
      await client.send(update(table, page, { changes, ttl: Math.ceil(now() / 1000) + retention }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});

interface Update {
  readonly changes: readonly MarkChange[];
  readonly ttl: number;
}

function update(table: string, page: string, { changes, ttl }: Update): UpdateItemCommand {
  const conditions = changes.flatMap(({ from }, index) => {
    if (from === 'any') return [];
    return [from ? `#m${index} = :f${index}` : `attribute_not_exists(#m${index})`];
  });
  const values = changes.flatMap(({ from, to }, index) => [
    [`:t${index}`, { S: encode(to) }],
    ...(from && from !== 'any' ? [[`:f${index}`, { S: encode(from) }]] : []),
  ]);
  const sets = changes.map((_, index) => `#m${index} = :t${index}`);
  const names = changes.map(({ message }, index) => [`#m${index}`, message]);
  return new UpdateItemCommand({
    TableName: table,
    Key: keys.page(page),
    UpdateExpression: `SET ${[...sets, '#ttl = :ttl'].join(', ')}`,
    ...(conditions.length > 0 ? { ConditionExpression: conditions.join(' AND ') } : {}),
    ExpressionAttributeNames: { ...Object.fromEntries(names), '#ttl': 'ttl' },
    ExpressionAttributeValues: { ...Object.fromEntries(values), ':ttl': { N: String(ttl) } },
  });
}

/** "state|attempt|at|detail": short, since ten of them share a kilobyte. */
const encode = ({ state, attempt, at, detail = '' }: Mark): string =>
  [state, attempt, at, detail].join('|');

function decode(text: string): Mark {
  const [state = '', attempt = '1', at = '0', ...detail] = text.split('|');
  return {
    state: state as Mark['state'],
    attempt: Number(attempt),
    at: Number(at),
    detail: detail.join('|'),
  };
}
