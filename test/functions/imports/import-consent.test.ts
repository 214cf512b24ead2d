// Consent, refusals, dead addresses and erased people, as files tell of them; and an import whose worker is killed.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../../workflows/model/contact.ts';
import { forThisTest } from '../../support/for-this-test.ts';
import { api, begin, email, importRows, results, sendPart, told } from '../../support/importing.ts';
import type { Fate } from '../../support/instance.ts';
import { get, identify, openShop, tell } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';
import type { Call } from '../../support/world.ts';

let shop: Workspace;
let fate: (call: Call) => Fate;
beforeEach(async () => {
  fate = () => 'live';
  shop = await forThisTest(() => openShop({ fate: (call) => fate(call) }));
});

const contact = (who: string) => get<Contact>(shop, `/api/contacts/${who}`);
const consentOf = async (who: string) => (await contact(`email:${who}@example.com`)).consent;

const dated = { columns: [email, { header: 'Confirmed', to: 'consent_at' }] };
const source = 'trade fair, paper form';

describe('a consent', () => {
  test('is not taken without a stated source', async () => {
    expect(told(await importRows(shop, [['a@example.com', '2025-03-01']], dated))).toEqual([
      '2 created',
    ]);
    expect(await consentOf('a')).toBeUndefined();
  });

  test('is as old as its row says, and not taken without a time', async () => {
    const rows = [
      ['a@example.com', '2025-03-01 10:00:00'],
      ['b@example.com', ''],
      ['c@example.com', '2031-01-01'],
    ];
    const stated = { ...dated, consent: { source, wording: 'I agree' } };
    expect(told(await importRows(shop, rows, stated))).toEqual([
      '2 created',
      '3 created: no consent taken: its date is missing',
      '4 created: no consent taken: its date is not a date of the past',
    ]);
    expect(await consentOf('a')).toEqual({
      status: 'subscribed',
      at: Date.UTC(2025, 2, 1, 10),
      method: 'import',
      detail: source,
      wording: 'I agree',
    });
    expect(await consentOf('b')).toBeUndefined();
  });

  test('of a whole file does not end a refusal, and says so', async () => {
    await importRows(shop, [['a@example.com']], { treat: 'unsubscribed' });
    await shop.world.advance(86_400_000);
    const stated = { consent: { source, date: '2026-01-06' } };
    expect(told(await importRows(shop, [['a@example.com']], stated))).toEqual([
      '2 unchanged: it has 1 of 2 cells; it stays unsubscribed, since 2026-01-05',
    ]);
    expect(await consentOf('a')).toMatchObject({
      status: 'unsubscribed',
      method: 'import',
      detail: 'list.csv',
    });
  });
});

describe('Mailchimp’s other files', () => {
  test('unsubscribe, and suppress', async () => {
    await tell(shop, { ...identify('a'), traits: { email: 'a@example.com' } });
    const columns = [email, { header: 'CLEAN_TIME', to: 'withdrawn_at' }];
    await importRows(shop, [['a@example.com', '2024-05-06 07:08:09']], {
      columns,
      treat: 'unsubscribed',
    });
    expect(await consentOf('a')).toMatchObject({
      status: 'unsubscribed',
      at: Date.UTC(2024, 4, 6, 7, 8, 9),
    });
    await importRows(shop, [['dead@example.com', '2024-05-06']], { columns, treat: 'cleaned' });
    expect((await contact('email:dead@example.com')).suppressions).toEqual([
      { address: 'dead@example.com', reason: 'bounce', at: Date.UTC(2024, 4, 6) },
    ]);
    await importRows(shop, [['dead@example.com', '']], {
      columns,
      consent: { source, date: '2025-01-01' },
    });
    expect((await contact('email:dead@example.com')).suppressions).toHaveLength(1);
  });
});

test('who was erased is not brought back', async () => {
  await tell(shop, identify('ann'));
  await api(shop, 'POST', '/api/contacts/user:ann/erase', {});
  await shop.world.quiet();
  const rows = [
    ['Ann@example.com', 'Rome'],
    ['b@example.com', 'Rome'],
  ];
  expect(told(await importRows(shop, rows))).toEqual([
    '2 rejected: this person was erased on request, and is not brought back',
    '3 created',
  ]);
});

test.each([3, 14, 20, 26, 34, 42])(
  'a worker that is killed at its %dth call tells the same in the end',
  async (fatal) => {
    await tell(shop, identify('p1'));
    const rows = Array.from({ length: 12 }, (_, index) => [`p${index}@example.com`, 'Rome']);
    let calls = 0;
    fate = ({ function: caller }) => {
      if (caller !== 'crawl') return 'live';
      calls += 1;
      return calls === fatal ? 'die_after' : 'live';
    };
    const { id } = await begin(shop, rows);
    await sendPart(shop, id, 0, { rows });
    await shop.world.quiet();
    await shop.world.advance(3_600_000);
    expect(calls).toBeGreaterThan(fatal);
    expect(told(await results(shop, id))).toEqual(
      rows.map((_, index) => `${index + 2} ${index === 1 ? 'updated' : 'created'}`),
    );
    expect(await get(shop, `/api/imports/${id}`)).toMatchObject({
      state: 'done',
      rows: 12,
      results: { created: 11, updated: 1 },
    });
  },
);
