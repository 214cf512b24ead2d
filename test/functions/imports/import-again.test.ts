// An import: a file that comes twice, in parts, in a dry run, or with settings that say nothing sensible.
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../../support/for-this-test.ts';
import {
  api,
  attribute,
  type Begun,
  begin,
  email,
  importRows,
  results,
  sendPart,
  told,
} from '../../support/importing.ts';
import { get, identify, openShop, tell } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

const look = (id: string) => get<Begun>(shop, `/api/imports/${id}`);

const items = async (table: 'core' | 'work', start = '') => {
  const { observer, tables } = shop.world;
  const { Items = [] } = await observer.send(new ScanCommand({ TableName: tables[table] }));
  return Items.filter(({ pk }) => pk?.S?.startsWith(start));
};

/** But for the audit, which knows that somebody has asked. */
const core = async () => (await items('core')).filter(({ pk }) => pk?.S !== 'AUDIT');

describe('an import', () => {
  const rows = Array.from({ length: 60 }, (_, index) => [`p${index}@example.com`, 'Rome']);

  test('is the same when the same file is asked for with the same settings', async () => {
    const first = await begin(shop, rows, { parts: 2 });
    await sendPart(shop, first.id, 0, { rows: rows.slice(0, 30) });
    const again = await begin(shop, rows, { parts: 2 });
    expect(again.id).toBe(first.id);
    expect(await get(shop, `/api/imports/${first.id}/missing`)).toEqual({ parts: [1] });
    await sendPart(shop, first.id, 0, { rows: rows.slice(0, 30) });
    await sendPart(shop, first.id, 1, { rows: rows.slice(30), first: 32 });
    await shop.world.quiet();
    await sendPart(shop, first.id, 1, { rows: rows.slice(30), first: 32 });
    await shop.world.quiet();
    expect(await look(first.id)).toMatchObject({
      state: 'done',
      parts: 2,
      partsDone: 2,
      rows: 60,
      results: { created: 60, updated: 0, unchanged: 0, rejected: 0 },
    });
    expect((await begin(shop, rows, { parts: 2 })).state).toBe('done');
    const [first60] = [await results(shop, first.id)];
    expect(first60.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 2));
    const other = await begin(shop, rows, { settings: { tags: ['b'] } });
    expect(other.id).not.toBe(first.id);
  });

  test('that is done begins anew when it is asked for again; one under way goes on', async () => {
    const settings = { again: true };
    const first = await begin(shop, rows, { settings });
    expect((await begin(shop, rows, { settings })).id).toBe(first.id);
    expect(told(await importRows(shop, rows))[0]).toBe('2 created');
    expect((await begin(shop, rows)).id).toBe(first.id);
    expect(told(await importRows(shop, rows, settings))[0]).toBe('2 unchanged');
    expect((await begin(shop, rows)).id).not.toBe(first.id);
  });

  test('is another for another file, also of the same name, size and moment', async () => {
    const first = await begin(shop, rows);
    const second = await begin(shop, rows.toReversed());
    expect(second.id).not.toBe(first.id);
  });

  test('in a dry run tells the same, and writes nothing', async () => {
    await tell(shop, identify('p1'));
    const before = await core();
    const dry = await importRows(shop, rows, { dryRun: true });
    expect(await get<{ items: unknown[] }>(shop, '/api/contacts?limit=100')).toMatchObject({
      items: [{}],
    });
    expect(before).toEqual(await core());
    const real = await importRows(shop, rows);
    expect(told(dry)).toEqual(told(real));
    expect(told(dry)[1]).toBe('3 updated');
  });

  test('tells what became of its rows in portions, or of the rejected only', async () => {
    const mixed = rows.map(
      ([address, city], index) => [index % 20 === 7 ? 'no' : address, city] as [string, string],
    );
    const { id } = await begin(shop, mixed);
    await sendPart(shop, id, 0, { rows: mixed });
    await shop.world.quiet();
    const seen: number[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const answer: { items: { row: number }[]; next?: string } = await get(
        shop,
        `/api/imports/${id}/results?limit=7${next && `&next=${next}`}`,
      );
      seen.push(...answer.items.map(({ row }) => row));
      next = answer.next;
    }
    expect(seen).toEqual(mixed.map((_, index) => index + 2));
    expect((await results(shop, id, '?only=rejected')).map(({ row }) => row)).toEqual([9, 29, 49]);
  });

  test('keeps nothing of what was sent once it is done', async () => {
    const { id } = await begin(shop, rows);
    await sendPart(shop, id, 0, { rows });
    expect(await items('work', `JOB#${id}#PART`)).toHaveLength(1);
    await shop.world.quiet();
    expect(await items('work', `JOB#${id}#PART`)).toEqual([]);
    const job = await get<{ state: string }>(shop, `/api/jobs/${id}`);
    expect(job).toMatchObject({ state: 'done', kind: 'import' });
  });

  test.each([
    [{ columns: [attribute('city')] }, 'no column says who it is'],
    [{ columns: [email, { ...email, header: 'Mail' }] }, '"Mail" goes where "Email" goes: email'],
    [{ columns: [email, attribute('a'), attribute('a')] }, 'attribute a'],
    [{ columns: [email, attribute('email')] }, 'this name has a column kind of its own'],
    [{ consent: { source: 'fair', date: '2027-01-01' } }, 'Nobody has agreed in the future'],
    [{ consent: { date: '2025-01-01' } }, 'consent.source'],
    [{ consent: { source: 'fair', date: 'yesterday' } }, 'a date such as 2025-12-31'],
  ])('that says %j is refused', async (settings, because) => {
    expect(await begin(shop, rows, { settings })).toMatchObject({
      status: 422,
      error: expect.stringContaining(because),
    });
  });

  test('takes no part that it does not have, and none once it is stopped', async () => {
    const { id } = await begin(shop, rows);
    expect(await sendPart(shop, id, 1, { rows })).toMatchObject({ status: 404 });
    expect(await sendPart(shop, 'job_1', 0, { rows })).toMatchObject({ status: 404 });
    expect(
      await sendPart(shop, id, 0, { rows: [['a@example.com', 'x'.repeat(270_000)]] }),
    ).toMatchObject({
      status: 422,
    });
    await api(shop, 'POST', `/api/jobs/${id}/stop`);
    expect(await sendPart(shop, id, 0, { rows })).toMatchObject({ status: 409 });
    expect((await begin(shop, rows)).id).not.toBe(id);
  });
});
