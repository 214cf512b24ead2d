import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ResourceNotFoundException,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { key, localDynamoDb } from '../../support/local-dynamodb.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 10, 21);
const folder = mkdtempSync(join(tmpdir(), 'perennial-'));
let { dynamodb, client } = localDynamoDb();

const open = (file = ':memory:') => {
  ({ dynamodb, client } = localDynamoDb(file, () => start));
};
const put = (pk: string, sk: string, rest: object = {}) =>
  client.send(new PutItemCommand({ TableName: 'core', Item: { ...key(pk, sk), ...rest } }));

beforeEach(() => open());
afterAll(() => rmSync(folder, { recursive: true }));

describe('A local table', () => {
  it('gives back what was put, in any script', async () => {
    await put('C#1', 'A', { name: { S: 'سارا Żółć 🎁' }, n: { N: '1.50' } });
    const { Item } = await client.send(
      new GetItemCommand({ TableName: 'core', Key: key('C#1'), ConsistentRead: true }),
    );
    expect(Item).toEqual({ ...key('C#1'), name: { S: 'سارا Żółć 🎁' }, n: { N: '1.5' } });
  });

  it('keeps its items over a restart', async () => {
    open(join(folder, 'items.db'));
    await put('C#1', 'A', { n: { N: '7' } });
    dynamodb.close();
    open(join(folder, 'items.db'));
    const { Item } = await client.send(new GetItemCommand({ TableName: 'core', Key: key('C#1') }));
    expect(Item?.n).toEqual({ N: '7' });
  });

  it('lets one of two writers of a revision win, and shows the loser what is there', async () => {
    await put('C#1', 'A', { revision: { N: '1' } });
    const attempt = (by: string) =>
      client.send(
        new UpdateItemCommand({
          TableName: 'core',
          Key: key('C#1'),
          UpdateExpression: 'SET revision = :next, winner = :by',
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeValues: { ':seen': { N: '1' }, ':next': { N: '2' }, ':by': { S: by } },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      );
    const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map(attempt));
    const lost = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
    expect(lost).toHaveLength(3);
    for (const { reason } of lost) {
      expect(reason).toBeInstanceOf(ConditionalCheckFailedException);
      expect(reason.Item).toMatchObject({ revision: { N: '2' } });
    }
  });

  it('adds to a counter without losing any of many concurrent additions', async () => {
    const add = () =>
      client.send(
        new UpdateItemCommand({
          TableName: 'core',
          Key: key('K#1'),
          UpdateExpression: 'ADD hits :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        }),
      );
    await Promise.all(Array.from({ length: 100 }, add));
    const { Item } = await client.send(new GetItemCommand({ TableName: 'core', Key: key('K#1') }));
    expect(Item?.hits).toEqual({ N: '100' });
  });

  it('queries one partition in order, by pages, forwards and backwards', async () => {
    await Promise.all(['03', '01', '02', '10'].map((sk) => put('C#1', sk)));
    await put('C#2', '01');
    const query = async (more: object) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: 'core',
          KeyConditionExpression: 'pk = :pk AND sk > :from',
          ExpressionAttributeValues: { ':pk': { S: 'C#1' }, ':from': { S: '01' } },
          ...more,
        }),
      );
      return { found: Items.map(({ sk }) => sk?.S), LastEvaluatedKey };
    };
    expect((await query({})).found).toEqual(['02', '03', '10']);
    expect((await query({ ScanIndexForward: false })).found).toEqual(['10', '03', '02']);
    const first = await query({ Limit: 2 });
    expect(first.found).toEqual(['02', '03']);
    const rest = await query({ Limit: 2, ExclusiveStartKey: first.LastEvaluatedKey });
    expect(rest.found).toEqual(['10']);
  });

  it('keeps two queries apart that run at the same time', async () => {
    await Promise.all(['a', 'b'].flatMap((pk) => ['1', '2', '3'].map((sk) => put(pk, sk))));
    const query = (pk: string) =>
      client.send(
        new QueryCommand({
          TableName: 'core',
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': { S: pk } },
        }),
      );
    const [a, b] = await Promise.all([query('a'), query('b')]);
    expect([a.Items?.length, b.Items?.length]).toEqual([3, 3]);
    expect(b.Items?.[0]?.pk).toEqual({ S: 'b' });
  });

  it('writes and reads in batches, and scans', async () => {
    const keys = Array.from({ length: 25 }, (_, i) => key(`C#${i}`));
    await client.send(
      new BatchWriteItemCommand({
        RequestItems: { core: keys.map((Item) => ({ PutRequest: { Item } })) },
      }),
    );
    const { Responses } = await client.send(
      new BatchGetItemCommand({ RequestItems: { core: { Keys: keys } } }),
    );
    expect(Responses?.core).toHaveLength(25);
    await client.send(new DeleteItemCommand({ TableName: 'core', Key: key('C#0') }));
    expect((await client.send(new ScanCommand({ TableName: 'core' }))).Count).toBe(24);
  });

  it('drops items whose time to live has ended, and no others', async () => {
    const at = (instant: number) => ({ ttl: { N: String(instant / 1000) } });
    await put('T#1', 'ended', at(start - day));
    await put('T#1', 'alive', at(start + day));
    await put('T#1', 'ancient', at(start - 6 * 365 * day));
    await put('T#1', 'forever');
    expect(dynamodb.expire()).toBe(1);
    const { Items = [] } = await client.send(new ScanCommand({ TableName: 'core' }));
    expect(Items.map(({ sk }) => sk?.S).sort()).toEqual(['alive', 'ancient', 'forever']);
  });

  it('can be filled directly with what the API then finds', async () => {
    dynamodb.load('core', [{ ...key('C#9'), n: { N: '1' } }]);
    const { Item } = await client.send(new GetItemCommand({ TableName: 'core', Key: key('C#9') }));
    expect(Item?.n).toEqual({ N: '1' });
  });
});

describe('DynamoDB refuses', () => {
  it('a table that is not in the template', async () => {
    const read = client.send(new GetItemCommand({ TableName: 'other', Key: key('C#1') }));
    await expect(read).rejects.toThrow(ResourceNotFoundException);
  });

  it('a key that does not fit the schema', async () => {
    const read = client.send(new GetItemCommand({ TableName: 'core', Key: { pk: { S: 'C#1' } } }));
    await expect(read).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The provided key element does not match the schema',
    });
  });

  it('secondary indexes and transactions, by name', async () => {
    const query = new QueryCommand({
      TableName: 'core',
      IndexName: 'byEmail',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'C#1' } },
    });
    await expect(client.send(query)).rejects.toThrow(/no secondary indexes.*byEmail/);
    const transaction = new TransactWriteItemsCommand({
      TransactItems: [{ Put: { TableName: 'core', Item: key('C#1') } }],
    });
    await expect(client.send(transaction)).rejects.toThrow(
      /does not know dynamodb:TransactWriteItems/,
    );
  });
});
