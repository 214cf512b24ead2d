// Consents over the API: the ledger of a person, and a wish that was told elsewhere.
import { beforeEach, describe, expect, test } from 'vitest';
import { hash } from '../../functions/adapters/keys.ts';
import { addressHash } from '../../workflows/model/consent.ts';
import type { ConsentRecord } from '../../workflows/model/consent-record.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { topics } from '../support/consenting.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { everything } from '../support/remains.ts';
import { type Asked, ask as askApi } from '../support/sender.ts';
import { campaign, get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
  await put({});
  await tell(shop, identify('sara'));
});

const ask = (asked: Asked) => askApi<Contact>(shop.world, shop.keys.adminToken, asked);
const put = (rules: object) =>
  ask({ path: '/api/workspace', method: 'PUT', body: { holdout: 0, topics, ...rules } });
const record = (body: object, key: string = crypto.randomUUID()) =>
  ask({
    ...{ path: '/api/contacts/user:sara/consents', method: 'POST', body },
    headers: { authorization: `Bearer ${shop.keys.adminToken}`, 'idempotency-key': key },
  });
const ledger = async (query = '') =>
  get<{ items: ConsentRecord[]; next?: string }>(shop, `/api/contacts/user:sara/consents${query}`);

const day = 86_400_000;
const onDay = (ago: number) => new Date(shop.world.now() - ago * day).toISOString();
const yes = () => ({
  status: 'subscribed',
  method: 'phone',
  source: 'call of Ann, recorded as 17.wav',
  at: onDay(3),
});

describe('a wish that was told elsewhere', () => {
  test('is kept with how, where and when, and stands in the ledger', async () => {
    const answer = await record({ ...yes(), wording: 'May we write to you?', language: 'en' });
    expect(answer).toMatchObject({ status: 200, consent: { status: 'subscribed' } });
    expect((await ledger()).items).toEqual([
      {
        id: expect.stringMatching(/^cns_[\w-]{22}$/),
        contact: answer.id,
        address_hash: expect.stringMatching(/^[\w-]{22}$/),
        ...{ channel: 'email', purpose: 'marketing', status: 'subscribed' },
        ...{ method: 'manual_add', method_detail: 'phone: call of Ann, recorded as 17.wav' },
        ...{ legal_basis: 'consent', wording: 'May we write to you?', language: 'en' },
        actor: 'administrator',
        occurred_at: shop.world.now() - 3 * day,
        recorded_at: shop.world.now(),
      },
    ]);
  });

  test('tells which lines are of one address, and nobody finds it by guessing', async () => {
    for (const key of ['one', 'two']) await record(yes(), key);
    const [one, two] = (await ledger()).items.map((line) => line.address_hash);
    expect(one).toBe(two);
    expect(one).not.toBe(addressHash(hash, 'sara@example.com'));
  });

  test('that is a no outweighs whatever was said on its day', async () => {
    await record({ ...yes(), at: onDay(0) });
    const today = onDay(0).slice(0, 10);
    const answer = await record({ ...yes(), status: 'unsubscribed', at: today });
    expect(answer).toMatchObject({ status: 200, consent: { status: 'unsubscribed' } });
    expect(await record({ ...yes(), at: today })).toMatchObject({ status: 409, at: 'at' });
  });

  test('told again by the same call adds no line', async () => {
    const said = yes();
    for (let count = 0; count < 3; count += 1)
      expect(await record(said, 'once')).toMatchObject({ status: 200 });
    expect((await ledger()).items).toHaveLength(1);
  });

  test.each(['source', 'method', 'at', 'status'] as const)(
    'without %s is refused',
    async (name) => {
      const { [name]: _, ...rest } = yes();
      expect(await record(rest)).toMatchObject({ status: 422, at: name });
    },
  );

  test.each([
    [{ source: '' }, 'source'],
    [{ at: '2099-01-01' }, 'at'],
    [{ at: 'yesterday' }, 'at'],
    [{ topics: ['gone'] }, 'topics'],
    [{ legal_basis: 'whim' }, 'legal_basis'],
  ])('with %j is refused', async (said, at) => {
    expect(await record({ ...yes(), ...said })).toMatchObject({ status: 422, at });
  });

  test('ends no refusal that is newer', async () => {
    await record({ ...yes(), status: 'unsubscribed', at: onDay(1) });
    expect(await record(yes())).toMatchObject({ status: 409 });
    expect(await record({ ...yes(), at: onDay(0) })).toMatchObject({
      consent: { status: 'subscribed' },
    });
  });

  test('may be about topics, and may have to be confirmed', async () => {
    const asked = await record({ ...yes(), topics: ['offers'], double_opt_in: true });
    expect(asked.topics?.offers?.status).toBe('pending_confirmation');
    expect(asked.consent).toBeUndefined();
  });

  test('that the law implies ends by itself', async () => {
    const expires_at = new Date(shop.world.now() + 5 * day).toISOString();
    await record({ ...yes(), legal_basis: 'casl_implied', expires_at });
    await shop.world.advance(6 * day);
    const [last, first] = (await ledger()).items;
    expect(last).toMatchObject({ status: 'not_subscribed', actor: 'clock' });
    expect(first).toMatchObject({
      legal_basis: 'casl_implied',
      expires_at: Date.parse(expires_at),
    });
    const { consent } = await get<Contact>(shop, '/api/contacts/user:sara');
    expect(consent?.status).toBe('not_subscribed');
  });
});

