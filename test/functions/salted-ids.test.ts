// Ids of contacts stand in links and webhooks: whoever sees one and guesses an address must not be able to tell that it
// fits. Each deployment makes other ids of the same address, and always the same.
import { afterEach, expect, it } from 'vitest';
import { createIdentities } from '../../functions/adapters/identities.ts';
import { hash } from '../../functions/adapters/keys.ts';
import { createKeyHash } from '../../functions/adapters/salt.ts';
import { createSettings } from '../../functions/adapters/settings.ts';
import { Clash } from '../../functions/errors.ts';
import { lead } from '../crash/website.ts';
import { localStore } from '../support/local-store.ts';
import { idOf } from '../support/salted-settings.ts';
import { call } from '../support/sender.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';
import type { World } from '../support/world.ts';

const address = 'email:sara@example.com';
const open: World[] = [];

afterEach(() => {
  for (const world of open.splice(0)) world.close();
});

async function holderIn({ observer, tables }: World): Promise<string> {
  return (await createIdentities(observer, tables.core).find([address])).get(address) ?? '';
}

async function deployed(): Promise<Workspace> {
  const workspace = await openWorkspace();
  open.push(workspace.world);
  return workspace;
}

it('an id is made of the address and the secret of the deployment', async () => {
  const workspace = await deployed();
  await lead(workspace);
  const holder = await holderIn(workspace.world);
  expect(holder).toBe(idOf(address));
  expect(holder).not.toContain(hash(address).slice(0, 8));
});

it('the API comes to the same id as the door', async () => {
  const [one, other] = [await deployed(), await deployed()];
  await lead(one);
  const path = '/api/contacts';
  const body = JSON.stringify({ email: 'sara@example.com' });
  await call(other.world, other.keys.adminToken, { path, body });
  expect(await holderIn(other.world)).toBe(await holderIn(one.world));
});

it('an id from before there was a salt still leads to its contact', async () => {
  const workspace = await deployed();
  const { observer, tables } = workspace.world;
  const before = `con_${hash(address)}`;
  await createIdentities(observer, tables.core).bind(address, before);
  await lead(workspace);
  const path = `/api/contacts/${before}`;
  const found = await call(workspace.world, workspace.keys.adminToken, { path, method: 'GET' });
  expect(found).toMatchObject({ id: before, traits: { first_name: 'Sara' } });
});

it('the salt is made once by whoever needs it first, and asked for once', async () => {
  const { client, core } = await localStore();
  const settings = () => createSettings(client, core, () => 0);
  const hashes = await Promise.all(
    [1, 2, 3].map(async () => (await createKeyHash(settings())())(address)),
  );
  expect(new Set(hashes).size).toBe(1);
  let asked = 0;
  const keyHash = createKeyHash({
    get: async () => {
      asked += 1;
      if (asked === 1) throw new Error('the table does not answer');
      return settings().get();
    },
    ensureErasureSalt: () => Promise.reject(new Clash('never needed')),
  });
  await expect(keyHash()).rejects.toThrow('does not answer');
  for (const _ of [1, 2, 3]) expect((await keyHash())(address)).toBe(hashes[0]);
  expect(asked).toBe(2);
});
