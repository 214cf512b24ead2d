// Sessions in the work table, under the hashes of their secrets, until their time to live ends them.
import { randomBytes } from 'node:crypto';
import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Now } from '../ports.ts';
import { type Session, type Sessions, sessionLasts } from '../session-ports.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';

export const createSessions = (client: DynamoDBClient, table: string, now: Now): Sessions => ({
  open: async ({ kind, name }) => {
    const secret = `ses_${randomBytes(24).toString('base64url')}`;
    const until = now() + sessionLasts;
    const Item = {
      ...keys.session(secret),
      ...{ kind: { S: kind }, name: { S: name }, until: { N: String(until) } },
      ttl: { N: String(Math.ceil(until / 1_000)) },
    };
    await client.send(new PutItemCommand({ TableName: table, Item }));
    return secret;
  },
  find: async (secret) => {
    const request = { TableName: table, Key: keys.session(secret), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    const session = Item && toSession(Item);
    // DynamoDB takes days to delete what has ended.
    return session && session.until > now() ? session : undefined;
  },
  close: async (secret) => {
    await client.send(new DeleteItemCommand({ TableName: table, Key: keys.session(secret) }));
  },
});

const toSession = ({ kind, name, until }: Item): Session => ({
  kind: kind?.S === 'user' ? 'user' : 'token',
  name: name?.S ?? '',
  until: Number(until?.N ?? 0),
});
