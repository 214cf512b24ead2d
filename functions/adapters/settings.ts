// The owner's settings in the core table. Read often and changed rarely, so a container keeps them for a minute.
import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Now, Settings, SettingsStore } from '../ports.ts';
import { onRevision, put } from './conditional-put.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

const keptFor = 60_000;

interface Stored {
  readonly settings: Settings;
  readonly revision: number;
}

const unset: Stored = {
  settings: { organization: { name: '', address: '' }, signingKeys: [] },
  revision: 0,
};

async function readStored(client: DynamoDBClient, table: string): Promise<Stored> {
  const request = { TableName: table, Key: keys.settings(), ConsistentRead: true };
  const { Item } = await client.send(new GetItemCommand(request));
  return Item ? unpack<Stored>(Item) : unset;
}

export function createSettings(client: DynamoDBClient, table: string, now: Now): SettingsStore {
  let kept: { settings: Settings; until: number } | undefined;

  const read = () => readStored(client, table);

  /** On top of what was read: two changes at once must not undo one another, least of all a signing key. */
  const change = async (changed: (settings: Settings) => Settings): Promise<void> => {
    const { settings, revision } = await read();
    const next = { settings: changed(settings), revision: revision + 1 };
    // Also when somebody else was faster: what they wrote is to be read.
    kept = undefined;
    await put(client, {
      TableName: table,
      Item: { ...keys.settings(), rev: { N: String(next.revision) }, ...pack(next) },
      ...onRevision(revision),
    });
    kept = undefined;
  };

  return {
    get: async () => {
      if (!kept || kept.until < now()) kept = { ...(await read()), until: now() + keptFor };
      return kept.settings;
    },
    read: async () => (await read()).settings,
    setOrganization: (organization) => change((settings) => ({ ...settings, organization })),
    setTracking: (tracking) => change((settings) => ({ ...settings, tracking })),
    ensureSigningKey: () =>
      change((settings) =>
        settings.signingKeys.length > 0
          ? settings
          : { ...settings, signingKeys: [randomBytes(32).toString('base64url')] },
      ),
    ensureErasureSalt: () =>
      change((settings) =>
        settings.erasureSalt
          ? settings
          : { ...settings, erasureSalt: randomBytes(32).toString('base64url') },
      ),
    ensureWebhookSecret: () =>
      change((settings) =>
        settings.webhookSecrets ? settings : { ...settings, webhookSecrets: [webhookSecret()] },
      ),
    changeWebhookSecret: () =>
      change(({ webhookSecrets = [], ...settings }) => ({
        ...settings,
        webhookSecrets: [webhookSecret(), ...webhookSecrets.slice(0, 1)],
      })),
  };
}

/** As Standard Webhooks writes them: 24 to 64 random bytes in base64 after "whsec_". */
const webhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`;
