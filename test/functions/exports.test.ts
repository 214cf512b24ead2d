// Exports: contacts as one file in parts, safe for spreadsheets and complete; and everything of one person.
import papaparse from 'papaparse';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { ask, call, send } from '../support/sender.ts';
import { get, openShop, order, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openShop());
});

const person = (userId: string, traits: object = {}) => ({
  type: 'identify',
  userId,
  traits: { email: `${userId}@example.com`, ...traits },
});

interface Part {
  readonly text: string;
  readonly type: string;
  readonly next?: string;
}

async function part(query: string): Promise<Part> {
  const { world, keys } = shop;
  const headers = { authorization: `Bearer ${keys.adminToken}` };
  const path = `/api/exports/contacts?${query}`;
  const answer = await send(world, 'api', { path, method: 'GET', headers });
  const { 'content-type': type = '', 'x-next': next } = answer.headers ?? {};
  return { text: answer.body ?? '', type, ...(next && { next }) };
}

/** All parts, one behind the other. */
async function file(query: string): Promise<string> {
  let { text, next } = await part(query);
  while (next !== undefined) {
    const more = await part(`${query}&next=${encodeURIComponent(next)}`);
    text += more.text;
    next = more.next;
  }
  return text;
}

const rows = (csv: string) =>
  papaparse.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });

describe('contacts as CSV', () => {
  test('are one file with the same columns in every part, whatever each contact has', async () => {
    const people = Array.from({ length: 7 }, (_, at) => person(`u-${at}`, { [`own_${at}`]: at }));
    await tell(shop, ...people, person('u-fa', { first_name: 'سارا', tags: ['a', 'b'] }));
    const first = await part('limit=3');
    expect(first.type).toBe('text/csv; charset=utf-8');
    expect(first.text.startsWith('\uFEFFid,email,')).toBe(true);
    const { data, errors } = rows(await file('limit=3'));
    expect(errors).toEqual([]);
    expect(data.map(({ email }) => email).sort()).toEqual(
      [...Array.from({ length: 7 }, (_, at) => `u-${at}@example.com`), 'u-fa@example.com'].sort(),
    );
    const [sara] = data.filter(({ email }) => email === 'u-fa@example.com');
    expect(sara).toMatchObject({ first_name: 'سارا', keys: 'user:u-fa; email:u-fa@example.com' });
    const [own] = data.filter(({ email }) => email === 'u-3@example.com');
    expect(JSON.parse(own?.other_attributes ?? '')).toEqual({ own_3: 3 });
  });

  test('hold nothing that a spreadsheet would take for a formula', async () => {
    const traits = { first_name: '=HYPERLINK("http://evil.example")', last_name: '@SUM(1)' };
    await tell(shop, person('u-1', { ...traits, company: 'Say "hi",\r\nall' }));
    const [row] = rows(await file('')).data;
    expect(row?.first_name).toBe(`'${traits.first_name}`);
    expect(row?.last_name).toBe(`'${traits.last_name}`);
    expect(row?.company).toBe('Say "hi",\r\nall');
  });

  test('have the columns that were asked for in every part', async () => {
    await tell(shop, person('u-1', { plan: 'pro' }), person('u-2', { plan: 'free', seats: 3 }));
    const text = await file('limit=1&attributes=plan,seats');
    expect(text.split('\r\n')[0]).toMatch(/segments,plan,seats,other_attributes$/);
    expect(
      rows(text)
        .data.map(({ plan, seats }) => [plan, seats])
        .sort(),
    ).toEqual([
      ['free', '3'],
      ['pro', ''],
    ]);
  });

  test('are of a list alone where that is asked', async () => {
    const { world, keys } = shop;
    await tell(shop, person('u-1'), person('u-2'));
    const put = { path: '/api/lists/vips', method: 'PUT', body: '{"name":"VIPs"}' };
    await call(world, keys.adminToken, put);
    const body = JSON.stringify({ add: ['user:u-2'] });
    const path = '/api/lists/vips/contacts';
    await call(world, keys.adminToken, { path, method: 'POST', body });
    expect(rows(await file('list=vips')).data.map(({ email }) => email)).toEqual([
      'u-2@example.com',
    ]);
  });
});

describe('contacts as JSON Lines', () => {
  test.each(['segment', 'list'])('of a %s that is not there are refused', async (kind) => {
    const { world, keys } = shop;
    const path = `/api/exports/contacts?${kind}=nope`;
    const said = await ask(world, keys.adminToken, { path, method: 'GET' });
    expect(said).toMatchObject({ status: 404, error: `There is no ${kind} "nope"`, at: kind });
  });

  test('are complete: each line is what the API shows of the contact', async () => {
    await tell(shop, person('u-1', { first_name: '=1' }), person('u-2'));
    const text = await file('format=jsonl&limit=1');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Contact);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toEqual(await get(shop, `/api/contacts/${line.id}`));
  });
});

describe('everything of one person', () => {
  test('is one answer, or several of a long past, and misses no row', async () => {
    await tell(shop, person('u-1', { phone: '+48123' }), order('u-1'));
    const long = 'x'.repeat(20_000);
    for (let count = 0; count < 6; count += 1)
      await tell(
        shop,
        ...Array.from({ length: 20 }, (_, at) => ({
          ...{ type: 'track', event: 'Viewed', userId: 'u-1' },
          properties: { long, at: count * 20 + at },
        })),
      );
    interface Data {
      readonly contact?: Contact;
      readonly timeline: readonly { readonly about: { readonly name?: string } }[];
      readonly next?: string;
    }
    const first = await get<Data>(shop, '/api/contacts/user:u-1/data');
    expect(first.contact?.traits).toMatchObject({ phone: '+48123' });
    const all = [...first.timeline];
    for (let { next } = first; next !== undefined; ) {
      const more: Data = await get<Data>(shop, `/api/contacts/user:u-1/data?next=${next}`);
      expect(more.contact).toBeUndefined();
      all.push(...more.timeline);
      next = more.next;
    }
    expect(first.next).toBeDefined();
    expect(all.filter(({ about }) => about.name === 'Viewed')).toHaveLength(120);
  });

  test('is for nobody who may not see it, and not of somebody who was erased', async () => {
    await tell(shop, person('u-1'));
    const { world, keys } = shop;
    const erase = { path: '/api/contacts/user:u-1/erase', method: 'POST', body: {} };
    await ask(world, keys.adminToken, erase);
    const path = '/api/contacts/user:u-1/data';
    expect((await ask(world, keys.adminToken, { path, method: 'GET' })).status).toBe(404);
    expect((await part('')).text.split('\r\n')).toHaveLength(2);
  });
});
