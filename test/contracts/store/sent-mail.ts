// What becomes of a mail of which nobody knows whether it was sent: it is a doubt until SES's evidence is looked up.
import { beforeEach, describe, expect, it } from 'vitest';
import { createDoubts } from '../../../functions/adapters/doubts.ts';
import { createEvidence } from '../../../functions/adapters/evidence.ts';
import type { Doubt, Doubts, Evidence } from '../../../functions/sending-ports.ts';
import { hour, minute, monday, numbered, type OpenStore } from './open.ts';

const doubt = (resolveAt: number, id = 'msg_a'): Doubt => ({
  page: 'pg_1',
  message: {
    ...{ id, contact: 'con_sara', enrollment: 'enr_1', campaign: 'welcome', version: 2 },
    ...{ step: 'hello', template: 'hello', kind: 'marketing', event: {}, requestedAt: monday },
  },
  mark: { state: 'doubt', attempt: 1, at: monday },
  resolveAt,
});
const ids = (doubts: readonly Doubt[]) => doubts.map(({ message }) => message.id);

export function sentMailContract(open: OpenStore): void {
  describe('a doubt', () => {
    let doubts: Doubts;
    beforeEach(async () => {
      const { client, work } = await open();
      doubts = createDoubts(client, work);
    });

    it('is ready from the moment at which the evidence must be there', async () => {
      await doubts.open(doubt(monday + hour));
      expect(await doubts.ready(monday + hour - 1)).toEqual([]);
      expect(await doubts.ready(monday + hour)).toEqual([doubt(monday + hour)]);
    });

    it('is pending, ready or not, and comes before those that are ready later', async () => {
      for (const [id, after] of [
        ['msg_c', 3],
        ['msg_a', 1],
        ['msg_b', 2],
      ] as const)
        await doubts.open(doubt(monday + after * hour, id));
      expect(ids(await doubts.pending())).toEqual(['msg_a', 'msg_b', 'msg_c']);
      expect(ids(await doubts.ready(monday + 2 * hour))).toEqual(['msg_a', 'msg_b']);
    });

    it('is one, however often it is opened', async () => {
      for (const _ of [1, 2]) await doubts.open(doubt(monday));
      await doubts.open(doubt(monday, 'msg_b'));
      expect(ids(await doubts.pending())).toEqual(['msg_a', 'msg_b']);
    });

    it('is resolved once it is closed, however often, and no longer pending', async () => {
      const resolved = { doubt: doubt(monday), at: monday + hour, verdict: 'sent' } as const;
      await doubts.open(resolved.doubt);
      await doubts.open(doubt(monday, 'msg_b'));
      for (const _ of [1, 2]) await doubts.close(resolved);
      expect(ids(await doubts.pending())).toEqual(['msg_b']);
      expect(ids(await doubts.ready(monday + hour))).toEqual(['msg_b']);
      expect(await doubts.resolved()).toEqual([resolved]);
    });
  });

  describe('evidence', () => {
    let evidence: Evidence;
    const record = (at: number, ...messages: string[]) =>
      evidence.record(messages.map((message) => ({ message, at })));
    beforeEach(async () => {
      const { client, work } = await open();
      evidence = createEvidence(client, work);
    });

    it('is found in its minute and from a minute to either side', async () => {
      await record(monday + 30_000, 'msg_a');
      for (const around of [-59_999, -30_000, 0, 30_000, 59_999, 119_999])
        expect([around, await evidence.find('msg_a', monday + around)]).toEqual([around, true]);
      for (const around of [-hour, hour])
        expect(await evidence.find('msg_a', monday + around)).toBe(false);
    });

    it('is of whole ids', async () => {
      await record(monday, 'msg_a1', 'msg_b');
      expect(await evidence.find('msg_a', monday)).toBe(false);
      expect(await evidence.find('msg_a1', monday)).toBe(true);
      expect(await evidence.find('', monday)).toBe(false);
    });

    it('is kept for every one of hundreds of mails of a minute', async () => {
      const messages = numbered(250, (index) => `msg_${index}`);
      await record(monday, ...messages);
      const found = await Promise.all(messages.map((id) => evidence.find(id, monday)));
      expect(found.filter(Boolean)).toHaveLength(250);
    });

    it('is kept for every minute of one call', async () => {
      const sent = numbered(40, (index) => ({
        message: `msg_${index}`,
        at: monday + index * minute,
      }));
      await evidence.record(sent);
      const found = sent.map(({ message, at }) => evidence.find(message, at));
      expect((await Promise.all(found)).filter(Boolean)).toHaveLength(40);
    });

    it('may be told again, and in one call', async () => {
      await record(monday, 'msg_a', 'msg_a');
      await record(monday, 'msg_a');
      await record(monday, 'msg_b');
      await evidence.record([]);
      expect(await evidence.find('msg_a', monday)).toBe(true);
      expect(await evidence.find('msg_b', monday)).toBe(true);
    });

    it('may be told again, in one call, by hundreds', async () => {
      await record(monday, ...numbered(300, () => 'msg_a'));
      expect(await evidence.find('msg_a', monday)).toBe(true);
    });

    it('is found when one answer cannot hold that of a minute', async () => {
      const messages = numbered(500, (index) => `msg_${'x'.repeat(3_000)}${index}`);
      await record(monday, ...messages);
      const found = messages.filter((_, index) => index % 50 === 0);
      for (const id of found) expect(await evidence.find(id, monday)).toBe(true);
    });
  });
}
