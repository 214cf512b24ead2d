// Finding contacts as somebody types: by the beginning of a name, an address or an id, whatever became of the contact.
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { get, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const day = 86_400_000;

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

const identify = (userId: string, first_name: string, last_name: string, more: object = {}) => ({
  ...{ type: 'identify', userId },
  traits: { email: `${first_name}@${last_name}.example`, first_name, last_name, ...more },
});
const call = (method: 'POST' | 'PUT', path: string, body: object) =>
  ask<Contact>(shop.world, shop.keys.adminToken, { path, method, body });

interface Page {
  readonly items: readonly Contact[];
  readonly next?: string;
}
const page = (typed: string, more = '') =>
  get<Page>(shop, `/api/contacts?search=${encodeURIComponent(typed)}${more}`);
const found = async (typed: string, more = '') =>
  (await page(typed, more)).items.map(({ traits }) => `${traits.first_name} ${traits.last_name}`);

const lines = async () => {
  const { Items = [] } = await shop.world.observer.send(
    new ScanCommand({ TableName: shop.world.tables.core }),
  );
  return Items.flatMap(({ pk, sk }) => (/^C?F#/.test(pk?.S ?? '') ? [`${pk?.S} ${sk?.S}`] : []));
};

describe('a contact', () => {
  beforeEach(() =>
    tell(
      shop,
      identify('A-1', 'Łukasz', 'Nowak', { email: 'boss@shop.example' }),
      identify('A-2', 'Sara', 'Novák'),
      identify('A-3', 'علي', 'رضايي', { email: 'ali@shop.example' }),
    ),
  );

  test.each([
    ['luk', ['Łukasz Nowak']],
    ['nova', ['Sara Novák']],
    ['novak sa', ['Sara Novák']],
    ['NO', ['Sara Novák', 'Łukasz Nowak']],
    ['boss@', ['Łukasz Nowak']],
    ['a-', ['Łukasz Nowak', 'Sara Novák', 'علي رضايي']],
    ['علی', ['علي رضايي']],
    ['ara', []],
    ['s', []],
  ])('is found by %j', async (typed, names) => {
    expect(await found(typed)).toEqual(names);
  });

  test('is found by its whole id, and within a list', async () => {
    const [sara] = (await page('sara')).items;
    expect(await found(sara?.id ?? '')).toEqual(['Sara Novák']);
    expect(await found('con_nobody')).toEqual([]);
    await call('PUT', '/api/lists/vip', { name: 'VIP' });
    await call('POST', '/api/lists/vip/contacts', { add: ['user:A-1'] });
    expect(await found('no', '&list=vip')).toEqual(['Łukasz Nowak']);
  });

  test('comes in portions, each person once', async () => {
    const first = await page('a-', '&limit=2');
    const second = await page('a-', `&limit=2&next=${first.next}`);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
  });

  test('is not written for again when neither name nor address changes', async () => {
    const before = await lines();
    await tell(shop, identify('A-2', 'Sara', 'Novák', { city: 'Brno' }));
    await tell(shop, { type: 'track', userId: 'A-2', event: 'Seen' });
    expect(await lines()).toEqual(before);
  });

  test('with another name and address is found by those, and no more by the old', async () => {
    await tell(shop, identify('A-2', 'Sara', 'Dvořák', { email: 'new@example.com' }));
    expect(await found('dvorak')).toEqual(['Sara Dvořák']);
    expect(await found('nova')).toEqual([]);
    expect(await found('new@')).toEqual(['Sara Dvořák']);
  });
});

describe('two that are one', () => {
  test('are found once, by the names of the survivor and every address', async () => {
    await tell(shop, identify('A-1', 'Sara', 'Old'), identify('A-2', 'Sarah', 'New'));
    await call('POST', '/api/contacts/user:A-1/merge', { with: 'user:A-2' });
    await shop.world.quiet();
    const [one] = (await page('sara')).items;
    for (const typed of ['a-1', 'a-2', 'sara@old', 'sarah@new'])
      expect((await page(typed)).items.map(({ id }) => id)).toEqual([one?.id]);
    expect((await page('sara')).items).toHaveLength(1);
  });
});

describe('somebody who was erased', () => {
  test('is found no more, at once, and leaves no line of their name', async () => {
    await tell(shop, identify('A-1', 'Sara', 'Old'));
    await tell(shop, identify('A-1', 'Sara', 'Wed'));
    await call('POST', '/api/contacts/user:A-1/erase', {});
    expect(await found('sara')).toEqual([]);
    await shop.world.quiet();
    await shop.world.advance(16 * day);
    expect(await lines()).toEqual([]);
  });

  test('and comes back, is found by what they bring', async () => {
    await tell(shop, identify('A-1', 'Sara', 'Old'));
    await call('POST', '/api/contacts/user:A-1/erase', {});
    await shop.world.advance(day / 24);
    await tell(shop, identify('A-1', 'Zara', 'New'));
    await shop.world.advance(16 * day);
    expect(await found('zara')).toEqual(['Zara New']);
    expect(await found('a-1')).toEqual(['Zara New']);
    expect((await lines()).filter((line) => /sara|old/.test(line))).toEqual([]);
  });
});
