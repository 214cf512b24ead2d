// Erasing a person: nothing of them is left anywhere, nothing of before brings them back, and they may come back.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Erasure } from '../../functions/erasure-ports.ts';
import { envelope, hand, happened } from '../support/envelopes.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { everything, placesOf } from '../support/remains.ts';
import { ask, call } from '../support/sender.ts';
import { fill, get, identify, mailed, openShop, order, post, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const hour = 3_600_000;
const day = 24 * hour;

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openShop());
});

const sara = {
  type: 'identify',
  userId: 'u-sara',
  anonymousId: 'device-sara',
  traits: { email: 'Sara.Rahimi@Example.com', first_name: 'Sarvenaz', phone: '+48123456789' },
};
const words = ['rahimi', 'u-sara', 'device-sara', 'sarvenaz', '48123456789'];

const erase = (who: string, body: object = {}) =>
  ask<Erasure>(shop.world, shop.keys.adminToken, {
    path: `/api/contacts/${who}/erase`,
    method: 'POST',
    body,
  });
const erasures = async () => (await get<{ items: Erasure[] }>(shop, '/api/erasures')).items;
const status = async (who: string) =>
  (await ask(shop.world, shop.keys.adminToken, { path: `/api/contacts/${who}`, method: 'GET' }))
    .status;
const left = () => placesOf(shop.world, words);

describe('an erasure', () => {
  test('leaves nothing of the person but salted hashes, and says when it is finished', async () => {
    await tell(shop, sara, order('u-sara'), fill('u-sara'));
    expect(await left()).not.toEqual([]);
    const asked = await erase('user:u-sara', { because: 'consent_withdrawn' });
    expect(asked).toMatchObject({ status: 202, because: 'consent_withdrawn', state: 'RUNNING' });
    expect(await status('user:u-sara')).toBe(404);
    await shop.world.quiet();
    expect(await left()).toEqual([]);
    await shop.world.advance(16 * day);
    expect(await left()).toEqual([]);
    const [one] = await erasures();
    expect(one).toMatchObject({ state: 'FINISHED', passes: 3, by: 'administrator' });
    const kept = [...(await everything(shop.world)).keys()];
    expect(kept.filter((place) => place.startsWith('core S#'))).toHaveLength(3);
    expect(kept.filter((place) => place.startsWith('core I#'))).toEqual([]);
  });

  test('stops a mail that waits for its time, and one that is in the queue already', async () => {
    await tell(shop, sara, fill('u-sara'));
    await post(shop, order('u-sara'));
    await erase('user:u-sara');
    await shop.world.quiet();
    await shop.world.advance(3 * day);
    expect(await mailed(shop)).toEqual([]);
    await shop.world.advance(14 * day);
    expect(await left()).toEqual([]);
  });

  test('refuses what was received before it, by whichever key it comes', async () => {
    const { world } = shop;
    await tell(shop, sara);
    const receivedAt = world.now();
    await world.advance(hour);
    await erase('user:u-sara');
    await world.quiet();
    const late = (given: object) =>
      happened(world, { timestamp: receivedAt, receivedAt, ...given });
    const advance = world.start('advance');
    await hand(advance, envelope(late({ user: 'u-sara', traits: { first_name: 'Sarvenaz' } })));
    await hand(advance, envelope(late({ email: 'Sara.Rahimi@Example.com' })));
    await hand(advance, envelope(late({ anonymous: 'device-sara' })));
    await world.quiet();
    expect(await mailed(shop)).toEqual([]);
    expect(await left()).toEqual([]);
  });

  test('asked for twice is one, and is answered by the id as long as nobody came back', async () => {
    await tell(shop, sara);
    const { id } = await get<{ id: string }>(shop, '/api/contacts/user:u-sara');
    const first = await erase(id);
    const second = await erase(id);
    expect(second).toMatchObject({ status: 202, id: first.id });
    expect(await erasures()).toHaveLength(1);
    expect(await erase('user:u-sara')).toMatchObject({ status: 404 });
  });

  test('is the administrator’s alone, and names nobody in its reason', async () => {
    await tell(shop, sara);
    const refused = await erase('user:u-sara', { because: 'Sara asked' });
    expect(refused).toMatchObject({ status: 422, at: 'because' });
    const { secret } = (await call(shop.world, shop.keys.adminToken, {
      path: '/api/tokens',
      method: 'POST',
      body: JSON.stringify({ name: 'marketing', role: 'marketer' }),
    })) as { secret: string };
    const path = '/api/contacts/user:u-sara/erase';
    const answer = await ask(shop.world, secret, { path, method: 'POST', body: {} });
    expect(answer.status).toBe(403);
  });
});

describe('whoever was erased', () => {
  test('comes back by an event of their own, as somebody of whom nothing is known', async () => {
    await tell(shop, sara, order('u-sara'));
    await erase('user:u-sara');
    await shop.world.advance(hour / 2);
    await tell(shop, identify('u-sara', 'new@example.com'));
    const back = await get<{ traits: object; purchases?: object }>(
      shop,
      '/api/contacts/user:u-sara',
    );
    expect(back.traits).toMatchObject({ email: 'new@example.com' });
    expect(JSON.stringify(back)).not.toMatch(/sarvenaz|rahimi/i);
    await shop.world.advance(16 * day);
    expect(await status('user:u-sara')).toBe(200);
    expect(await placesOf(shop.world, ['rahimi', 'device-sara', 'sarvenaz'])).toEqual([]);
    const rows = await get<{ items: object[] }>(shop, '/api/contacts/user:u-sara/timeline');
    expect(rows.items).toHaveLength(1);
  });

  test('is not brought back by somebody who types them in, unless they have said yes anew', async () => {
    await tell(shop, sara);
    await erase('user:u-sara');
    await shop.world.advance(16 * day);
    const typed = (body: object) =>
      ask(shop.world, shop.keys.adminToken, { path: '/api/contacts', method: 'POST', body });
    const email = 'sara.rahimi@example.com';
    expect(await typed({ email })).toMatchObject({ status: 409 });
    expect(await typed({ user: 'u-9', email })).toMatchObject({ status: 409 });
    expect((await typed({ email: 'other@example.com' })).status).toBe(200);
    const consent = { status: 'subscribed', method: 'phone' };
    expect((await typed({ email, consent })).status).toBe(200);
    expect((await typed({ email, attributes: { plan: 'pro' } })).status).toBe(200);
  });

  test('is known by all their keys once they are back, and may be erased anew', async () => {
    await tell(shop, sara);
    await erase('user:u-sara');
    await shop.world.advance(16 * day);
    await tell(shop, sara);
    expect(await status('user:u-sara')).toBe(200);
    expect(await status('email:sara.rahimi@example.com')).toBe(200);
    await erase('anonymous:device-sara');
    await shop.world.advance(16 * day);
    expect(await left()).toEqual([]);
    expect((await erasures()).map(({ state }) => state)).toEqual(['FINISHED', 'FINISHED']);
  });
});
