// Lists over the API are read in portions, without a gap and without anything twice.
import { beforeEach, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { addBroken, broken } from '../support/broken-contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { catchLog } from '../support/log-lines.ts';
import { type Asked, ask as askApi } from '../support/sender.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const ask = (asked: Asked) => askApi(workspace.world, workspace.keys.adminToken, asked);

test('a timeline is read in portions, without a gap', async () => {
  await tell(workspace, identify('ann'));
  for (const name of ['A', 'B', 'C', 'D']) {
    await workspace.world.advance(1_000);
    await tell(workspace, { type: 'track', event: name, userId: 'ann' });
  }
  const path = '/api/contacts/user:ann/timeline';
  const names: unknown[] = [];
  for (let next: string | undefined = ''; next !== undefined; ) {
    const query = next === '' ? '?limit=2' : `?limit=2&next=${next}`;
    const portion: Portion = await get(workspace, `${path}${query}`);
    expect(portion.items.length).toBeLessThanOrEqual(2);
    names.push(...portion.items.map(({ about }) => about.name));
    next = portion.next;
  }
  expect(names).toEqual(['D', 'C', 'B', 'A', 'Contact Identified']);
  for (const wrong of ['?limit=0', '?next=!', '?next=WzFd', '?size=3'])
    expect(await ask({ path: `${path}${wrong}`, method: 'GET' })).toMatchObject({ status: 422 });
});

interface Portion {
  readonly items: readonly { readonly about: { readonly name?: string } }[];
  readonly next?: string;
}

test('contacts are browsed in portions, all of them or those on a list', async () => {
  const users = Array.from({ length: 7 }, (_, at) => `u${at}`);
  await tell(workspace, ...users.map((user) => identify(user)));
  await ask({ path: '/api/lists/fair', method: 'PUT', body: { name: 'The fair' } });
  const add = users.slice(0, 3).map((user) => `user:${user}`);
  await ask({ path: '/api/lists/fair/contacts', method: 'POST', body: { add } });
  const browse = async (query: string): Promise<string[]> => {
    const found: string[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const more: Contacts = await get(workspace, `/api/contacts?limit=3${query}${next}`);
      found.push(...more.items.map(({ traits }) => String(traits.email)));
      next = more.next === undefined ? undefined : `&next=${more.next}`;
    }
    return found.sort();
  };
  const addresses = users.map((user) => `${user}@example.com`);
  expect(await browse('')).toEqual(addresses);
  expect(await browse('&list=fair')).toEqual(addresses.slice(0, 3));
  // Whatever else the table holds: who asks for one gets one, as long as there are some.
  let next: string | undefined = '';
  for (const _ of users) {
    const one: Contacts = await get(workspace, `/api/contacts?limit=1${next && `&next=${next}`}`);
    expect(one.items).toHaveLength(1);
    next = one.next ?? '';
  }
  for (const group of ['segment', 'list'])
    expect(await ask({ path: `/api/contacts?${group}=none`, method: 'GET' })).toMatchObject({
      status: 404,
      error: `There is no ${group} "none"`,
      at: group,
    });
});

test('a contact that cannot be read is left out of its portion and reported', async () => {
  await tell(workspace, identify('ann'));
  await addBroken(workspace);
  const log = catchLog();
  const { items } = await get<Contacts>(workspace, '/api/contacts');
  expect(items.map(({ traits }) => traits.email)).toEqual(['ann@example.com']);
  expect(log.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ message: 'contact cannot be read', contact: broken }),
  );
});

interface Contacts {
  readonly items: readonly Contact[];
  readonly next?: string;
}
