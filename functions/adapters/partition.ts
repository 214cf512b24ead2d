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
  /** Only items with these texts in them; all of the partition may be read for it. */
  readonly where?: Readonly<Record<string, string>> | undefined;
}

/** As many as asked, unless the partition ends: an answer of DynamoDB may hold fewer, since it ends at a megabyte. */
export async function readPortion(client: DynamoDBClient, portion: Portion): Promise<Item[]> {
  const { table, of, limit, newestFirst = false, consistent = false, where } = portion;
  const items: Item[] = [];
  let last = portion.after;
  do {
    const answer = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ...filtered(where, of),
        ScanIndexForward: !newestFirst,
        ConsistentRead: consistent,
        // What is left out counts, too.
        ...(where === undefined && { Limit: limit - items.length }),
        ExclusiveStartKey: last,
      }),
    );
    items.push(...(answer.Items ?? []));
    last = answer.LastEvaluatedKey;
  } while (last && items.length < limit);
  return items.slice(0, limit);
}

function filtered(where: Portion['where'], { pk }: Item) {
  const all = Object.entries(where ?? {});
  return {
    ExpressionAttributeValues: {
      ':pk': pk ?? { S: '' },
      ...Object.fromEntries(all.map(([, value], at) => [`:${at}`, { S: value }])),
    },
    ...(all.length > 0 && {
      FilterExpression: all.map((_, at) => `#${at} = :${at}`).join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(all.map(([name], at) => [`#${at}`, name])),
    }),
  };
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
