// What is due without any contact, in one partition of the work table: there are as many as scheduled campaigns and
// running jobs. Nothing here expires: a run that was missed is told of, however late.
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { Clash } from '../errors.ts';
import type { Due, DueOf, Kept, Schedules } from '../job-ports.ts';
import { onRevision, put } from './conditional-put.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

function keyOf(of: DueOf | Due) {
  if ('campaign' in of) return keys.schedule(`R#${of.campaign}`);
  if ('job' in of) return keys.schedule(`W#${of.job}`);
  return keys.schedule('erasure' in of ? `E#${of.erasure}` : `Q#${of.request}`);
}

export const createSchedules = (client: DynamoDBClient, table: string): Schedules => ({
  find: async (of) => {
    const request = { TableName: table, Key: keyOf(of), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item && kept(Item);
  },

  due: async (now) => {
    const found: Kept<Due>[] = [];
    let ExclusiveStartKey: Item | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({ ...dueAt(table, now), ExclusiveStartKey }),
      );
      found.push(...(answer.Items ?? []).map(kept));
      ExclusiveStartKey = answer.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found;
  },

  put: async (due, revision) => {
    const rev = { N: String(revision + 1) };
    const Item = { ...keyOf(due), rev, due: { N: String(due.at) }, ...pack(due) };
    await put(client, { TableName: table, Item, ...onRevision(revision) });
  },

  remove: async (of, revision) => {
    try {
      const request = { TableName: table, Key: keyOf(of), ...onRevision(revision) };
      await client.send(new DeleteItemCommand(request));
    } catch (cause) {
      if (cause instanceof ConditionalCheckFailedException)
        throw new Clash('Somebody changed this schedule', { cause });
      throw cause;
    }
  },
});

const dueAt = (table: string, now: number) => ({
  TableName: table,
  KeyConditionExpression: 'pk = :pk',
  FilterExpression: 'due <= :now',
  ExpressionAttributeValues: { ':pk': keys.schedule('').pk, ':now': { N: String(now) } },
  ConsistentRead: true,
});

const kept = (item: Item): Kept<Due> => ({
  value: unpack<Due>(item),
  revision: Number(item.rev?.N ?? 0),
});
