// Those inside a campaign go to another of its versions on purpose, after a look at where each would land.
import { beforeEach, describe, expect, it } from 'vitest';
import { type MoveOrder, movePeople, previewMove } from '../../functions/use-cases/move-people.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { openMarketing, placesOf, publish, steer, withSteps } from '../support/marketer.ts';
import { campaign, fill, mailed, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const day = 24 * 3_600_000;
const nudge = campaign('Cart Filled', 'marketing', 'Still there?');
const wait = (id: string, time: string) => ({ id, wait: { for: time } });

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(() => openMarketing(['bob', 'eve', 'kim']));
  const first = [wait('short', '1 day'), wait('long', '9 days'), { send: 'mail' }];
  await publish(shop, 'nudge', withSteps(nudge, ...first));
  await tell(shop, fill('bob'));
  await shop.world.advance(2 * day);
  await tell(shop, fill('eve'), fill('kim'));
  await publish(shop, 'nudge', withSteps(nudge, wait('short', '1 day'), { send: 'mail' }));
});

const move = async (order: MoveOrder) => {
  await steer(shop, (ports) => movePeople(ports, 'nudge', order));
  await shop.world.advance(2 * 60_000);
};
const look = async (order: MoveOrder) => {
  const { id } = await steer(shop, (ports) => previewMove(ports, 'nudge', order));
  await shop.world.quiet();
  return placesOf(shop, id);
};

describe('A move', () => {
  it('is shown before it is made: who stays at their step, who goes elsewhere, who leaves', async () => {
    expect(await look({})).toEqual(['v2 short → short: 2', 'v2 long → leaves: 1']);
    expect(await look({ steps: { long: 'mail' } })).toEqual([
      'v2 short → short: 2',
      'v2 long → mail: 1',
    ]);
    expect(await look({ version: 2 })).toEqual([]);
    expect(await mailed(shop)).toEqual([]);
  });

  it('takes everybody to the live version, or out when their step is gone', async () => {
    await move({});
    const [row] = await timeline(shop, 'user:bob');
    expect(row?.transitions).toMatchObject([{ kind: 'moved', version: 3 }, { kind: 'exited' }]);
    await shop.world.advance(2 * day);
    expect((await mailed(shop)).sort()).toEqual(['eve@example.com', 'kim@example.com']);
  });

  it('takes those whose step is gone where they are sent', async () => {
    await move({ steps: { long: 'mail' } });
    expect(await mailed(shop)).toEqual(['bob@example.com']);
  });

  it('knows a step that only a version long gone had', async () => {
    for (let time = 1; time <= 11; time += 1)
      await publish(shop, 'nudge', withSteps(nudge, wait('short', `${time} days`)));
    await move({ steps: { long: 'short' } });
    const [row] = await timeline(shop, 'user:bob');
    expect(row?.transitions).toMatchObject([{ kind: 'moved', version: 14 }, { kind: 'waiting' }]);
  });

  it('goes back to a version that was live before', async () => {
    await move({ version: 1 });
    expect(await look({ version: 2 })).toEqual([]);
  });

  it.each<[MoveOrder, number, string]>([
    [{ version: 7 }, 404, 'Version 7 was never live'],
    [{ steps: { long: 'nowhere' } }, 422, 'version 3 has no step "nowhere"; it has short, mail'],
    [{ steps: { lnog: 'mail' } }, 422, 'no version of the campaign has a step "lnog"'],
  ])('is refused to where nothing is, and from there: %j', async (order, status, text) => {
    for (const ask of [look, move])
      await expect(ask(order)).rejects.toMatchObject({
        status,
        message: expect.stringContaining(text),
      });
  });
});
