// Write keys and tokens in the core table, stored as hashes only: what is lost is made anew, never looked up.
import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Access } from '../ports.ts';
import { keys } from './keys.ts';

const prefixes = { write: 'wk_', token: 'pat_' } as const;

export const createAccess = (client: DynamoDBClient, table: string): Access => ({
  create: async (kind, name) => {
    const secret = `${prefixes[kind]}${randomBytes(24).toString('base64url')}`;
    const Item = { ...keys.access(kind, secret), name: { S: name } };
    await client.send(new PutItemCommand({ TableName: table, Item }));
    return secret;
  },
  knows: async (kind, secret) => {
    const request = { TableName: table, Key: keys.access(kind, secret), ConsistentRead: true };
    return (await client.send(new GetItemCommand(request))).Item !== undefined;
  },
});
