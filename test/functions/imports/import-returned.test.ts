// Whoever was erased and came back by themselves is updated by an import as others are; a yes of before the erasure, and a
// file that was begun before it, count no more, and a key that is nobody's again brings nobody back.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../../support/for-this-test.ts';
import {
  api,
  attribute,
  begin,
  email,
  importRows,
  results,
  sendPart,
  told,
} from '../../support/importing.ts';
import { get, identify, openShop, tell } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

const day = 86_400_000;
const address = 'sara@returned.example';
const who = `email:${address}`;
const columns = [email, { header: 'Id', to: 'user' }, attribute('city')];
const row = [address, '', 'Oslo'];
const gone = 'this person was erased on request, and is not brought back';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
  await tell(shop, identify('u-1', address));
  await shop.world.advance(day);
});

async function erase() {
  await api(shop, 'POST', `/api/contacts/${who}/erase`, {});
  await shop.world.advance(day);
}
const comeBack = () => tell(shop, identify('u-2', address));
const consentOf = (date: string) => ({ consent: { source: 'fair', date } });
const dayIn = (days: number) => new Date(shop.world.now() + days * day).toISOString().slice(0, 10);

describe('whoever came back after an erasure', () => {
  test('is updated by an import', async () => {
    await erase();
    expect(told(await importRows(shop, [row], { columns }))).toEqual([`2 rejected: ${gone}`]);
    await comeBack();
    expect(told(await importRows(shop, [row], { columns, tags: ['new'] }))).toEqual(['2 updated']);
    expect(await get(shop, `/api/contacts/${who}`)).toMatchObject({ traits: { city: 'Oslo' } });
  });

  test('is not subscribed by a yes of before it, and is by one of after it', async () => {
    await erase();
    await comeBack();
    const before = await importRows(shop, [row], { columns, ...consentOf(dayIn(-9)) });
    expect(told(before)).toEqual([
      expect.stringMatching(/^2 updated: it was erased on .*, after that consent$/),
    ]);
    expect(await get(shop, `/api/contacts/${who}`)).not.toHaveProperty('consent');
    await shop.world.advance(2 * day);
    await importRows(shop, [row], { columns, ...consentOf(dayIn(0)) });
    expect(await get(shop, `/api/contacts/${who}`)).toMatchObject({
      consent: { status: 'subscribed' },
    });
  });

  test('is not changed by a file that was begun before it', async () => {
    const { id } = await begin(shop, [row], { settings: { columns } });
    await api(shop, 'POST', `/api/jobs/${id}/pause`);
    await sendPart(shop, id, 0, { rows: [row] });
    await erase();
    await comeBack();
    await api(shop, 'POST', `/api/jobs/${id}/resume`);
    await shop.world.quiet();
    expect(told(await results(shop, id))).toEqual([`2 rejected: ${gone}`]);
  });

  test('by an id and a device is updated by the id, and by the address once it is brought', async () => {
    await erase();
    await tell(shop, { type: 'track', event: 'Visited', userId: 'u-2', anonymousId: 'd-2' });
    const byAddress = [address, 'u-2', 'Oslo'];
    expect(told(await importRows(shop, [byAddress], { columns }))).toEqual([`2 rejected: ${gone}`]);
    const byId = ['', 'u-2', 'Oslo'];
    expect(told(await importRows(shop, [byId], { columns }))).toEqual(['2 updated']);
    await comeBack();
    const later = [address, 'u-2', 'Bergen'];
    expect(told(await importRows(shop, [later], { columns }))).toEqual(['2 updated']);
  });

  test('does not bring back the other keys of before', async () => {
    await erase();
    await comeBack();
    const other = [address, 'u-1', 'Oslo'];
    expect(told(await importRows(shop, [other], { columns }))).toEqual([`2 rejected: ${gone}`]);
  });
});
