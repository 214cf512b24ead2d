// Stock of limited offers in the core table: one counter for each offer, with the grants that took of it last.
// A grant that asks again is known among at least a hundred others, long after any crash has been repeated; after
// that it would take a second unit, but never one more than there are.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import type { StockAnswer } from '../../workflows/model/offer.ts';
import type { Stock } from '../offer-ports.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';

/** Two sets take turns, so that the item stays small. */
const remembered = 100;

const taking = {
  turns: {
    UpdateExpression: 'SET older = newer REMOVE newer',
    ConditionExpression: 'size(newer) >= :many',
    ExpressionAttributeValues: { ':many': { N: String(remembered) } },
  },
};

const once = '(attribute_not_exists(taken) OR taken < :most) AND NOT ';

export const createStock = (client: DynamoDBClient, table: string): Stock => ({
  claim: (wish) => (wish.most < 1 ? Promise.resolve('out_of_stock') : claim(client, table, wish)),

  release: async (offer, grant) => {
    for (const set of ['newer', 'older']) {
      const { done } = await update(client, {
        TableName: table,
        Key: keys.stock(offer),
        UpdateExpression: `ADD taken :less DELETE ${set} :grants`,
        ConditionExpression: `contains(${set}, :grant)`,
        ExpressionAttributeValues: { ':less': { N: '-1' }, ...of(grant) },
      });
      if (done) return;
    }
  },

  taken: async (offer) => {
    const request = { TableName: table, Key: keys.stock(offer), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Number(Item?.taken?.N ?? 0);
  },
});

async function claim(
  client: DynamoDBClient,
  table: string,
  { offer, grant, most }: Parameters<Stock['claim']>[0],
): Promise<StockAnswer> {
  const place = { TableName: table, Key: keys.stock(offer) };
  const { done, item } = await update(client, {
    ...place,
    UpdateExpression: 'ADD taken :one, newer :grants',
    ConditionExpression: `${once}contains(newer, :grant) AND NOT contains(older, :grant)`,
    ExpressionAttributeValues: { ':most': { N: String(most) }, ':one': { N: '1' }, ...of(grant) },
  });
  if (done && isFull(item)) await update(client, { ...place, ...taking.turns });
  return done || holds(item, grant) ? 'granted' : 'out_of_stock';
}

const of = (grant: string) => ({ ':grant': { S: grant }, ':grants': { SS: [grant] } });

interface Updated {
  readonly done: boolean;
  /** What the item holds now; what it holds instead, when the condition failed. */
  readonly item: Item | undefined;
}

async function update(client: DynamoDBClient, input: UpdateItemCommandInput): Promise<Updated> {
  const told = {
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } as const;
  try {
    const { Attributes } = await client.send(new UpdateItemCommand({ ...input, ...told }));
    return { done: true, item: Attributes };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { done: false, item: error.Item };
  }
}

const isFull = (item: Item | undefined): boolean => (item?.newer?.SS?.length ?? 0) >= remembered;

const holds = (item: Item | undefined, grant: string): boolean =>
  [item?.newer, item?.older].some((set) => set?.SS?.includes(grant));
