// What is published is brought to those who exist already, with the past that its rules ask for.
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createSegmentPublications } from '../../functions/adapters/segment-publications.ts';
import { segmentFill } from '../../functions/use-cases/start-fill.ts';
import { condition } from '../../workflows/conditions/condition.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { SegmentVersion } from '../../workflows/model/segment.ts';
import { type Adjust, everyone, look, openCrawled, start } from '../support/crawler.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { contactOf, get, order, post, tell, timeline } from '../support/shop.ts';
import { epoch, type Workspace, type WorkspaceOptions } from '../support/workspace.ts';

const day = 86_400_000;

let shop: Workspace;

/** Resolves when the timeline of the first customer has so many rows. */
async function heard(rows: number): Promise<void> {
  while ((await timeline(shop, 'user:user-1')).length < rows) await setImmediate();
}

const open = async (adjust?: Adjust, options?: WorkspaceOptions) => {
  shop = await forThisTest(() => openCrawled(adjust, options));
};

const bought = (count: object, more: object = {}) => ({
  op: 'performed',
  event: 'Order Completed',
  count,
  ...more,
});

/** Publishes a version of the segment "buyers", without filling it. */
const publish = (rule: object): Promise<SegmentVersion> => {
  const { observer, tables } = shop.world;
  const document = { name: 'Buyers', condition: condition.parse(rule) };
  const release = { by: 'test', at: epoch, check: () => undefined };
  return createSegmentPublications(observer, tables.core).publish('buyers', document, release);
};

const fill = (version: SegmentVersion): Promise<string> =>
  start(shop, segmentFill(version, shop.world.now()));

const contact = (user: string): Promise<Contact> => get(shop, `/api/contacts/user:${user}`);
const isMember = async (user: string) => 'buyers' in (await contact(user)).segments;

describe('a new segment', () => {
  test('takes in those who belong to it already', async () => {
    await open();
    const rule = {
      op: 'in',
      attribute: 'email',
      value: ['user-3@example.com', 'user-7@example.com'],
    };
    const job = await fill(await publish(rule));
    await shop.world.quiet();
    expect(await look(shop, job)).toMatchObject({
      state: 'done',
      scanned: 20,
      matched: 2,
      failed: 0,
    });
    expect(await Promise.all(['user-3', 'user-7', 'user-5'].map(isMember))).toEqual([
      true,
      true,
      false,
    ]);
    const [row] = await timeline(shop, 'user:user-3');
    expect(row).toMatchObject({
      kind: 'review',
      transitions: [{ kind: 'segment_entered', segment: 'buyers' }],
    });
  });

  test('writes to nobody whom it does not concern', async () => {
    await open();
    const before = await contact('user-5');
    await fill(await publish({ op: 'equals', attribute: 'email', value: 'user-3@example.com' }));
    await shop.world.quiet();
    expect(await contact('user-5')).toEqual(before);
  });

  test('remembers what happened before it was thought of', async () => {
    await open();
    await tell(shop, order('user-1'), order('user-1'), order('user-2'));
    const job = await fill(await publish(bought({ at_least: 2 })));
    await shop.world.quiet();
    expect(await look(shop, job)).toMatchObject({ state: 'done', matched: 1 });
    expect(await Promise.all(['user-1', 'user-2'].map(isMember))).toEqual([true, false]);
    await tell(shop, order('user-2'));
    expect(await isMember('user-2')).toBe(true);
  });

  test('lets go by time alone those whom it found in the past', async () => {
    await open();
    await tell(shop, order('user-1'));
    await shop.world.advance(5 * day);
    await fill(await publish(bought({ at_least: 1 }, { within: '7 days' })));
    await shop.world.quiet();
    expect(await isMember('user-1')).toBe(true);
    await shop.world.advance(2 * day + 1_000);
    expect(await isMember('user-1')).toBe(false);
  });

  test('counts what happens between the look at the past and the decision once', async () => {
    let isFirst = true;
    let buyer = '';
    await open(({ applyCauses }) => ({
      pageItems: 500,
      applyCauses: async (works, loaded) => {
        if (isFirst && works.some((work) => work.contact === buyer)) {
          isFirst = false;
          await post(shop, order('user-1'));
          await heard(3);
        }
        return applyCauses(works, loaded);
      },
    }));
    await tell(shop, order('user-1'));
    buyer = await contactOf(shop, 'user:user-1');
    await fill(await publish(bought({ exactly: 2 })));
    await shop.world.quiet();
    expect(await isMember('user-1')).toBe(true);
  });

  test('that is filled twice is filled once', async () => {
    await open();
    await tell(shop, order('user-1'), order('user-1'));
    const version = await publish(bought({ exactly: 2 }));
    await fill(version);
    await shop.world.quiet();
    const once = await contact('user-1');
    await shop.world.advance(1_000);
    const again = await fill(version);
    await shop.world.quiet();
    expect(await look(shop, again)).toMatchObject({ state: 'done', matched: 1 });
    expect((await contact('user-1')).history).toEqual(once.history);
    expect(await isMember('user-1')).toBe(true);
  });

  test('that has a newer version leaves the rest to that one', async () => {
    await open(undefined, { idle: ['crawl'] });
    const first = await fill(await publish(everyone));
    const second = await publish({ op: 'equals', attribute: 'email', value: 'user-3@example.com' });
    await shop.world.invoke('crawl', shop.world.take('crawl', 1));
    expect(second.version).toBe(2);
    expect(await look(shop, first)).toMatchObject({
      state: 'stopped',
      because: 'Version 2 was published since',
      scanned: 0,
    });
  });
});
