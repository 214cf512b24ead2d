// A condition that is not published yet is counted and sampled while it is being written.
import { beforeEach, expect, test } from 'vitest';
import {
  type Preview,
  type PreviewPorts,
  previewAudience,
} from '../../functions/use-cases/preview-audience.ts';
import { condition } from '../../workflows/conditions/condition.ts';
import { addBroken } from '../support/broken-contact.ts';
import { everyone, openCrawled, steer } from '../support/crawler.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { contactOf, identify, order, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openCrawled);
});

type Adjust = (ports: PreviewPorts) => Partial<PreviewPorts>;

const asking = (rule: object, adjust: Adjust = () => ({})): Promise<Preview> =>
  steer(shop, (ports) => previewAudience({ ...ports, ...adjust(ports) }, condition.parse(rule)));

const bought = (count: object) => ({ op: 'performed', event: 'Order Completed', count });

/** Every look at this clock takes longer than a preview may. */
const hasty = () => {
  let now = 0;
  return () => {
    now += 10_000;
    return now;
  };
};

/** The table as if it held so many items. */
const counted =
  (items: number, some: Adjust = () => ({})): Adjust =>
  (ports) => ({ scan: { ...ports.scan, estimate: async () => items }, ...some(ports) });

test('those of whom it holds are counted, and some are shown with the reason', async () => {
  const rule = { op: 'equals', attribute: 'email', value: 'user-3@example.com' };
  const { sample, ...rest } = await asking(rule);
  expect(rest).toEqual({ matched: 1, looked: 20, exact: true, estimate: 1 });
  const id = await contactOf(shop, 'user:user-3');
  expect(sample).toEqual([{ id, because: expect.stringContaining('user-3@example.com') }]);
});

test('the past of those who are looked at is asked', async () => {
  await tell(shop, order('user-1'), order('user-1'), order('user-2'));
  expect(await asking(bought({ at_least: 2 }))).toMatchObject({ matched: 1, exact: true });
  expect(await asking(bought({ at_least: 1 }))).toMatchObject({ matched: 2, exact: true });
});

test('how long an attribute has been what it is cannot be known, and is not called exact', async () => {
  const rule = { op: 'has_been', attribute: 'plan', value: 'pro', for: '1 day' };
  expect(await asking(rule)).toMatchObject({ exact: false });
});

test('twenty are shown at the most', async () => {
  await tell(shop, ...Array.from({ length: 10 }, (_, index) => identify(`more-${index}`)));
  const { matched, sample } = await asking(everyone);
  expect(matched).toBe(30);
  expect(sample).toHaveLength(20);
});

test('of more contacts than there is time for, the count is an estimate', async () => {
  const few = await asking(
    everyone,
    counted(2_000, () => ({ now: hasty() })),
  );
  expect(few).toMatchObject({ exact: false, estimate: few.looked * 4 });
  expect(few.looked).toBeLessThan(20);
  expect(few.looked).toBeGreaterThan(0);
});

test('everybody is counted once, in however many chunks', async () => {
  const all = { matched: 20, looked: 20, exact: true, estimate: 20 };
  for (const items of [0, 600, 9_000, 60_000])
    expect(await asking(everyone, counted(items))).toMatchObject(all);
});

/** A page holds so few that the whole table takes more pages than are read of a chunk. */
const short: Adjust = ({ scan }) => ({
  scan: { ...scan, estimate: async () => 0, page: (at) => scan.page({ ...at, limit: 20 }) },
});

test('a table that has grown since it was counted is seen in smaller chunks', async () => {
  expect(await asking(everyone, short)).toMatchObject({ looked: 20, exact: true });
});

/** The second of its chunks holds thousands of items that are no contacts. */
const lumpy: Adjust = ({ scan }) => ({
  scan: {
    ...scan,
    estimate: async () => 2_000,
    page: async (at) =>
      at.chunk === 1 ? { contacts: [], unreadable: [], cursor: '{}' } : scan.page(at),
  },
});

test('what lies in a heap among them makes nobody more', async () => {
  const seen = await asking(everyone, lumpy);
  expect(seen).toMatchObject({ exact: false, estimate: Math.round((seen.looked * 4) / 3) });
});

test('where somebody cannot be read, the count is not called exact', async () => {
  await addBroken(shop);
  expect(await asking(everyone)).toMatchObject({ matched: 20, looked: 20, exact: false });
});
