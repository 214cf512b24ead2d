// Webhook sources in the core table, one item each, by name. Ingest keeps what it has read for half a minute.
import { DeleteItemCommand, type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Now } from '../ports.ts';
import type { HookSource, HookSources } from '../source-ports.ts';
import { asClash, onRevision, put } from './conditional-put.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readPortion } from './partition.ts';

interface Stored {
  readonly source: HookSource | undefined;
  readonly revision: number;
}

export function createHookSources(client: DynamoDBClient, table: string): HookSources {
  const read = async (name: string): Promise<Stored> => {
    const request = { TableName: table, Key: keys.hook(name), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return { source: Item && unpack<HookSource>(Item), revision: Number(Item?.rev?.N ?? 0) };
  };

  const remove = (name: string, known: number): Promise<void> =>
    asClash(name, () =>
      client.send(
        new DeleteItemCommand({ TableName: table, Key: keys.hook(name), ...onRevision(known) }),
      ),
    );

  return {
    get: async (name) => (await read(name)).source,
    list: async ({ limit, after }) => {
      const last = after === undefined ? undefined : keys.hook(after);
      const of = keys.hook('');
      const items = await readPortion(client, { table, of, limit, after: last, consistent: true });
      return items.map((item) => unpack<HookSource>(item));
    },
    change: async (name, changed) => {
      const { source, revision } = await read(name);
      const next = changed(source);
      if (next !== undefined) {
        const rev = { N: String(revision + 1) };
        const Item = { ...keys.hook(name), rev, ...pack(next) };
        await put(client, { TableName: table, Item, ...onRevision(revision) });
      } else if (source !== undefined) await remove(name, revision);
      return next;
    },
  };
}

const known = 30_000;
// Short, so that a source works at once after it was made; long enough to stop a flood of lookups.
const unknown = 5_000;
const mostRemembered = 1_000;

/** A change of a source, a retired secret among them, is heard by every container within half a minute. */
export function remembering(
  { get }: Pick<HookSources, 'get'>,
  now: Now,
): (name: string) => Promise<HookSource | undefined> {
  const remembered = new Map<string, { source: HookSource | undefined; until: number }>();
  return async (name) => {
    const last = remembered.get(name);
    if (last && last.until > now()) return last.source;
    const source = await get(name);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(name, { source, until: now() + (source ? known : unknown) });
    return source;
  };
}
