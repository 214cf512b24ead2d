// Three empty tables on the local engine.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { openDynamoDb } from '../../infra/local/services/dynamodb.ts';
import type { Store } from '../contracts/store/open.ts';
import { clientOf } from './local-aws.ts';
import { tableOf } from './local-dynamodb.ts';

const tables = { core: 'core', activity: 'activity', work: 'work' };

export async function localStore(): Promise<Store> {
  const dynamodb = openDynamoDb({ file: ':memory:', now: Date.now, arn: String });
  for (const name of Object.values(tables)) dynamodb.createTable(tableOf(name));
  return { client: new DynamoDBClient(clientOf({ dynamodb })), ...tables };
}
