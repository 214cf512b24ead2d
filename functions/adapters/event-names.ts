// Names of events that have come in, as one set in the core table, so that a slip of the pen in a campaign can be told.
// A container writes only names that are new to it. Refuses to grow without end: senders may make names up.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { EventNames } from '../book-ports.ts';
import { keys } from './keys.ts';

const mostNames = 1_000;

export function createEventNames(
  client: DynamoDBClient,
  table: string,
  most = mostNames,
): EventNames {
  let known: Set<string> | undefined;

  const read = async (): Promise<Set<string>> => {
    const request = { TableName: table, Key: keys.eventNames() };
    const { Item } = await client.send(new GetItemCommand(request));
    return new Set(Item?.names?.SS ?? []);
  };

  /** False when there is no room for them. */
  const isAdded = async (names: readonly string[]): Promise<boolean> => {
    try {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.eventNames(),
          UpdateExpression: 'ADD #names :new',
          ConditionExpression: 'attribute_not_exists(pk) OR size(#names) < :most',
          ExpressionAttributeNames: { '#names': 'names' },
          ExpressionAttributeValues: { ':new': { SS: [...names] }, ':most': { N: String(most) } },
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  };

  return {
    note: async (names) => {
      if (names.length === 0) return new Set();
      known ??= await read();
      const seen = known;
      const fresh = [...new Set(names)].filter((name) => !seen.has(name));
      // Where it is full for us, it is full for everybody.
      if (fresh.length === 0 || seen.size >= most || !(await isAdded(fresh))) return seen;
      for (const name of fresh) seen.add(name);
      return seen;
    },
    list: async () => {
      const names = await read();
      return names.size < most ? names : undefined;
    },
  };
}
