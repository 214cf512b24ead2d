// What an import keeps of people: nothing of its rows once they are worked off, and nothing once it is stopped.
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
import { everything, placesOf } from '../../support/remains.ts';
import { get, openShop } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

const day = 86_400_000;
const words = ['sara@', 'rahimi', 'u-sara', 'sarvenaz'];
const columns = [
  email,
  { header: 'Id', to: 'user' },
  { header: 'Channel', to: 'channel' },
  attribute('score', { type: 'number' }),
  attribute('seats'),
];
const good = ['sara@rahimi.example', 'u-sara', '', '7', '5'];

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

const parts = async () =>
  [...(await everything(shop.world)).keys()].filter((place) => place.includes('#PART#'));
const left = () => placesOf(shop.world, words);
const erase = (who: string) => api(shop, 'POST', `/api/contacts/${who}/erase`, {});

describe('an import', () => {
  test('tells why it left out what it left out, and quotes nobody', async () => {
    await api(shop, 'PUT', '/api/attributes/seats', { type: 'number' });
    const rows = [
      good,
      ['sara(at)rahimi.example', '', '', '', ''],
      ['sara@rahimi.example', 'u-sara', 'Sarvenaz', '', ''],
      ['sara@rahimi.example', 'u-sara', 'EMAIL', 'Sarvenaz', 'Rahimi'],
    ];
    expect(told(await importRows(shop, rows, { columns }))).toEqual([
      '2 created',
      '3 rejected: its address is not an email address',
      '4 rejected: it is of another channel, and only EMAIL is imported',
      '5 unchanged: "score" is not a number, left out; seats is not of its declared type, left out',
    ]);
    expect(await left()).not.toEqual([]);
    await erase('user:u-sara');
    await shop.world.quiet();
    expect(await left()).toEqual([]);
    await shop.world.advance(day);
    expect(await importRows(shop, [good], { columns })).toMatchObject([
      { result: 'rejected', because: expect.stringContaining('erased') },
    ]);
    expect(await left()).toEqual([]);
  });

  test('that is stopped keeps nothing of what was sent', async () => {
    const { id } = await begin(shop, [good], { parts: 2, settings: { columns } });
    await api(shop, 'POST', `/api/jobs/${id}/pause`);
    await sendPart(shop, id, 0, { rows: [good] });
    await shop.world.quiet();
    expect(await parts()).toHaveLength(1);
    await api(shop, 'POST', `/api/jobs/${id}/stop`);
    await shop.world.quiet();
    expect(await parts()).toEqual([]);
    expect(await left()).toEqual([]);
    expect(await get(shop, `/api/imports/${id}`)).toMatchObject({ state: 'stopped', rows: 0 });
    expect(shop.world.deadLetters()).toBe(0);
  });

  test('that was paused before an erasure brings nobody back', async () => {
    await importRows(shop, [good], { columns });
    await shop.world.advance(day);
    const more = [...good.slice(0, 4), '6'];
    const { id } = await begin(shop, [more], { settings: { columns } });
    await api(shop, 'POST', `/api/jobs/${id}/pause`);
    await sendPart(shop, id, 0, { rows: [more] });
    await erase('user:u-sara');
    await shop.world.advance(day);
    await api(shop, 'POST', `/api/jobs/${id}/resume`);
    await shop.world.quiet();
    expect(await results(shop, id)).toMatchObject([{ result: 'rejected' }]);
    expect(await left()).toEqual([]);
  });
});
