// A workspace with whole programs in it: catalog, segments and campaigns, put over the API once and then copied.
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import { createBookKeeping } from '../../functions/adapters/book-keeping.ts';
import { blockPuts, putsOf, readPrograms } from '../../infra/programs.ts';
import { defaultWorkspace } from '../../workflows/model/workspace.ts';
import { saltSettings } from '../support/salted-settings.ts';
import { call } from '../support/sender.ts';
import { epoch, type Workspace, type WorkspaceOptions } from '../support/workspace.ts';
import { openWorld } from '../support/world.ts';

export type Puts = readonly { readonly path: string; readonly body: unknown }[];

export function programPuts(name: string): Puts {
  const program = readPrograms().find((one) => one.name === name);
  if (!program) throw new Error(`There is no program ${name}`);
  return putsOf(program);
}

const made = new Map<string, ReturnType<typeof make>>();

/** Nobody is held out, and smart sending is off: what is explored is that everything happens, and once. */
export async function openPrepared(
  name: string,
  puts: () => Puts,
  options: WorkspaceOptions,
): Promise<Workspace> {
  const once = made.get(name) ?? make(puts());
  made.set(name, once);
  const { keys, items } = await once;
  const world = await openWorld({ start: epoch, ...options });
  world.dynamodb.load(world.tables.core, items as never);
  return { world, keys };
}

const organization = { name: 'Perennial Sample Co.', address: '12 Garden Street, Springfield' };

async function make(puts: Puts) {
  const world = await openWorld({ start: epoch });
  await saltSettings(world);
  const keys = (await world.invoke('setup', {})) as Workspace['keys'];
  const put = ({ path, body }: Puts[number]) =>
    call(world, keys.adminToken, { path, method: 'PUT', body: JSON.stringify(body) });
  await put({ path: '/api/organization', body: organization });
  const workspace = {
    ...defaultWorkspace,
    holdout: 0,
    doubleOptIn: false,
    smartSending: false as const,
  };
  await createBookKeeping(world.observer, world.tables.core).change(() => ({
    change: { workspace },
    by: 'test',
    at: epoch,
  }));
  for (const one of [...blockPuts(), ...puts]) await put(one);
  // What publishing leads to is over before anybody is there.
  await world.quiet();
  const request = { TableName: world.tables.core };
  const { Items = [] } = await world.observer.send(new ScanCommand(request));
  world.close();
  return { keys, items: Items.map(onTheWire) };
}

/** As DynamoDB's protocol carries it: binary values are base64, one by one or in a set. */
const onTheWire = (item: Record<string, AttributeValue>) =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value.B ? { B: Buffer.from(value.B).toString('base64') } : value,
    ]),
  );
