// The pace in the work table: one small item for all senders, changed only by those who know what stands there.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { KeptPace, PaceStore } from '../use-cases/pace.ts';
import { onRevision } from './conditional-put.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';

export const createPaceStore = (client: DynamoDBClient, table: string): PaceStore => ({
  read: async () => {
    const request = { TableName: table, Key: keys.pace(), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item && keptIn(Item);
  },

  swap: async (known, state) => {
    const revision = known + 1;
    const Item = {
      ...keys.pace(),
      rev: { N: String(revision) },
      state: { S: JSON.stringify(state) },
    };
    try {
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item,
          ...onRevision(known),
          // Who was too slow is told what stands there: it saves a read.
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
      return { state, revision, isOurs: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error;
      return { ...keptIn(error.Item), isOurs: false };
    }
  },
});

const keptIn = ({ rev, state }: Item): KeptPace => ({
  state: JSON.parse(state?.S ?? ''),
  revision: Number(rev?.N),
});
