// Mail that SES would not take all at once: it waits for its moment in its sender or in its queue, no try is burnt, and
// nobody gets it twice. Receipts go past what is marketing.
import { expect, test } from 'vitest';
import type * as deliver from '../../functions/deliver.ts';
import type { DeliverEnvironment } from '../../functions/environment.ts';
import type { Builder } from '../support/builders.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { deliverWith } from '../support/post-office.ts';
import { abandon, fates, identify, mailed, openShop, order, post, tell } from '../support/shop.ts';
import { virtualPause } from '../support/virtual-pause.ts';
import type { Workspace, WorkspaceOptions } from '../support/workspace.ts';

const second = 1_000;
const minute = 60 * second;
const endless = Number.POSITIVE_INFINITY;

let workspace: Workspace;

/** Known customers, with senders that wait in virtual time. */
async function open(options: WorkspaceOptions, ...users: readonly string[]) {
  const { receives, create } = counted(deliverWith(() => ({ pause: virtualPause })));
  workspace = await forThisTest(() => openShop({ replaced: { deliver: create }, ...options }));
  await tell(workspace, ...users.map((user) => identify(user)));
  return receives;
}

/** Tells how often each record had been received when it came. */
function counted(builder: Builder) {
  const receives: number[] = [];
  const create = ((env: DeliverEnvironment, aws: never) => {
    const handler = builder(env as never, aws) as unknown as typeof deliver.handler;
    return (event: { Records: { attributes: Record<string, string> }[] }, context: never) => {
      for (const { attributes } of event.Records)
        receives.push(Number(attributes.ApproximateReceiveCount));
      return handler(event as never, context);
    };
  }) as unknown as Builder;
  return { receives, create };
}

const crowd = (count: number) => Array.from({ length: count }, (_, index) => `user-${index}`);
const address = (user: string) => `${user}@example.com`;

const sentAt = async () =>
  (await workspace.world.outbox.letters()).map(({ to, sentAt: at }) => ({
    to,
    at: Date.parse(at),
  }));

/** The most in any second, which may begin anywhere. */
const busiest = (moments: readonly number[]): number =>
  Math.max(
    ...moments.map((from) => moments.filter((at) => at >= from && at < from + second).length),
  );

test('what is over the rate waits for its moment, and SES has to refuse none', async () => {
  const users = crowd(30);
  const receives = await open({ sendLimits: { perSecond: 5, perDay: endless } }, ...users);
  const before = workspace.world.now();
  await tell(workspace, ...users.map((user) => order(user)));
  const found = await sentAt();
  expect(found.map(({ to }) => to).toSorted()).toEqual(users.map(address).toSorted());
  expect(busiest(found.map(({ at }) => at))).toBeLessThanOrEqual(5);
  expect(workspace.world.now() - before).toBeLessThan(8 * second);
  expect(new Set(receives)).toEqual(new Set([1]));
});

test('what has no moment before its sender must stop waits in the queue, and no try is burnt', async () => {
  const users = crowd(40);
  const receives = await open({ sendLimits: { perSecond: 1, perDay: endless } }, ...users);
  await tell(workspace, ...users.map((user) => abandon(user)));
  await workspace.world.advance(10 * minute);
  const found = await sentAt();
  expect(found.map(({ to }) => to).toSorted()).toEqual(users.map(address).toSorted());
  expect(busiest(found.map(({ at }) => at))).toBe(1);
  expect(new Set(receives)).toEqual(new Set([1]));
  expect(workspace.world.deadLetters()).toBe(0);
});

test('a receipt goes past marketing that was asked for before it', async () => {
  const users = crowd(60);
  await open({ sendLimits: { perSecond: 5, perDay: endless } }, ...users, 'ann');
  await post(workspace, ...users.map((user) => abandon(user)), order('ann'));
  await workspace.world.quiet();
  const found = await sentAt();
  const first = Math.min(...found.map(({ at }) => at));
  const ann = found.find(({ to }) => to === address('ann'))?.at ?? endless;
  expect(found).toHaveLength(61);
  expect(ann - first).toBeLessThan(2 * second);
  expect(Math.max(...found.map(({ at }) => at)) - first).toBeGreaterThan(10 * second);
  expect(busiest(found.map(({ at }) => at))).toBeLessThanOrEqual(6);
});

test('when SES finds it too fast after all, senders slow down, and each mail still leaves once', async () => {
  const users = crowd(30);
  const cuts = { count: 0 };
  // Somebody else sends from the same account: what SES has told of its rate is not all for us.
  const hasty = deliverWith(({ pace }) => ({
    pause: virtualPause,
    pace: {
      reserve: async (lane, count, until) => {
        const slots = await pace.reserve(lane, count, until);
        return cuts.count > 0 ? slots : { ...slots, every: 0 };
      },
      slow: async (refused) => {
        cuts.count += 1;
        await pace.slow(refused);
      },
    },
  }));
  const { receives, create } = counted(hasty);
  const sendLimits = { perSecond: 4, perDay: endless };
  await open({ sendLimits, replaced: { deliver: create } }, ...users);
  await tell(workspace, ...users.map((user) => order(user)));
  await workspace.world.advance(10 * minute);
  expect(cuts.count).toBeGreaterThan(0);
  expect((await mailed(workspace)).toSorted()).toEqual(users.map(address).toSorted());
  expect(new Set(receives)).toEqual(new Set([1]));
  expect(await fates(workspace, 'user:user-0')).toEqual(['sent']);
});

test('what is over the quota of the day is tried every quarter of an hour until the day is over', async () => {
  const receives = await open({ sendLimits: { perSecond: endless, perDay: 1 } }, 'ann', 'bob');
  await tell(workspace, order('ann'));
  await workspace.world.advance((23 * 60 + 20) * minute);
  await tell(workspace, order('bob'));
  expect(receives).toHaveLength(2);
  await workspace.world.advance(14 * minute);
  expect(receives).toHaveLength(2);
  await workspace.world.advance(2 * minute);
  expect(receives).toHaveLength(3);
  expect(await mailed(workspace)).toEqual([address('ann')]);
  await workspace.world.advance(60 * minute);
  expect(await mailed(workspace)).toEqual(['ann', 'bob'].map(address));
  expect(receives).toEqual([1, 1, 1, 1, 1]);
  expect(await fates(workspace, 'user:bob')).toEqual(['sent']);
});
