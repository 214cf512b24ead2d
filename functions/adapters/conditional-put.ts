// A write that holds only on the revision that was read, and what it means when it does not hold.
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
export const put = (client: DynamoDBClient, input: PutItemCommandInput): Promise<void> =>
  asClash(`${input.Item?.pk?.S}`, () => client.send(new PutItemCommand(input)));

/** Runs a conditional write on `what`; throws Clash when its condition does not hold. */
export async function asClash(what: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException)
      throw new Clash(`${what} has moved on`, { cause });
    throw cause;
  }
}
