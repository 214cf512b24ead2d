// The owner's settings in the core table. Read often and changed rarely, so a container keeps them for a minute.
import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Now, Settings, SettingsStore } from '../ports.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

const keptFor = 60_000;

const unset: Settings = { organization: { name: '', address: '' }, signingKeys: [] };

export function createSettings(client: DynamoDBClient, table: string, now: Now): SettingsStore {
  let kept: { settings: Settings; until: number } | undefined;

  const read = async (): Promise<Settings> => {
    const request = { TableName: table, Key: keys.settings(), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item ? unpack<Settings>(Item) : unset;
  };

  const write = async (settings: Settings): Promise<void> => {
    const Item = { ...keys.settings(), ...pack(settings) };
    await client.send(new PutItemCommand({ TableName: table, Item }));
    kept = undefined;
  };

  return {
    get: async () => {
      if (!kept || kept.until < now()) kept = { settings: await read(), until: now() + keptFor };
      return kept.settings;
    },
    setOrganization: async (organization) => write({ ...(await read()), organization }),
    ensureSigningKey: async () => {
      const settings = await read();
      if (settings.signingKeys.length > 0) return;
      await write({ ...settings, signingKeys: [randomBytes(32).toString('base64url')] });
    },
  };
}
