// Jobs as people handle them: started, looked at, paused, resumed and stopped; and none stands still for ever.
import { describe, expect, test } from 'vitest';
import { Refused } from '../../functions/errors.ts';
import {
  listJobs,
  pauseJob,
  resumeJob,
  startJob,
  stopJob,
} from '../../functions/use-cases/jobs.ts';
import {
  type Adjust,
  afterPage,
  counting,
  everyone,
  look,
  openCrawled,
  start,
  steer,
} from '../support/crawler.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { identify, tell } from '../support/shop.ts';
import type { Workspace, WorkspaceOptions } from '../support/workspace.ts';

const minute = 60_000;

let shop: Workspace;

const open = async (adjust?: Adjust, options?: WorkspaceOptions) => {
  shop = await forThisTest(() => openCrawled(adjust, options));
};

describe('a count', () => {
  test('finds those of whom the condition holds, among all contacts', async () => {
    await open();
    const some = {
      op: 'in',
      attribute: 'email',
      value: ['user-3@example.com', 'user-7@example.com'],
    };
    const job = await start(shop, counting(some));
    await shop.world.quiet();
    expect(await look(shop, job)).toMatchObject({
      state: 'done',
      chunks: 2,
      doneChunks: 2,
      scanned: 20,
      matched: 2,
      failed: 0,
      finishedAt: shop.world.now(),
    });
  });

  test('keeps a sample of twenty at the most', async () => {
    await open();
    await tell(shop, ...Array.from({ length: 15 }, (_, index) => identify(`more-${index}`)));
    const job = await start(shop, counting(everyone));
    await shop.world.quiet();
    const { matched, sample } = await look(shop, job);
    expect(matched).toBe(35);
    expect(new Set(sample).size).toBe(20);
  });

  test('of the same moment is the same job, however often it is asked for', async () => {
    await open();
    const [one, other] = [
      await start(shop, counting(everyone)),
      await start(shop, counting(everyone)),
    ];
    await shop.world.quiet();
    expect(other).toBe(one);
    expect(await look(shop, one)).toMatchObject({ state: 'done', scanned: 20, matched: 20 });
    const later = await start(shop, counting(everyone, 1));
    expect((await steer(shop, (ports) => listJobs(ports, 10))).map(({ id }) => id)).toEqual([
      later,
      one,
    ]);
  });
});

describe('a paused job', () => {
  test('stands still at its next page, and goes on where it was', async () => {
    let job = '';
    await open(afterPage(3, () => steer(shop, (ports) => pauseJob(ports, job))));
    job = await start(shop, counting(everyone));
    await shop.world.quiet();
    const paused = await look(shop, job);
    expect(paused).toMatchObject({ state: 'paused' });
    expect(paused.scanned).toBeLessThan(20);
    await shop.world.advance(24 * 60 * minute);
    expect(await look(shop, job)).toEqual(paused);
    await steer(shop, (ports) => resumeJob(ports, job));
    await shop.world.quiet();
    expect(await look(shop, job)).toMatchObject({ state: 'done', scanned: 20, matched: 20 });
  });

  test('says why, if somebody else than a person paused it', async () => {
    await open(undefined, { idle: ['crawl'] });
    const job = await start(shop, counting(everyone));
    await steer(shop, (ports) => pauseJob(ports, job, 'Too many mails bounce'));
    expect(await look(shop, job)).toMatchObject({ because: 'Too many mails bounce' });
    await steer(shop, (ports) => resumeJob(ports, job));
    expect(await look(shop, job)).not.toHaveProperty('because');
  });

  test('can be resumed in the middle of being paused', async () => {
    let job = '';
    const both = () =>
      steer(shop, async (ports) => {
        await pauseJob(ports, job);
        await resumeJob(ports, job);
      });
    await open(afterPage(2, both));
    job = await start(shop, counting(everyone));
    await shop.world.quiet();
    expect(await look(shop, job)).toMatchObject({ state: 'done', scanned: 20, matched: 20 });
  });
});

describe('a stopped job', () => {
  test('is over, and says why', async () => {
    let job = '';
    await open(afterPage(2, () => steer(shop, (ports) => stopJob(ports, job, 'Not wanted'))));
    job = await start(shop, counting(everyone));
    await shop.world.advance(60 * minute);
    const stopped = await look(shop, job);
    expect(stopped).toMatchObject({ state: 'stopped', because: 'Not wanted' });
    expect(stopped.scanned).toBeLessThan(20);
    await expect(steer(shop, (ports) => resumeJob(ports, job))).rejects.toThrow(
      new Refused(409, 'The job is stopped'),
    );
  });
});

describe('a job whose messages are lost', () => {
  const drop = () => {
    while (shop.world.take('crawl', 1).Records.length > 0);
  };

  test('is helped on after a quarter of an hour', async () => {
    await open(undefined, { idle: ['crawl'] });
    await steer(shop, (ports) =>
      startJob({ ...ports, jobQueue: { send: async () => {} } }, counting(everyone)),
    );
    expect(shop.world.take('crawl').Records).toEqual([]);
    await shop.world.advance(16 * minute);
    expect(shop.world.take('crawl').Records).toHaveLength(2);
    drop();
  });

  test('is looked at more and more seldom, since it may only wait its turn', async () => {
    await open(undefined, { idle: ['crawl'] });
    await start(shop, counting(everyone));
    await shop.world.advance(24 * 60 * minute);
    const waiting = shop.world.queues.counts(shop.world.queueOf('crawl')).visible;
    expect(waiting).toBeGreaterThan(2);
    expect(waiting).toBeLessThanOrEqual(2 * 9);
  });
});
