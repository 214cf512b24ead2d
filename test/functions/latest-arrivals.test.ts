// What came in just now, one by one, as somebody reads it who looks on: from the door and from advance.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { everything } from '../support/remains.ts';
import { ask } from '../support/sender.ts';
import { get, identify, openShop, order, post, type Row, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

interface Arrival {
  readonly at: number;
  readonly source: string;
  readonly outcome: string;
  readonly name?: string;
  readonly type?: string;
  readonly why?: string;
  readonly contact?: { readonly id: string; readonly called?: string };
  readonly row?: { readonly at: number; readonly id: string; readonly next: string };
}

const minute = 60_000;
const day = 24 * 60 * minute;

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

const latest = async (query = '') =>
  (await get<{ items: Arrival[] }>(shop, `/api/arrivals${query}`)).items;
const written = (since: number) =>
  shop.world.calls
    .slice(since)
    .filter(({ function: by, what }) => by === 'advance' && what.endsWith('UpdateItem')).length;
const kept = async () =>
  [...(await everything(shop.world))].filter(([place]) => place.startsWith('work ARRIVED#'));

describe('what came in just now', () => {
  test('tells when, from where, what, who and what became of it, the newest first', async () => {
    await tell(shop, { ...identify('ann'), traits: { email: 'ann@example.com', name: 'Ann' } });
    await shop.world.advance(1_000);
    const once = { ...order('bob'), messageId: 'm1' };
    await tell(shop, once);
    await shop.world.advance(1_000);
    await tell(shop, once);
    await shop.world.advance(1_000);
    await post(shop, { type: 'track', userId: 'ann' });
    const found = await latest();
    expect(found).toMatchObject([
      { source: 'segment/first', outcome: 'rejected', why: expect.stringMatching(/event/) },
      { outcome: 'repeated', name: 'Order Completed', contact: { called: 'bob' } },
      { outcome: 'accepted', name: 'Order Completed', type: 'track', contact: { called: 'bob' } },
      { outcome: 'accepted', type: 'identify', contact: { called: 'Ann' } },
    ]);
    expect(found[2]?.at).toBe(shop.world.now() - 2_000);
  });

  test('leads to the row in the timeline, with all that the event held', async () => {
    await tell(shop, order('bob', '17'), order('bob', '18'), order('bob', '19'));
    for (const { row, contact } of await latest()) {
      const path = `/api/contacts/${contact?.id}/timeline?limit=1&next=${row?.next}`;
      const [first] = (await get<{ items: Row[] }>(shop, path)).items;
      expect(first).toMatchObject({ id: row?.id, at: row?.at, kind: 'event' });
    }
  });

  test('tells of a wrong key, also one that nobody knows, and of one source when asked', async () => {
    await post({ ...shop, keys: { ...shop.keys, writeKey: 'wk_none' } }, order('ann'));
    await tell(shop, order('bob'));
    expect(await latest('?source=unknown')).toMatchObject([
      { source: 'unknown', outcome: 'refused', why: expect.stringMatching(/write key/) },
    ]);
    expect(await latest('?source=segment/first')).toMatchObject([{ outcome: 'accepted' }]);
    expect(await latest('?source=segment/nobody')).toEqual([]);
  });

  test('is read by a viewer, and makes no item for a source that there is not', async () => {
    const made = { name: 'eve', role: 'viewer' };
    const admin = shop.keys.adminToken;
    const { secret } = await ask<{ secret: string }>(shop.world, admin, {
      ...{ method: 'POST', path: '/api/tokens', body: made },
    });
    const path = '/api/arrivals?source=segment/nobody';
    expect((await ask(shop.world, secret ?? '', { method: 'GET', path })).status).toBe(200);
    const places = [...(await everything(shop.world)).keys()];
    expect(places.filter((place) => place.includes('segment/nobody'))).toEqual([]);
  });

  test('of many at once the newest ten are kept', async () => {
    const all = [...Array(25).keys()].map((at) => order('bob', `${at}`));
    await tell(shop, ...all);
    expect(await latest()).toHaveLength(10);
  });
});

describe('what it costs', () => {
  test('while nobody looks on, little is written however much comes; then everything', async () => {
    for (let count = 0; count < 12; count += 1) await tell(shop, order('bob', `${count}`));
    const unwatched = shop.world.calls.length;
    await tell(shop, order('bob', 'held'));
    const without = written(unwatched);
    expect((await latest())[0]).toMatchObject({ name: 'Order Completed' });
    const watched = shop.world.calls.length;
    await tell(shop, order('bob', 'seen'));
    expect(written(watched)).toBe(without + 1);
    await shop.world.advance(2 * minute);
    const gone = shop.world.calls.length;
    await tell(shop, order('bob', 'late'));
    expect(written(gone)).toBe(without);
  });

  test('what was held back comes with the first that is written', async () => {
    for (let count = 0; count < 10; count += 1) await tell(shop, order('bob', `${count}`));
    await tell(shop, { ...order('ann'), event: 'Held Back' });
    expect((await latest()).map(({ name }) => name)).not.toContain('Held Back');
    await tell(shop, order('bob', 'seen'));
    expect((await latest()).map(({ name }) => name)).toContain('Held Back');
  });
});

describe('of a person', () => {
  test('nothing but an id is kept, for a day or so', async () => {
    await tell(shop, {
      ...identify('sara'),
      traits: { email: 'sara@example.com', name: 'Sarvenaz' },
    });
    const texts = (await kept()).map(([, text]) => text);
    expect(texts).toHaveLength(1);
    expect(texts.join()).not.toMatch(/sara/i);
    const { ttl } = JSON.parse(texts[0] ?? '') as { ttl: { N: string } };
    expect(Number(ttl.N) * 1_000 - shop.world.now()).toBeLessThanOrEqual(day + 1_000);
    await shop.world.advance(day);
    expect(await latest()).toEqual([]);
  });

  test('an erasure leaves nothing to be read, at once, and nothing at all a minute later', async () => {
    await tell(shop, order('sara'), { ...order('bob'), event: 'Other' });
    const path = '/api/contacts/user:sara/erase';
    await ask(shop.world, shop.keys.adminToken, { method: 'POST', path, body: {} });
    expect((await latest()).map(({ name }) => name)).toEqual(['Other']);
    await shop.world.quiet();
    expect(await kept()).toEqual([]);
    await shop.world.advance(1_000);
    await tell(shop, order('sara', 'back'));
    expect(await latest()).toMatchObject([
      { name: 'Order Completed', contact: { called: 'sara' } },
    ]);
  });
});
