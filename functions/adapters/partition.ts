// A portion of one partition, in the order of its sort keys or against it; or all of it from a key on.
import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Item } from './dynamo.ts';

interface Portion {
  readonly table: string;
  /** A key of the partition. */
  readonly of: Item;
  readonly limit: number;
  /** The key that came last in the portion before. */
  readonly after?: Item | undefined;
  readonly newestFirst?: boolean;
  readonly consistent?: boolean;
}

/** As many as asked, unless the partition ends: an answer of DynamoDB may hold fewer, since it ends at a megabyte. */
export async function readPortion(client: DynamoDBClient, portion: Portion): Promise<Item[]> {
  const { table, of, limit, newestFirst = false, consistent = false } = portion;
  const items: Item[] = [];
  let last = portion.after;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': of.pk ?? { S: '' } },
        ScanIndexForward: !newestFirst,
        ConsistentRead: consistent,
        Limit: limit - items.length,
        ExclusiveStartKey: last,
      }),
    );
    items.push(...(answer.Items ?? []));
    last = answer.LastEvaluatedKey;
  } while (last && items.length < limit);
  return items;
}

/** All of a partition from that key on. */
export async function readFrom(client: DynamoDBClient, table: string, from: Item): Promise<Item[]> {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': from.pk ?? { S: '' }, ':from': from.sk ?? { S: '' } },
        // Whoever has just counted wants to see it.
        ConsistentRead: true,
        ExclusiveStartKey: start,
      }),
    );
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start);
  return items;
}
