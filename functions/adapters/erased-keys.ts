// Keys of people who were erased, in the core table: salted hashes and nothing else. They tell only whether a key that
// somebody brings is one of them.
import { createHmac } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { ErasedKeys } from '../erasure-ports.ts';
import { readAll, writeAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { type Salted, saltOf } from './salt.ts';

export function createErasedKeys(
  client: DynamoDBClient,
  table: string,
  settings: Salted,
): ErasedKeys {
  return {
    hasher: async () => hasherOf(await saltOf(settings)),

    put: async (hashes, at) => {
      const erasedAt = { N: String(at) };
      await writeAll(
        client,
        table,
        hashes.map((hash) => ({ ...keys.erased(hash), erasedAt })),
      );
    },

    find: async (wanted) => {
      // Without a salt nobody was ever erased.
      const { erasureSalt } = await settings.get();
      if (erasureSalt === undefined) return new Set();
      const hash = hasherOf(erasureSalt);
      const places = new Map(wanted.map((key) => [keys.erased(hash(key)).pk.S, key]));
      const items = await readAll(client, table, [...new Set(places.keys())].map(keyAt), true);
      return new Set(items.flatMap(({ pk }) => places.get(pk?.S ?? '') ?? []));
    },
  };
}

const keyAt = (place: string) => ({ ...keys.erased(''), pk: { S: place } });

const hasherOf = (salt: string) => (key: string) =>
  createHmac('sha256', salt).update(key).digest('base64url').slice(0, 22);
