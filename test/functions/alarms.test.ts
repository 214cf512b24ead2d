// Alarms: each rings once, on time, or as soon as there is anybody to hear it again.
import { beforeEach, expect, test, vi } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { fill, identify, mailed, openShop, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const users = Array.from({ length: 12 }, (_, index) => `user-${index}`);
const everybody = users.map((user) => `${user}@example.com`).sort();

/** Twelve carts, on shards of all kinds. */
const fillCarts = () => tell(workspace, ...users.flatMap((user) => [identify(user), fill(user)]));

/** Time passes, and nothing of ours runs. */
const stopFor = (time: number) => vi.setSystemTime(workspace.world.now() + time);

const ringsOf = async (user: string) =>
  (await timeline(workspace, `user:${user}`)).filter(({ kind }) => kind === 'alarm');

async function expectAllToHaveRungOnce(): Promise<void> {
  expect((await mailed(workspace)).sort()).toEqual(everybody);
  const rings = await Promise.all(users.map(ringsOf));
  expect(rings.map(({ length }) => length)).toEqual(users.map(() => 1));
  await workspace.world.advance(2 * day);
  expect(await mailed(workspace)).toHaveLength(users.length);
}

test('an alarm rings when it is due, not before', async () => {
  await fillCarts();
  await workspace.world.advance(2 * day - 1);
  expect(await mailed(workspace)).toEqual([]);
  await workspace.world.advance(1);
  await expectAllToHaveRungOnce();
  expect(await ringsOf('user-0')).toMatchObject([{ about: { late: 0 } }]);
});

test('after three days without a tick every alarm rings, once', async () => {
  await fillCarts();
  await workspace.world.advance(minute);
  stopFor(3 * day);
  await workspace.world.advance(minute);
  expect(await ringsOf('user-0')).toMatchObject([{ about: { late: day + minute } }]);
  await expectAllToHaveRungOnce();
});

test('an alarm rings though its tick had never run before it was due', async () => {
  await fillCarts();
  stopFor(3 * day);
  await workspace.world.advance(minute);
  await expectAllToHaveRungOnce();
});

test('two ticks at once ring no alarm twice', async () => {
  await fillCarts();
  stopFor(2 * day);
  const ticks = [workspace.world.start('tick'), workspace.world.start('tick')];
  await Promise.all(ticks.map((tick) => tick.run({})));
  await workspace.world.quiet();
  await expectAllToHaveRungOnce();
});
