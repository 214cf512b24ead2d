// What keeps background work from being lost or done twice: jobs and their chunks, what is due, and the scan itself.
import { beforeEach, describe, expect, it } from 'vitest';
import { createContactScan } from '../../../functions/adapters/contact-scan.ts';
import { createContacts } from '../../../functions/adapters/contacts.ts';
import { createIdentities } from '../../../functions/adapters/identities.ts';
import { createJobs } from '../../../functions/adapters/jobs.ts';
import { createSchedules } from '../../../functions/adapters/schedules.ts';
import { Clash } from '../../../functions/errors.ts';
import type { Due, Jobs } from '../../../functions/job-ports.ts';
import { newContact } from '../../../workflows/model/contact.ts';
import type { ChunkProgress, Job } from '../../../workflows/model/job.ts';
import { day, itemsOf, monday, numbered, type OpenStore, outcomes, type Store } from './open.ts';

const job = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  kind: 'count',
  about: { nothing: true },
  input: {},
  state: 'running',
  chunks: 2,
  startedAt: monday,
  ...more,
});

const progress = (scanned: number): ChunkProgress => ({
  done: false,
  scanned,
  matched: 0,
  sample: [],
  at: monday,
});

export function jobsContract(open: OpenStore): void {
  describe('a job', () => {
    let store: Store;
    let jobs: Jobs;
    beforeEach(async () => {
      store = await open();
      jobs = createJobs(store.client, store.work, () => monday);
    });

    it('is created once: whoever comes later finds the first', async () => {
      const first = await jobs.create(job('job_1'));
      const second = await jobs.create(job('job_1', { chunks: 5 }));
      expect(second).toEqual(first);
      expect(await jobs.get('job_1')).toEqual({ value: job('job_1'), revision: 1 });
      expect(await jobs.get('job_2')).toBeUndefined();
    });

    it('is changed by whoever knows it as it is', async () => {
      const { revision } = await jobs.create(job('job_1'));
      const states = ['paused', 'stopped'] as const;
      const { won, lost } = await outcomes(
        states.map((state) => jobs.save(job('job_1', { state }), revision)),
      );
      expect(won).toHaveLength(1);
      expect(lost).toEqual([expect.any(Clash)]);
    });

    it('is listed with others, the newest first, in portions', async () => {
      for (const id of ['job_1', 'job_3', 'job_2']) await jobs.create(job(id));
      expect((await jobs.list(2)).map(({ id }) => id)).toEqual(['job_3', 'job_2']);
      expect((await jobs.list(2, 'job_2')).map(({ id }) => id)).toEqual(['job_1']);
    });

    it('is forgotten after a little more than a year', async () => {
      await jobs.create(job('job_1'));
      const [item] = await itemsOf(store, store.work);
      expect(Number(item?.ttl?.N)).toBe((monday + 400 * day) / 1000);
    });

    it('has chunks, each moved on by one worker at a time', async () => {
      const place = { job: 'job_1', chunk: 3 };
      expect(await jobs.chunk('job_1', 3)).toMatchObject({ revision: 0, value: { scanned: 0 } });
      const { won, lost } = await outcomes(
        [1, 2].map((scanned) => jobs.saveChunk(place, progress(scanned), 0)),
      );
      expect([won.length, lost]).toEqual([1, [expect.any(Clash)]]);
      await jobs.saveChunk(place, progress(7), 1);
      expect(await jobs.chunk('job_1', 3)).toEqual({ value: progress(7), revision: 2 });
    });

    it('tells how far each chunk is that was begun', async () => {
      await jobs.saveChunk({ job: 'job_1', chunk: 10 }, progress(1), 0);
      await jobs.saveChunk({ job: 'job_1', chunk: 2 }, progress(2), 0);
      await jobs.saveChunk({ job: 'job_2', chunk: 0 }, progress(3), 0);
      const chunks = await jobs.chunks('job_1');
      expect([...chunks.keys()].sort()).toEqual([10, 2]);
      expect(chunks.get(2)).toEqual(progress(2));
    });

    it('sets contacts aside, each once, and forgives them', async () => {
      const failed = ['con_1', 'con_2'].map((contact) => ({ contact, because: 'broken' }));
      await jobs.setAside('job_1', failed);
      await jobs.setAside('job_1', failed);
      expect(await jobs.aside('job_1', 10)).toHaveLength(2);
      expect(await jobs.aside('job_1', 1)).toHaveLength(1);
      await jobs.forgive('job_1', 'con_1');
      await jobs.forgive('job_1', 'con_1');
      expect(await jobs.aside('job_1', 10)).toEqual([failed[1]]);
    });
  });

  describe('what is due', () => {
    const watch = (id: string, at: number): Due => ({ kind: 'watch', job: id, at });

    it('is found at its moment and after it, and not before', async () => {
      const store = await open();
      const schedules = createSchedules(store.client, store.work);
      await schedules.put(watch('job_1', monday), 0);
      await schedules.put(watch('job_2', monday + 1), 0);
      expect(await schedules.due(monday - 1)).toEqual([]);
      expect(await schedules.due(monday)).toEqual([{ value: watch('job_1', monday), revision: 1 }]);
      expect(await schedules.due(monday + day)).toHaveLength(2);
    });

    it('is one for each job, moved and removed by whoever knows it as it is', async () => {
      const store = await open();
      const schedules = createSchedules(store.client, store.work);
      const of = { job: 'job_1' };
      await schedules.put(watch('job_1', monday), 0);
      await expect(schedules.put(watch('job_1', monday + 1), 0)).rejects.toThrow(Clash);
      await schedules.put(watch('job_1', monday + 2), 1);
      expect(await schedules.find(of)).toEqual({ value: watch('job_1', monday + 2), revision: 2 });
      await expect(schedules.remove(of, 1)).rejects.toThrow(Clash);
      await schedules.remove(of, 2);
      expect(await schedules.find(of)).toBeUndefined();
    });

    it('never expires', async () => {
      const store = await open();
      await createSchedules(store.client, store.work).put(watch('job_1', monday), 0);
      for (const item of await itemsOf(store, store.work)) expect(item.ttl).toBeUndefined();
    });
  });

  describe('a scan', () => {
    const ids = numbered(60, (index) => `con_${index}`);

    async function filled() {
      const store = await open();
      const contacts = createContacts(store.client, store.core);
      const identities = createIdentities(store.client, store.core);
      for (const id of ids) {
        await contacts.save({ contact: { ...newContact(id), revision: 1 }, outbox: [] });
        await identities.bind(`user:${id}`, id);
      }
      return createContactScan(store.client, store.core);
    }

    it('finds every contact in one of its chunks, once, and nothing else', async () => {
      const scan = await filled();
      const found: string[] = [];
      let pages = 0;
      for (const chunk of [0, 1, 2]) {
        let cursor: string | undefined;
        do {
          const page = await scan.page({ chunk, chunks: 3, cursor, limit: 7 });
          expect(page.contacts.length).toBeLessThanOrEqual(7);
          found.push(...page.contacts.map(({ contact }) => contact.id));
          pages += 1;
          cursor = page.cursor;
        } while (cursor !== undefined);
      }
      expect(found.sort()).toEqual([...ids].sort());
      // 120 items, seven a page.
      expect(pages).toBeGreaterThanOrEqual(18);
    });
  });
}
