// What keeps a mail from being sent twice: of all who claim a message one gets it, and a mark changes from what it was.
import { beforeEach, describe, expect, it } from 'vitest';
import { createLedger } from '../../../functions/adapters/ledger.ts';
import type { Ledger, Mark, MarkChange } from '../../../functions/sending-ports.ts';
import { day, itemsOf, monday, numbered, type OpenStore, type Store } from './open.ts';

const mark = (state: Mark['state'], attempt = 1, detail = ''): Mark => ({
  ...{ state, attempt, detail },
  at: monday + attempt,
});
const claimed = mark('claimed');
const claim = (message: string, to = claimed): MarkChange => ({ message, from: undefined, to });

export function ledgerContract(open: OpenStore): void {
  describe('the ledger', () => {
    let store: Store;
    let ledger: Ledger;
    const page = async (name = 'pg_1') => Object.fromEntries(await ledger.read(name));
    const change = (...changes: MarkChange[]) => ledger.change('pg_1', changes);

    beforeEach(async () => {
      store = await open();
      ledger = createLedger(store.client, store.work, () => monday);
    });

    it('has an empty page where nothing was written', async () => {
      expect(await page()).toEqual({});
    });

    it('tells the marks of a page, and of no other', async () => {
      expect(await change(claim('msg_a'), claim('msg_b', mark('sent', 2, '0100-a|b')))).toBe(true);
      expect(await page()).toEqual({ msg_a: claimed, msg_b: mark('sent', 2, '0100-a|b') });
      expect(await page('pg_2')).toEqual({});
    });

    it('gives a claim to one of many who want it at the same time', async () => {
      const claims = numbered(10, (index) => change(claim('msg_a', mark('claimed', index + 1))));
      const won = await Promise.all(claims);
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await page()).toEqual({ msg_a: mark('claimed', won.indexOf(true) + 1) });
    });

    it('gives every message of a page to who claims it, all at the same time', async () => {
      const messages = numbered(10, (index) => `msg_${index}`);
      const won = await Promise.all(messages.map((message) => change(claim(message))));
      expect(won).toEqual(messages.map(() => true));
      expect(Object.keys(await page()).sort()).toEqual(messages);
    });

    it('changes a mark from what it was', async () => {
      await change(claim('msg_a'));
      const sent = mark('sent', 1, 'ses-1');
      expect(await change({ message: 'msg_a', from: claimed, to: sent })).toBe(true);
      expect(await page()).toEqual({ msg_a: sent });
    });

    it.each([
      ['an older attempt', mark('claimed', 7)],
      ['another state', mark('released')],
      ['another detail', mark('claimed', 1, 'x')],
      ['nothing', undefined],
    ])('changes no mark from %s', async (_, from) => {
      await change(claim('msg_a'));
      expect(await change({ message: 'msg_a', from, to: mark('sent') })).toBe(false);
      expect(await page()).toEqual({ msg_a: claimed });
    });

    it('changes nothing into something only if told so', async () => {
      expect(await change({ message: 'msg_a', from: claimed, to: mark('sent') })).toBe(false);
      expect(await page()).toEqual({});
    });

    it('makes all changes or none', async () => {
      await change(claim('msg_b'));
      expect(await change(claim('msg_a'), claim('msg_b'), claim('msg_c'))).toBe(false);
      expect(await page()).toEqual({ msg_b: claimed });
    });

    it('changes from anything, even nothing, when asked to', async () => {
      const skipped = mark('skipped', 3);
      await change(claim('msg_a'));
      const changes = ['msg_a', 'msg_b'].map((message) => ({
        ...{ message, to: skipped },
        from: 'any' as const,
      }));
      expect(await change(...changes)).toBe(true);
      expect(await page()).toEqual({ msg_a: skipped, msg_b: skipped });
    });

    it('knows a mark it has read by what it has read', async () => {
      const { detail: _, ...bare } = mark('claimed');
      await change(claim('msg_a', bare));
      const from = (await ledger.read('pg_1')).get('msg_a');
      expect(await change({ message: 'msg_a', from, to: mark('sent') })).toBe(true);
    });

    it('agrees to no changes, and writes nothing', async () => {
      expect(await change()).toBe(true);
      expect(await itemsOf(store, store.work)).toEqual([]);
    });

    it('keeps claims for longer than any redelivery', async () => {
      await change(claim('msg_a'));
      const [item] = await itemsOf(store, store.work);
      expect(Number(item?.ttl?.N)).toBe((monday + 400 * day) / 1000);
    });
  });
}
