// Stock of a limited offer: never more than there are, and one for each grant, however many ask at once.
import { describe, expect, it } from 'vitest';
import { createStock } from '../../../functions/adapters/stock.ts';
import { itemsOf, numbered } from '../../contracts/store/open.ts';
import { localStore } from '../../support/local-store.ts';

async function open() {
  const store = await localStore();
  return { store, stock: createStock(store.client, store.core) };
}

const wish = (grant: string, most = 3) => ({ offer: 'tv', grant, most });

describe('stock', () => {
  it('is granted until none is left', async () => {
    const { stock } = await open();
    const answers = [];
    for (const grant of ['a', 'b', 'c', 'd']) answers.push(await stock.claim(wish(grant)));
    expect(answers).toEqual(['granted', 'granted', 'granted', 'out_of_stock']);
    expect(await stock.taken('tv')).toBe(3);
  });

  it('is granted once to who asks twice, also when none is left', async () => {
    const { stock } = await open();
    for (const grant of ['a', 'a', 'a']) expect(await stock.claim(wish(grant, 1))).toBe('granted');
    expect(await stock.taken('tv')).toBe(1);
  });

  it('of nothing is nobody’s', async () => {
    const { stock } = await open();
    expect(await stock.claim(wish('a', 0))).toBe('out_of_stock');
    expect(await stock.taken('tv')).toBe(0);
  });

  it('may be raised later', async () => {
    const { stock } = await open();
    await stock.claim(wish('a', 1));
    expect(await stock.claim(wish('b', 1))).toBe('out_of_stock');
    expect(await stock.claim(wish('b', 2))).toBe('granted');
  });

  it('of one offer is not that of another', async () => {
    const { stock } = await open();
    await stock.claim(wish('a', 1));
    expect(await stock.claim({ offer: 'radio', grant: 'b', most: 1 })).toBe('granted');
  });

  it('is never oversold by fifty who ask at once, each of them twice', async () => {
    const { stock } = await open();
    const grants = numbered(100, (index) => `grt_${index % 50}`);
    const answers = await Promise.all(grants.map((grant) => stock.claim(wish(grant, 20))));
    const won = new Set(grants.filter((_, index) => answers[index] === 'granted'));
    expect(won.size).toBe(20);
    expect(await stock.taken('tv')).toBe(20);
    for (const grant of won) expect(await stock.claim(wish(grant, 20))).toBe('granted');
  });

  it('remembers at least a hundred grants, and stays small', async () => {
    const { stock, store } = await open();
    const grants = numbered(250, (index) => `grt_${String(index).padStart(22, '0')}`);
    for (const grant of grants) await stock.claim(wish(grant, 1_000));
    expect(await stock.taken('tv')).toBe(250);
    for (const grant of grants.slice(-100)) await stock.claim(wish(grant, 1_000));
    expect(await stock.taken('tv')).toBe(250);
    const [item] = await itemsOf(store, store.core);
    const kept = (item?.newer?.SS?.length ?? 0) + (item?.older?.SS?.length ?? 0);
    expect(kept).toBeLessThanOrEqual(200);
  });

  it('that is given back may be granted again', async () => {
    const { stock } = await open();
    await stock.claim(wish('a', 1));
    await stock.release('tv', 'a');
    await stock.release('tv', 'a');
    await stock.release('tv', 'somebody');
    expect(await stock.taken('tv')).toBe(0);
    expect(await stock.claim(wish('b', 1))).toBe('granted');
  });
});
