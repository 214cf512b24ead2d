// The past of a contact that was merged, over the API: rules about it, why, and messages are told as of anybody else.
import { expect, test } from 'vitest';
import { createTimeline } from '../../functions/adapters/timeline.ts';
import type { TimelineRow } from '../../functions/ports.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { call } from '../support/sender.ts';
import { contactOf, get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const viewed = { op: 'performed', event: 'Page Viewed', count: { at_least: 2 } };
const many = 400;

/** A lead with an address and a device, each with a past, who are one. */
async function openMerged(): Promise<Workspace> {
  const shop = await openShop();
  const visit = { type: 'page', name: 'Pricing', anonymousId: 'd-1' };
  await tell(shop, identify('ann'), { type: 'page', name: 'Home', userId: 'ann' });
  await tell(shop, visit);
  const parts = [await contactOf(shop, 'user:ann'), await contactOf(shop, 'anonymous:d-1')];
  await tell(shop, { ...identify('ann'), anonymousId: 'd-1' });
  expect(await contactOf(shop, 'anonymous:d-1')).toBe(await contactOf(shop, 'user:ann'));
  expect(new Set(parts).size).toBe(2);
  await addPast(shop, parts);
  return shop;
}

/** More than is read at once, by turns of the one and of the other. */
async function addPast({ world }: Workspace, parts: readonly string[]): Promise<void> {
  const rowOf = (contact: string, index: number): TimelineRow => ({
    ...{ contact, at: world.now() - 1_000 * index, kind: 'event', id: `evt_${contact}_${index}` },
    ...{ about: { name: index === many ? 'First Look' : 'Looked Around' }, transitions: [] },
  });
  const rows = Array.from({ length: many }, (_, index) =>
    parts.map((contact) => rowOf(contact, index + 1)),
  );
  await createTimeline(world.observer, world.tables.activity).put(rows.flat());
}

test('rules about the past, why, and messages', async () => {
  const shop = await forThisTest(openMerged);
  const { world, keys } = shop;
  const ask = (method: string, path: string, body: object) =>
    call(world, keys.adminToken, { method, path, body: JSON.stringify(body) });

  const counts = async (condition: object) =>
    ask('POST', '/api/segments/preview', { condition }) as Promise<{ matched: number }>;
  expect(await counts({ op: 'email', became: 'clicked' })).toMatchObject({ matched: 0, looked: 1 });
  expect(await counts(viewed)).toMatchObject({ matched: 1, looked: 1 });
  // One lies at the end of either past.
  expect(await counts({ ...viewed, event: 'First Look' })).toMatchObject({ matched: 1 });

  const saved = { name: 'Viewers', condition: viewed };
  const { fill } = (await ask('PUT', '/api/segments/viewers', saved)) as { fill: string };
  await world.advance(60_000);
  expect(await get(shop, `/api/jobs/${fill}`)).toMatchObject({
    ...{ state: 'done', matched: 1, failed: 0 },
  });

  expect(await get(shop, '/api/contacts/user:ann/why/nudge')).toMatchObject({
    standing: 'never_in',
  });
  expect(await get(shop, '/api/contacts/user:ann/messages')).toEqual({ items: [] });
});
