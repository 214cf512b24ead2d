// Servers that are told of messages: one item of the core table holds the few there are. A container keeps them for half
// a minute.
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { Clash } from '../errors.ts';
import type { WebhookEndpoint, WebhookEndpoints } from '../notice-ports.ts';
import type { Now } from '../ports.ts';
import { onRevision, put } from './conditional-put.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

const keptFor = 30_000;
const tries = 10;

type All = readonly WebhookEndpoint[];
type Change = Parameters<WebhookEndpoints['change']>[0];

export function createWebhookEndpoints(
  client: DynamoDBClient,
  table: string,
  now: Now,
): WebhookEndpoints {
  let kept: { readonly all: All; readonly until: number } | undefined;

  const load = async () => {
    const request = { TableName: table, Key: keys.webhookEndpoints(), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    const all: All = Item ? unpack<All>(Item) : [];
    kept = { all, until: now() + keptFor };
    return { all, revision: Number(Item?.rev?.N ?? 0) };
  };

  const tryChange = async (changed: Change): Promise<boolean> => {
    const { all, revision } = await load();
    const next = changed(all);
    if (next === undefined) return true;
    const rev = { N: String(revision + 1) };
    const Item = { ...keys.webhookEndpoints(), rev, ...pack(next) };
    kept = undefined;
    return isHeld(() => put(client, { TableName: table, Item, ...onRevision(revision) }));
  };

  return {
    get: async () => (kept && kept.until > now() ? kept.all : (await load()).all),
    read: async () => (await load()).all,
    change: async (changed) => {
      for (let count = 0; count < tries; count += 1) if (await tryChange(changed)) return;
      throw new Clash('Too many change the webhook endpoints at this moment');
    },
  };
}

/** False when somebody else was faster. */
async function isHeld(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof Clash) return false;
    throw error;
  }
}
