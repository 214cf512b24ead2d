// The list of everything that events come from, and of the kinds that can be connected.
import { beforeEach, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { ask as askApi } from '../support/sender.ts';
import { get, identify, openShop, post, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

interface Told {
  readonly items: readonly Record<string, unknown>[];
  readonly next?: string;
}

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

const ask = (method: string, path: string, body?: unknown) =>
  askApi(shop.world, shop.keys.adminToken, { method, path, body });
const connect = (name: string) => ask('PUT', `/api/sources/${name}`, { kind: 'standard-webhooks' });

test('everything that events come from is one list, in portions, strangers last', async () => {
  await connect('zeta');
  await connect('alpha');
  await ask('POST', '/api/write-keys', { name: 'old' });
  await ask('DELETE', '/api/write-keys/old');
  await tell(shop, identify('ann'));
  await post({ ...shop, keys: { ...shop.keys, writeKey: 'wk_none' } }, identify('bob'));
  const all: Record<string, unknown>[] = [];
  let next = '';
  do {
    const page = await get<Told>(shop, `/api/sources?limit=2${next && `&next=${next}`}`);
    all.push(...page.items);
    next = page.next ?? '';
  } while (next);
  expect(all.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'standard-webhooks alpha',
    'standard-webhooks zeta',
    'write_key first',
    'write_key old',
    'api api',
    'unknown unknown',
  ]);
  expect(all[2]).toMatchObject({
    sources: ['segment/first', 'form/first'],
    counts: { accepted: 1 },
  });
  expect(all[3]).toMatchObject({ revokedAt: shop.world.now() });
  expect(all[5]).toMatchObject({ counts: { 'refused.unknown key': 1 } });
});

test('every kind says how it is set up', async () => {
  const { items } = await get<Told>(shop, '/api/source-kinds');
  expect(items).toContainEqual(
    expect.objectContaining({
      kind: 'standard-webhooks',
      secretFrom: 'us',
      steps: expect.arrayContaining([expect.stringContaining('{address}')]),
      settings: expect.objectContaining({ type: 'object' }),
    }),
  );
});
