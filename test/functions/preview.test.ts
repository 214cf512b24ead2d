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

/** Every look at this clock takes longer than a preview may; a page holds a few of the twenty. */
const hasty: Adjust = ({ scan }) => {
  let now = 0;
  return {
    scan: { ...scan, page: (place) => scan.page({ ...place, limit: 30 }) },
    now: () => {
      now += 10_000;
      return now;
    },
  };
};

test('those of whom it holds are counted, and some are shown with the reason', async () => {
  const rule = { op: 'equals', attribute: 'email', value: 'user-3@example.com' };
  const { sample, ...counted } = await asking(rule);
  expect(counted).toEqual({ matched: 1, looked: 20, exact: true, estimate: 1 });
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
  const few = await asking(everyone, hasty);
  expect(few.exact).toBe(false);
  expect(few.looked).toBeLessThan(20);
  expect(few.estimate).toBeGreaterThan(8);
  expect(few.estimate).toBeLessThan(40);
});

test('where somebody cannot be read, the count is not called exact', async () => {
  await addBroken(shop);
  expect(await asking(everyone)).toMatchObject({ matched: 20, looked: 20, exact: false });
});
