// A portion of one partition, in the order of its sort keys or against it.
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Item } from './dynamo.ts';

export interface Portion {
  readonly table: string;
  /** A key of the partition. */
  readonly of: Item;
  readonly limit: number;
  /** The key that came last in the portion before. */
  readonly after?: Item | undefined;
  readonly newestFirst?: boolean;
  readonly consistent?: boolean;
}

export async function readPortion(client: DynamoDBClient, portion: Portion): Promise<Item[]> {
  const { table, of, limit, after, newestFirst = false, consistent = false } = portion;
  const answer = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': of.pk ?? { S: '' } },
      ScanIndexForward: !newestFirst,
      ConsistentRead: consistent,
      Limit: limit,
      ExclusiveStartKey: after,
    }),
  );
  return answer.Items ?? [];
}
