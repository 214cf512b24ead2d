// Which write keys exist, and their names. Keys are stored and remembered as hashes only.
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Now } from '../ports.ts';
import type { WriteKeys } from '../use-cases/accept-events.ts';
import { keys } from './keys.ts';

const known = 60_000;
// Short, so that a key works at once after it was made; long enough to stop a flood of lookups.
const unknown = 5_000;
const mostRemembered = 1_000;

/** Remembers answers per container: a known key for a minute, an unknown one for five seconds. */
export function createWriteKeys(client: DynamoDBClient, table: string, now: Now): WriteKeys {
  const remembered = new Map<string, { name: string | undefined; until: number }>();
  const lookUp = async (Key: ReturnType<typeof keys.access>): Promise<string | undefined> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key, ConsistentRead: true }),
    );
    return Item === undefined || Item.revokedAt ? undefined : (Item.name?.S ?? '');
  };
  return {
    nameOf: async (text) => {
      const key = keys.access('write', text);
      const last = remembered.get(key.pk.S);
      if (last && last.until > now()) return last.name;
      const name = await lookUp(key);
      if (remembered.size >= mostRemembered) remembered.clear();
      const lasts = name === undefined ? unknown : known;
      remembered.set(key.pk.S, { name, until: now() + lasts });
      return name;
    },
  };
}
