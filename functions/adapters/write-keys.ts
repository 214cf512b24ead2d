// Which write keys exist. Keys are stored and remembered as hashes only.
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
  const remembered = new Map<string, { exists: boolean; until: number }>();
  const lookUp = async (Key: ReturnType<typeof keys.access>): Promise<boolean> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: table, Key, ConsistentRead: true }),
    );
    return Item !== undefined && !Item.revokedAt;
  };
  return {
    knows: async (text) => {
      const key = keys.access('write', text);
      const last = remembered.get(key.pk.S);
      if (last && last.until > now()) return last.exists;
      const exists = await lookUp(key);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(key.pk.S, { exists, until: now() + (exists ? known : unknown) });
      return exists;
    },
  };
}
