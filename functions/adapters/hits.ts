// Hits of tracked links in the work table: one item for each message and minute, so that a burst of clicks can be seen.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Now } from '../ports.ts';
import type { Hits, Step } from '../tracking-ports.ts';
import { keys } from './keys.ts';

const hour = 3_600;
/** As long as links of a mail are clicked. */
const remembered = 90 * 24 * hour;
const most = 50;
/** Milliseconds: somebody is waiting to be led on. */
export const patience = 1_500;

const until = (at: number, seconds: number) => ({ N: String(Math.ceil(at / 1000) + seconds) });

export const createHits = (client: DynamoDBClient, table: string, now: Now): Hits => ({
  note: async (message, step) => {
    const update = new UpdateItemCommand({
      TableName: table,
      Key: keys.hits(message, step.at),
      UpdateExpression: 'ADD steps :step SET #ttl = :ttl',
      ConditionExpression: 'attribute_not_exists(steps) OR size(steps) < :most',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':step': { SS: [`${step.at} ${step.link}`] },
        ':ttl': until(step.at, hour),
        ':most': { N: String(most) },
      },
    });
    const abortSignal = AbortSignal.timeout(patience);
    await client.send(update, { abortSignal }).catch(unlessFull);
  },

  around: async (message, at, within) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': keys.hits(message, at).pk,
          ':from': keys.hits(message, at - within).sk,
          ':to': keys.hits(message, at + within).sk,
        },
        ConsistentRead: true,
      }),
    );
    const steps = Items.flatMap(({ steps }) => steps?.SS ?? []).map(stepOf);
    return steps.filter((step) => Math.abs(step.at - at) <= within);
  },

  isFirst: async (message, sort, cause) => {
    const { Attributes } = await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keys.firstHits(message),
        UpdateExpression: 'SET #sort = if_not_exists(#sort, :cause), #ttl = :ttl',
        ExpressionAttributeNames: { '#sort': sort, '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':cause': { S: cause },
          ':ttl': until(now(), remembered),
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes?.[sort]?.S === cause;
  },
});

function unlessFull(error: unknown): void {
  if (!(error instanceof ConditionalCheckFailedException)) throw error;
}

function stepOf(text: string): Step {
  const [at = '', link = ''] = text.split(' ');
  return { at: Number(at), link };
}
