// An import: what becomes of rows, and of people inside campaigns.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../../workflows/model/contact.ts';
import { forThisTest } from '../../support/for-this-test.ts';
import { api, attribute, begin, email, importRows, told } from '../../support/importing.ts';
import { campaign, get, identify, mailed, openShop, tell, timeline } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

const contact = (who: string) => get<Contact>(shop, `/api/contacts/${who}`);

describe('rows', () => {
  test('make contacts, change them, or leave them alone, and each is told of', async () => {
    await tell(shop, identify('ann'), {
      ...identify('bob'),
      traits: { email: 'bob@example.com', city: 'Oslo' },
    });
    const rows = [
      ['new@example.com', 'Rome'],
      ['ANN@example.com', 'Kraków'],
      ['bob@example.com', 'Oslo'],
      ['nobody', 'Rome'],
      ['', 'Rome'],
      ['', ' '],
      ['new@example.com', 'Rome'],
      ['new@example.com', 'Turin'],
      ['a@example.com', 'Rome', 'torn'],
      ['short@example.com'],
      { because: 'The row holds 300000 characters: 65536 are the most' },
      ['zażółć@example.com', 'x'],
    ];
    expect(told(await importRows(shop, rows))).toEqual([
      '2 created',
      '3 updated',
      '4 unchanged',
      '5 rejected: its address is not an email address',
      '6 rejected: it says neither an address nor an id',
      '7 unchanged: it is empty',
      '8 unchanged',
      '9 updated',
      '10 rejected: it has 3 cells, and the header 2: a quote is missing',
      '11 created: it has 1 of 2 cells',
      '12 rejected: The row holds 300000 characters: 65536 are the most',
      '13 rejected: no mail can be sent to an address with such letters before the @',
    ]);
    expect((await contact('user:ann')).traits).toMatchObject({
      email: 'ann@example.com',
      city: 'Kraków',
    });
    expect((await contact('email:new@example.com')).traits).toEqual({
      email: 'new@example.com',
      city: 'Turin',
    });
    const [row] = await timeline(shop, 'user:ann');
    expect(row).toMatchObject({
      kind: 'import',
      about: { by: expect.stringMatching(/^import\/job_/) },
    });
  });

  test('have values of their columns’ types; what does not fit is left out', async () => {
    const settings = {
      columns: [
        email,
        attribute('score', { type: 'number', decimal: ',' }),
        attribute('vip', { type: 'boolean' }),
        attribute('since', { type: 'date', order: 'day_first' }),
        { header: 'Tags', to: 'tags' },
      ],
      tags: ['fair'],
    };
    const rows = [
      ['a@example.com', '1 234,5', 'tak', '31.12.2025', 'vip| new '],
      ['b@example.com', 'much', 'maybe', '31.02.2025', ''],
    ];
    expect(told(await importRows(shop, rows, settings))).toEqual([
      '2 created',
      '3 created: "score" is not a number, left out; "vip" is neither yes nor no, left out; "since" is not a date, left out',
    ]);
    expect((await contact('email:a@example.com')).traits).toMatchObject({
      score: 1234.5,
      vip: true,
      since: '2025-12-31',
      tags: ['fair', 'vip', 'new'],
    });
    expect((await contact('email:b@example.com')).traits).toEqual({
      email: 'b@example.com',
      tags: ['fair'],
    });
  });

  test('say nothing of an account that group calls tell of; the rest of them is taken', async () => {
    await tell(shop, identify('ann'), {
      ...{ type: 'group', userId: 'ann', groupId: 'acme', traits: { plan: 'pro' } },
    });
    const { account } = (await contact('user:ann')).traits;
    const settings = { columns: [email, { header: 'other_attributes', to: 'attributes' }] };
    const cell = JSON.stringify({ account: { id: 'old' }, seats: 3 });
    const rows = ['ann@example.com', 'new@example.com'].map((one) => [one, cell]);
    expect(told(await importRows(shop, rows, settings))).toEqual([
      '2 updated: account is what group calls tell of the account, left out',
      '3 created',
    ]);
    expect((await contact('user:ann')).traits).toMatchObject({ account, seats: 3 });
    expect(account).toMatchObject({ plan: 'pro' });
    const { traits } = await contact('email:new@example.com');
    expect(traits.account).toEqual({ id: 'old' });
  });

  test('find people by their own id, and change their address', async () => {
    await tell(shop, identify('ann'), identify('bob'));
    const settings = { columns: [{ header: 'Id', to: 'user' }, email] };
    const rows = [
      ['ann', 'ann@new.example'],
      ['carl', 'bob@example.com'],
      ['dora', ''],
    ];
    expect(told(await importRows(shop, rows, settings))).toEqual([
      '2 updated',
      '3 rejected: its address belongs to another contact, who has another id',
      '4 created',
    ]);
    expect((await contact('email:ann@new.example')).id).toBe((await contact('user:ann')).id);
    expect((await contact('email:bob@example.com')).identities).toContain('user:bob');
  });

  test('beyond what a contact holds are rejected, or cost a cell', async () => {
    const long = 'x'.repeat(17_000);
    expect(
      told(
        await importRows(shop, [
          ['a@example.com', long],
          ['b@example.com', 'x'.repeat(40_000)],
        ]),
      ),
    ).toEqual([
      '2 rejected: attributes would exceed 16000 characters',
      '3 rejected: "city" holds 40000 characters: 32768 are the most',
    ]);
  });

  test('put people on a list that is there', async () => {
    expect(await begin(shop, [['a@example.com']], { settings: { lists: ['fair'] } })).toMatchObject(
      { status: 422, at: 'lists' },
    );
    await api(shop, 'PUT', '/api/lists/fair', { name: 'Fair' });
    await importRows(shop, [['a@example.com']], { lists: ['fair'] });
    expect((await contact('email:a@example.com')).lists).toEqual({ fair: shop.world.now() });
  });
});

describe('campaigns', () => {
  test('let nobody in for an import, also not by a segment', async () => {
    await api(shop, 'PUT', '/api/segments/rome', {
      name: 'Rome',
      condition: { op: 'equals', attribute: 'city', value: 'Rome' },
    });
    const mail = campaign('Any', 'transactional', 'Ciao');
    const entered = { ...(mail.campaign as object), trigger: { segment: { id: 'rome' } } };
    const published = { ...mail, campaign: entered };
    expect(await api(shop, 'PUT', '/api/campaigns/rome', published)).toMatchObject({ status: 200 });
    await shop.world.quiet();
    await importRows(shop, [['a@example.com', 'Rome']]);
    expect((await contact('email:a@example.com')).segments).toEqual({ rome: shop.world.now() });
    expect(await mailed(shop)).toEqual([]);
    await tell(shop, { ...identify('b'), traits: { email: 'b@example.com', city: 'Rome' } });
    expect(await mailed(shop)).toEqual(['b@example.com']);
  });
});
