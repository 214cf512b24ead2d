// Write keys and tokens in the core table, stored as hashes only: what is lost is made anew, never looked up.
// Each has a second item under its name, by which it is listed and revoked. None is ever deleted, and no name is
// given twice: the audit knows people by the names of their tokens.
import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Access, Key, KeyKind, Role } from '../access-ports.ts';
import { Clash, Refused } from '../errors.ts';
import { now as systemNow } from '../now.ts';
import type { Now } from '../ports.ts';
import { put } from './conditional-put.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { readPortion } from './partition.ts';

const prefixes = { write: 'wk_', token: 'pat_' } as const;

export function createAccess(client: DynamoDBClient, table: string, now: Now = systemNow): Access {
  const get = async (Key: Item): Promise<Item | undefined> => {
    const request = { TableName: table, Key, ConsistentRead: true };
    return (await client.send(new GetItemCommand(request))).Item;
  };

  /** The name is taken first: a secret without a name could never be revoked. */
  const takeName = async (kind: KeyKind, name: string, Item: Item): Promise<void> => {
    const ConditionExpression = 'attribute_not_exists(pk)';
    try {
      await put(client, { TableName: table, Item, ConditionExpression });
    } catch (cause) {
      if (!(cause instanceof Clash)) throw cause;
      throw new Refused(409, `There is or was a ${words[kind]} named ${name}`, { cause });
    }
  };

  return {
    create: async (kind, name, { role = 'viewer', by = 'setup' } = {}) => {
      const secret = `${prefixes[kind]}${randomBytes(24).toString('base64url')}`;
      const key = keys.access(kind, secret);
      const known: Key = { name, at: now(), by, ...(kind === 'token' && { role }) };
      await takeName(kind, name, { ...keys.accessName(kind, name), ...toItem(known), of: key.pk });
      await client.send(
        new PutItemCommand({ TableName: table, Item: { ...key, ...toItem(known) } }),
      );
      return secret;
    },
    find: async (kind, secret) => usable(kind, await get(keys.access(kind, secret))),
    named: async (kind, name) => usable(kind, await get(keys.accessName(kind, name))),
    list: async (kind, { limit, after }) => {
      const last = after === undefined ? undefined : keys.accessName(kind, after);
      const of = keys.accessName(kind, '');
      const items = await readPortion(client, { table, of, limit, after: last, consistent: true });
      return items.map((item) => toKey(kind, item));
    },
    revoke: async (kind, name) => {
      const listed = await get(keys.accessName(kind, name));
      const of = listed?.of;
      if (!listed || !of) return false;
      const revokedAt = listed.revokedAt ?? { N: String(now()) };
      const key = { ...keys.access(kind, ''), pk: of };
      for (const Item of [
        { ...listed, ...key, revokedAt },
        { ...listed, revokedAt },
      ])
        await client.send(new PutItemCommand({ TableName: table, Item }));
      return true;
    },
  };
}

const usable = (kind: KeyKind, item: Item | undefined): Key | undefined =>
  item && !item.revokedAt ? toKey(kind, item) : undefined;

const words = { write: 'write key', token: 'token' } as const;

const toItem = ({ name, role, at, by }: Key): Item => ({
  name: { S: name },
  at: { N: String(at) },
  by: { S: by },
  ...(role && { role: { S: role } }),
});

/** Tokens of before there were roles may everything, and so may those of the role's older name. */
const roleOf = (role = 'owner'): Role => (role === 'owner' ? 'administrator' : (role as Role));

const toKey = (kind: KeyKind, { name, role, at, by, revokedAt }: Item): Key => ({
  name: name?.S ?? '',
  at: Number(at?.N ?? 0),
  by: by?.S ?? 'setup',
  ...(kind === 'token' && { role: roleOf(role?.S) }),
  ...(revokedAt && { revokedAt: Number(revokedAt.N) }),
});
