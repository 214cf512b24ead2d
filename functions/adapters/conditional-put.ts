// A put that holds only on the revision that was read, and what it means when it does not hold.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { Clash } from '../errors.ts';

type Condition = Pick<PutItemCommandInput, 'ConditionExpression' | 'ExpressionAttributeValues'>;

/** The item must still carry revision `known` in `rev`; 0 means that there is none yet. */
export const onRevision = (known: number): Condition =>
  known === 0
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: 'rev = :known',
        ExpressionAttributeValues: { ':known': { N: String(known) } },
      };

/** Throws Clash when the condition does not hold. */
export async function put(client: DynamoDBClient, input: PutItemCommandInput): Promise<void> {
  try {
    await client.send(new PutItemCommand(input));
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException)
      throw new Clash(`${input.Item?.pk?.S} has moved on`, { cause });
    throw cause;
  }
}