describe('the ledger', () => {
  const several = async () => {
    for (const status of ['subscribed', 'unsubscribed', 'subscribed']) {
      await record({ ...yes(), status, at: onDay(0) });
      await shop.world.advance(60_000);
    }
  };

  test('is read in portions, the newest first', async () => {
    await several();
    const { items, next } = await ledger('?limit=2');
    expect(items.map(({ status }) => status)).toEqual(['subscribed', 'unsubscribed']);
    const rest = await ledger(`?limit=2&next=${next}`);
    expect(rest.items.map(({ status }) => status)).toEqual(['subscribed']);
    expect(rest.next).toBeUndefined();
  });

  test('is a part of everything that a person may ask for, with that of who turned out to be them', async () => {
    await several();
    await tell(shop, identify('ada'));
    const path = '/api/contacts/user:ada/merge';
    await ask({ path, method: 'POST', body: { with: 'user:sara' } });
    await shop.world.quiet();
    const { consents } = await get<{ consents: ConsentRecord[] }>(
      shop,
      '/api/contacts/user:ada/data',
    );
    expect(consents.length).toBeGreaterThanOrEqual(3);
    expect(new Set(consents.map(({ id }) => id)).size).toBe(consents.length);
    expect((await ledger()).items).toEqual(consents);
  });

  test('goes with its person when they are erased', async () => {
    await several();
    const lines = async () =>
      [...(await everything(shop.world)).keys()].filter((place) => place.includes(' CL#'));
    expect(await lines()).toHaveLength(3);
    await ask({ path: '/api/contacts/user:sara/erase', method: 'POST', body: {} });
    await shop.world.quiet();
    expect(await lines()).toEqual([]);
  });
});

test('marketing that is published where nobody asks to confirm is told so', async () => {
  const body = campaign('Posted', 'marketing', 'News');
  const consenting = { ...body, campaign: { ...(body.campaign as object), basis: 'consent' } };
  const publish = async () =>
    (
      await askApi<{ warnings: { at: string }[] }>(shop.world, shop.keys.adminToken, {
        ...{ path: '/api/campaigns/posted', method: 'PUT', body: consenting },
      })
    ).warnings?.map(({ at }) => at) ?? [];
  expect(await publish()).toContain('campaign.basis');
  await put({ doubleOptIn: false });
  expect(await publish()).not.toContain('campaign.basis');
});
