// Crawl: every contact is reached and counted once, whoever is killed, repeated or broken on the way.
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { Clash } from '../../functions/errors.ts';
import { addBroken, broken, brokenKey } from '../support/broken-contact.ts';
import { type Adjust, counting, everyone, look, openCrawled, start } from '../support/crawler.ts';
import { forThisTest } from '../support/for-this-test.ts';
import type { Fate } from '../support/instance.ts';
import { identify, tell } from '../support/shop.ts';
import type { Workspace, WorkspaceOptions } from '../support/workspace.ts';

const minute = 60_000;

let shop: Workspace;

const open = async (...given: Parameters<typeof openCrawled>) => {
  shop = await forThisTest(() => openCrawled(...given));
};

/** Counts the pages that all workers read. */
function countingPages() {
  let pages = 0;
  const adjust: Adjust = ({ scan }) => ({
    scan: {
      ...scan,
      page: (place) => {
        pages += 1;
        return scan.page(place);
      },
    },
  });
  return { adjust, pages: () => pages };
}

/** A clock by which a worker's time is over after one page. */
const hasty: Adjust = () => {
  let looks = 0;
  const now = () => {
    looks += 1;
    return shop.world.now() + looks * 4_000;
  };
  return { now };
};

describe('a worker', () => {
  test('hands its chunk on before its time is up', async () => {
    await open(hasty, { idle: ['crawl'] });
    const job = await start(shop, counting(everyone));
    let slices = 0;
    for (; (await look(shop, job)).state === 'running'; slices += 1)
      await shop.world.invoke('crawl', shop.world.take('crawl', 1));
    expect(slices).toBeGreaterThan(5);
    expect(await look(shop, job)).toMatchObject({ state: 'done', scanned: 20, matched: 20 });
  });

  test('that gets the same message twice counts once', async () => {
    await open(undefined, { idle: ['crawl'] });
    const job = await start(shop, counting(everyone));
    for (let count = 0; count < 2; count += 1) {
      const event = shop.world.take('crawl', 1);
      await shop.world.invoke('crawl', event);
      await shop.world.invoke('crawl', event);
    }
    expect(await look(shop, job)).toMatchObject({ state: 'done', scanned: 20, matched: 20 });
  });

  test('beside others on the same chunk leaves it to one of them', async () => {
    const alone = countingPages();
    await open(alone.adjust);
    await start(shop, counting(everyone));
    await shop.world.quiet();
    const { adjust, pages } = countingPages();
    await open(adjust, { idle: ['crawl'] });
    const job = await start(shop, counting(everyone));
    for (let count = 0; count < 2; count += 1) {
      const event = shop.world.take('crawl', 1);
      const workers = ['one', 'two', 'three'].map(() => shop.world.start('crawl').run(event));
      expect(await Promise.all(workers)).toEqual(Array(3).fill({ batchItemFailures: [] }));
    }
    expect(await look(shop, job)).toMatchObject({ state: 'done', scanned: 20, matched: 20 });
    // The two that lose have each read one page of a chunk for nothing.
    expect(pages()).toBeLessThanOrEqual(alone.pages() + 4);
  });

  test('that meets contacts which were not there when the job began takes them along', async () => {
    await open(hasty, { idle: ['crawl'] });
    const job = await start(shop, counting(everyone));
    await shop.world.invoke('crawl', shop.world.take('crawl', 1));
    await tell(shop, ...Array.from({ length: 20 }, (_, index) => identify(`late-${index}`)));
    while ((await look(shop, job)).state === 'running')
      await shop.world.invoke('crawl', shop.world.take('crawl', 1));
    const { scanned, matched } = await look(shop, job);
    expect(scanned).toBe(matched);
    expect(scanned).toBeGreaterThan(20);
    expect(scanned).toBeLessThanOrEqual(40);
  });
});

test('killed at every other of its calls, a job comes to the same end', async () => {
  const run = async (fate: (number: number) => Fate) => {
    let number = 0;
    const options: WorkspaceOptions = {
      fate: (call) => {
        if (call.function !== 'crawl') return 'live';
        number += 1;
        return fate(number);
      },
    };
    await open(() => ({ pageItems: 12 }), options, 6);
    const job = await start(shop, counting(everyone));
    await shop.world.advance(60 * minute);
    const { sample: _, finishedAt: __, ...end } = await look(shop, job);
    return { calls: number, end: { ...end, dead: shop.world.deadLetters() } };
  };
  const calm = await run(() => 'live');
  expect(calm.end).toMatchObject({ state: 'done', scanned: 6, matched: 6, dead: 0 });
  expect(calm.calls).toBeGreaterThan(20);
  // On one side and on the other in turn; crash.long.test.ts kills crawls on both sides of every call.
  for (let at = 1; at <= calm.calls; at += 2) {
    const side = at % 4 === 1 ? 'die_before' : 'die_after';
    const { end } = await run((number) => (number === at ? side : 'live'));
    expect(end, `${side} call ${at}`).toEqual(calm.end);
  }
}, 240_000);

describe('a contact that fails', () => {
  async function openBroken(): Promise<void> {
    await open();
    await addBroken(shop);
  }

  test('is set aside by name, and holds up no other', async () => {
    await openBroken();
    const job = await start(shop, counting(everyone));
    await shop.world.quiet();
    expect(await look(shop, job)).toMatchObject({
      state: 'done',
      scanned: 21,
      matched: 20,
      failed: 1,
      aside: [{ contact: broken, because: 'It cannot be read' }],
    });
  });

  test('is tried again alone, and ends where somebody is called', async () => {
    await openBroken();
    await start(shop, counting(everyone));
    await shop.world.advance(60 * minute);
    expect(shop.world.deadLetters()).toBe(1);
  });

  test('is forgiven once it works', async () => {
    await openBroken();
    const job = await start(shop, counting(everyone));
    await shop.world.quiet();
    await shop.world.observer.send(
      new DeleteItemCommand({ TableName: shop.world.tables.core, Key: brokenKey }),
    );
    await shop.world.advance(60 * minute);
    expect(await look(shop, job)).toMatchObject({ state: 'done', failed: 0, aside: [] });
    expect(shop.world.deadLetters()).toBe(0);
  });

  test('among others that fail, too, is no reason to blame them: their page comes back', async () => {
    let isDown = true;
    const down: Adjust = ({ applyCauses }) => ({
      // All of them in one page, among whatever else the table holds.
      pageItems: 1_000,
      open: async () => () => ({ cause: { kind: 'alarm', due: 0, revision: 0 } }),
      applyCauses: async (works, loaded) =>
        isDown
          ? new Map(works.map((work) => [work, new Clash('down')]))
          : applyCauses(works, loaded),
    });
    // So many that either of the two chunks has its ten.
    await open(down, {}, 60);
    const job = await start(shop, { ...counting(everyone), about: { nothing: true } });
    await shop.world.quiet();
    expect(await look(shop, job)).toMatchObject({ state: 'running', scanned: 0, failed: 0 });
    isDown = false;
    await shop.world.advance(60 * minute);
    expect(await look(shop, job)).toMatchObject({ state: 'done', scanned: 60, failed: 0 });
  });
});
