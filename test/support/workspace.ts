// A workspace with campaigns live (two of the shipped ones, or others), made once over the API and then
// copied into every world.
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createBookKeeping } from '../../functions/adapters/book-keeping.ts';
import { blockPuts, type Publication, readCampaign } from '../../infra/programs.ts';
import { defaultWorkspace } from '../../workflows/model/workspace.ts';
import { saltSettings } from './salted-settings.ts';
import { call } from './sender.ts';
import { openWorld, type World, type WorldOptions } from './world.ts';

export const epoch = Date.UTC(2026, 0, 5, 9);

interface Keys {
  readonly writeKey: string;
  readonly adminToken: string;
}

export interface Workspace {
  readonly world: World;
  readonly keys: Keys;
}

export type WorkspaceOptions = Omit<WorldOptions, 'start'>;

const programs = ['event-based', 'drip-nurture'].map(readCampaign);
const made = new Map<readonly Publication[], ReturnType<typeof make>>();

/** A fresh world that starts where setting up and publishing have ended. */
export async function openWorkspace(
  options: WorkspaceOptions = {},
  publications: readonly Publication[] = programs,
): Promise<Workspace> {
  const once = made.get(publications) ?? make(publications);
  made.set(publications, once);
  const { keys, items } = await once;
  const world = await openWorld({ start: epoch, ...options });
  world.dynamodb.load(world.tables.core, items as never);
  return { world, keys };
}

async function make(publications: readonly Publication[]) {
  const world = await openWorld({ start: epoch });
  await saltSettings(world);
  const keys = (await world.invoke('setup', {})) as Keys;
  const organization = { name: 'Perennial Sample Co.', address: '12 Garden Street, Springfield' };
  const put = (path: string, body: unknown) =>
    call(world, keys.adminToken, { path, method: 'PUT', body: JSON.stringify(body) });
  await put('/api/organization', organization);
  await createBookKeeping(world.observer, world.tables.core).change(() => plainRules);
  for (const { path, body } of blockPuts()) await put(path, body);
  for (const { id, body } of publications) await put(`/api/campaigns/${id}`, body);
  const { Items = [] } = await world.observer.send(
    new ScanCommand({ TableName: world.tables.core }),
  );
  world.close();
  return { keys, items: Items.map(onTheWire) };
}

/** Nobody is held out, and nothing is withheld for what came before: tests of those say so. */
const plainRules = {
  change: {
    workspace: {
      ...defaultWorkspace,
      holdout: 0,
      doubleOptIn: false,
      smartSending: false as const,
    },
  },
  by: 'test',
  at: epoch,
};

/** As DynamoDB's protocol carries it: binary values are base64. */
const onTheWire = (item: Record<string, AttributeValue>) =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value.B ? { B: Buffer.from(value.B).toString('base64') } : value,
    ]),
  );
