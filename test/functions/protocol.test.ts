// The protocol around one contact: whatever comes twice, at once, too late or broken, each cause counts once.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { impatient } from '../support/advancer.ts';
import { envelope, hand, happened } from '../support/envelopes.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { call } from '../support/sender.ts';
import {
  abandon,
  campaign,
  contactOf,
  get,
  identify,
  mailed,
  openShop,
  order,
  tell,
  timeline,
} from '../support/shop.ts';
import type { Workspace, WorkspaceOptions } from '../support/workspace.ts';

const minute = 60_000;
const hour = 60 * minute;

let workspace: Workspace;
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

async function open(options: WorkspaceOptions = {}) {
  workspace = await forThisTest(() => openShop(options));
  await tell(workspace, identify('ann'));
  return workspace.world;
}

const ann = () => get<Contact>(workspace, '/api/contacts/user:ann');
const ordersOf = async (who: string) =>
  (await get<Contact>(workspace, `/api/contacts/${who}`)).entries.receipt?.count ?? 0;

describe('two instances at work on one contact', () => {
  test('lose nothing and count nothing twice', async () => {
    const world = await open({ replaced: { advance: impatient } });
    const instances = [world.start('advance'), world.start('advance')];
    const each = instances.map(() =>
      Array.from({ length: 50 }, () => happened(world, { user: 'ann' })),
    );
    const deliver = async (at: number): Promise<void> => {
      let bodies = (each[at] ?? []).map((one) => envelope(one));
      while (bodies.length > 0) {
        const parts = Array.from({ length: 5 }, (_, part) =>
          bodies.slice(part * 10, part * 10 + 10),
        );
        const again = await Promise.all(
          parts.map(async (part) => {
            const instance = instances[at];
            return instance && (await hand(instance, ...part)) > 0 ? part : [];
          }),
        );
        bodies = again.flat();
      }
    };
    await Promise.all([deliver(0), deliver(1)]);
    await world.quiet();
    expect(await ordersOf('user:ann')).toBe(100);
    expect(await mailed(workspace)).toHaveLength(100);
    const rows = await timeline(workspace, 'user:ann');
    const told = new Set(rows.filter(({ kind }) => kind === 'event').map(({ id }) => id));
    expect(told).toEqual(new Set([...told, ...each.flat().map(({ id }) => id)]));
  });
});

describe('a cause that is delivered again', () => {
  test('emits what its first delivery left behind when it died', async () => {
    let deaths = 0;
    const isSave = (what: string) => what.endsWith('.PutItem') && deaths === 0;
    let armed = false;
    const world = await open({
      fate: ({ function: name, what }) => {
        if (!(armed && name === 'advance' && isSave(what))) return 'live';
        deaths += 1;
        return 'die_after';
      },
    });
    armed = true;
    await tell(workspace, order('ann'));
    expect(await ordersOf('user:ann')).toBe(1);
    expect(await mailed(workspace)).toEqual([]);
    await world.advance(10 * minute);
    expect([deaths, await ordersOf('user:ann')]).toEqual([1, 1]);
    expect(await mailed(workspace)).toHaveLength(1);
    expect((await timeline(workspace, 'user:ann')).some(({ messages }) => messages)).toBe(true);
  });

  const many = (world: Workspace['world'], count: number) =>
    Array.from({ length: count }, () => happened(world, { user: 'ann', name: 'Page Viewed' }));

  test('after a hundred others is known by its row in the timeline', async () => {
    const world = await open();
    const instance = world.start('advance');
    const first = envelope(happened(world, { user: 'ann' }));
    await hand(instance, first);
    await world.advance(1);
    await hand(instance, envelope(...many(world, 120)));
    const { revision, applied } = await ann();
    expect(applied).toHaveLength(100);
    await hand(instance, first);
    expect((await ann()).revision).toBe(revision);
    await world.quiet();
    expect(await mailed(workspace)).toHaveLength(1);
  });

  test('a day later is known by its row in the timeline', async () => {
    const world = await open();
    const instance = world.start('advance');
    const first = envelope(happened(world, { user: 'ann' }));
    await hand(instance, first);
    await world.advance(25 * hour);
    await hand(instance, envelope(...many(world, 1)));
    const { revision, applied } = await ann();
    expect(applied).toHaveLength(1);
    await hand(instance, first);
    expect((await ann()).revision).toBe(revision);
  });

  test('or is told again by its sender days later, with its old time, is known by its row too', async () => {
    const world = await open();
    const instance = world.start('advance');
    const first = happened(world, { user: 'ann' });
    await hand(instance, envelope(first));
    await world.advance(25 * hour);
    await hand(instance, envelope(...many(world, 1)));
    const { revision } = await ann();
    await hand(instance, envelope({ ...first, receivedAt: world.now() }));
    expect((await ann()).revision).toBe(revision);
    const another = { id: crypto.randomUUID(), receivedAt: world.now() };
    await hand(instance, envelope({ ...first, ...another }));
    expect((await ann()).revision).toBe(revision + 1);
  });
});

describe('an alarm', () => {
  test('of a revision that is not there yet is tried again, not dropped', async () => {
    const world = await open({ replaced: { advance: impatient } });
    const { id: contact, revision } = await ann();
    const alarm = JSON.stringify({ alarm: { contact, due: world.now(), revision: revision + 1 } });
    const instance = world.start('advance');
    expect(await hand(instance, alarm)).toBe(1);
    await tell(workspace, abandon('ann'));
    expect(await hand(instance, alarm)).toBe(0);
  });
});

test('a campaign sends from the moment it is published', async () => {
  await open();
  await tell(workspace, { type: 'track', event: 'Trial Started', userId: 'ann' });
  await call(workspace.world, workspace.keys.adminToken, {
    path: '/api/campaigns/trial',
    method: 'PUT',
    body: JSON.stringify(campaign('Trial Started', 'transactional', 'Welcome')),
  });
  await tell(workspace, { type: 'track', event: 'Trial Started', userId: 'ann' });
  expect(await mailed(workspace)).toHaveLength(1);
  expect(await contactOf(workspace, 'user:ann')).toMatch(/^con_/);
});
