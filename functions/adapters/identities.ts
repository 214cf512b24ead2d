// Identities in the core table: which contact an address or an external id leads to. Keys are stored hashed.
import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Identities } from '../ports.ts';
import { readAll } from './dynamo.ts';
import { keys } from './keys.ts';

export function createIdentities(client: DynamoDBClient, table: string): Identities {
  const find: Identities['find'] = async (wanted) => {
    const items = await readAll(client, table, [...new Set(wanted)].map(keys.identity), true);
    const holders = new Map(items.map((item) => [item.pk?.S, item.contact?.S ?? '']));
    return new Map(
      wanted.flatMap((key) => {
        const holder = holders.get(keys.identity(key).pk.S);
        return holder ? [[key, holder] as const] : [];
      }),
    );
  };

  const bind: Identities['bind'] = async (key, contact) => {
    const Item = { ...keys.identity(key), contact: { S: contact } };
    const ConditionExpression = 'attribute_not_exists(pk)';
    try {
      await client.send(new PutItemCommand({ TableName: table, Item, ConditionExpression }));
      return contact;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return (await find([key])).get(key) ?? contact;
    }
  };

  const rebind: Identities['rebind'] = async (key, from, to) => {
    const request = {
      Item: { ...keys.identity(key), contact: { S: to } },
      ConditionExpression: 'contact = :from',
      ExpressionAttributeValues: { ':from': { S: from } },
    };
    try {
      await client.send(new PutItemCommand({ TableName: table, ...request }));
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  };

  return { find, bind, rebind };
}
