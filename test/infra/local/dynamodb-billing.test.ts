import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { key, localDynamoDb } from '../../support/local-dynamodb.ts';

let { client, meter } = localDynamoDb();
beforeEach(() => {
  ({ client, meter } = localDynamoDb());
});

const put = (pk: string, sk: string, rest: object) =>
  client.send(new PutItemCommand({ TableName: 'core', Item: { ...key(pk, sk), ...rest } }));

describe('DynamoDB bills', () => {
  it('writes by the kilobyte, reads by four, half for eventual ones', async () => {
    await put('C#1', 'A', { text: { S: 'x'.repeat(2500) } });
    await client.send(
      new GetItemCommand({ TableName: 'core', Key: key('C#1'), ConsistentRead: true }),
    );
    await client.send(new GetItemCommand({ TableName: 'core', Key: key('C#1') }));
    expect(meter.snapshot().tables).toEqual({ core: { write: 3, read: 1.5 } });
  });

  it('failed conditions too, and each item of a batch', async () => {
    await put('C#1', 'A', { text: { S: 'x'.repeat(1500) } });
    const again = new PutItemCommand({
      TableName: 'core',
      Item: key('C#1'),
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    await expect(client.send(again)).rejects.toThrow(ConditionalCheckFailedException);
    const requests = ['2', '3', '4'].map((id) => ({ PutRequest: { Item: key(`C#${id}`) } }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { core: requests } }));
    expect(meter.snapshot().tables.core?.write).toBe(2 + 2 + 3);
  });

  it('without telling a caller who did not ask', async () => {
    const put = new PutItemCommand({ TableName: 'core', Item: key('C#1') });
    expect((await client.send(put)).ConsumedCapacity).toBeUndefined();
    const asking = new PutItemCommand({
      TableName: 'core',
      Item: key('C#1'),
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect((await client.send(asking)).ConsumedCapacity).toEqual({
      TableName: 'core',
      CapacityUnits: 1,
    });
  });
});
