// The list of users in the core table, in one partition: a team, not a crowd.
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { User, Users } from '../user-ports.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readPortion } from './partition.ts';

export const createUsers = (client: DynamoDBClient, table: string): Users => ({
  get: async (email) => {
    const request = { TableName: table, Key: keys.user(email), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item && unpack<User>(Item);
  },
  list: async ({ limit, after }) => {
    const last: Item | undefined = after === undefined ? undefined : keys.user(after);
    const portion = { table, of: keys.user(''), limit, after: last, consistent: true };
    return (await readPortion(client, portion)).map((item) => unpack<User>(item));
  },
  put: async (user) => {
    const Item = { ...keys.user(user.email), ...pack(user) };
    await client.send(new PutItemCommand({ TableName: table, Item }));
  },
  remove: async (email) => {
    const removed = await client.send(
      new DeleteItemCommand({ TableName: table, Key: keys.user(email), ReturnValues: 'ALL_OLD' }),
    );
    return removed.Attributes !== undefined;
  },
});
