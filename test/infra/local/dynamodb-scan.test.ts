// A parallel scan of the local DynamoDB: what passes over all contacts stand on.
import {
  type AttributeValue,
  DescribeTableCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import { key, localDynamoDb } from '../../support/local-dynamodb.ts';

const TableName = 'core';
let { client } = localDynamoDb();

beforeEach(async () => {
  ({ client } = localDynamoDb());
  for (let index = 0; index < 40; index += 1) {
    const Item = { ...key(`${index % 4 === 0 ? 'C' : 'I'}#${index}`), n: { N: String(index) } };
    await client.send(new PutItemCommand({ TableName, Item }));
  }
});

/** Every item of the segments, page by page. */
async function scan(TotalSegments: number, more: object = {}): Promise<string[][]> {
  const segments = Array.from({ length: TotalSegments }, async (_, Segment) => {
    const found: string[] = [];
    let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
    do {
      const place = { TableName, Segment, TotalSegments, Limit: 5, ExclusiveStartKey };
      const page = await client.send(new ScanCommand({ ...place, ...more }));
      expect(page.ScannedCount).toBeLessThanOrEqual(5);
      found.push(...(page.Items ?? []).map((item) => item.pk?.S ?? ''));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return found;
  });
  return Promise.all(segments);
}

it('finds every item in one of its segments, once, whatever their number', async () => {
  for (const segments of [1, 3, 16]) {
    const found = (await scan(segments)).flat();
    expect(found).toHaveLength(40);
    expect(new Set(found).size).toBe(40);
  }
});

it('reads what its filter leaves out, and does not hand it over', async () => {
  const filter = {
    FilterExpression: 'begins_with(pk, :contact)',
    ExpressionAttributeValues: { ':contact': { S: 'C#' } },
  };
  const found = (await scan(3, filter)).flat();
  expect(found).toHaveLength(10);
  expect(found.every((pk) => pk.startsWith('C#'))).toBe(true);
});

it('refuses to go on in another segment than the one it left', async () => {
  const first = { TableName, Segment: 0, TotalSegments: 2, Limit: 1 };
  const { LastEvaluatedKey } = await client.send(new ScanCommand(first));
  const other = { ...first, Segment: 1, ExclusiveStartKey: LastEvaluatedKey };
  await expect(client.send(new ScanCommand(other))).rejects.toThrow('correct Segment');
});

it('is told beforehand how many items there are', async () => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  expect(Table?.ItemCount).toBe(40);
});
