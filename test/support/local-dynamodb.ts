// A local DynamoDB with one table, and a client of it without a socket.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createGateway } from '../../infra/local/gateway.ts';
import { inProcess } from '../../infra/local/in-process.ts';
import type { TableDefinition } from '../../infra/local/item-store.ts';
import { createMeter } from '../../infra/local/meter.ts';
import { openDynamoDb } from '../../infra/local/services/dynamodb.ts';

export const tableOf = (TableName: string): TableDefinition => ({
  TableName,
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
});

export function localDynamoDb(file = ':memory:', now: () => number = Date.now) {
  const meter = createMeter();
  const arn = (table: string) => `arn:aws:dynamodb:us-east-1:000000000000:table/${table}`;
  const dynamodb = openDynamoDb({ file, now, arn, meter });
  dynamodb.createTable(tableOf('core'), 'ttl');
  const client = new DynamoDBClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'Advance', secretAccessKey: 'local' },
    requestHandler: inProcess(createGateway({ services: { dynamodb } })) as never,
    maxAttempts: 1,
  });
  return { dynamodb, client, meter };
}

export const key = (pk: string, sk = 'A') => ({ pk: { S: pk }, sk: { S: sk } });
