// Poison: what can be neither decided nor read ends in the dead-letter queue, alone, and holds up nobody else.
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { createContacts } from '../../functions/adapters/contacts.ts';
import { keys } from '../../functions/adapters/keys.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { poisonedBy } from '../support/advancer.ts';
import { deadLetters, envelope, happened } from '../support/envelopes.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { abandon, get, identify, mailed, openShop, order, tell } from '../support/shop.ts';
import type { Workspace, WorkspaceOptions } from '../support/workspace.ts';

const hour = 3_600_000;

let workspace: Workspace;

async function open(options: WorkspaceOptions = {}): Promise<Workspace> {
  workspace = await forThisTest(() => openShop(options));
  await tell(workspace, identify('ann'));
  return workspace;
}

const ordersOf = async (who: string) =>
  (await get<Contact>(workspace, `/api/contacts/${who}`)).entries.receipt?.count ?? 0;

test('what cannot be decided is queued again alone, its neighbours are done, and it ends in the dead-letter queue', async () => {
  const { world } = await open({ replaced: { advance: poisonedBy('Poison') } });
  const poison = { type: 'track', event: 'Poison', userId: 'ann' };
  const others = Array.from({ length: 6 }, () => [order('ann'), order('bob')]).flat();
  await tell(workspace, identify('bob'));
  await tell(workspace, ...others.slice(0, 5), poison, ...others.slice(5));
  expect([await ordersOf('user:ann'), await ordersOf('user:bob')]).toEqual([6, 6]);
  expect(await mailed(workspace)).toHaveLength(12);
  await tell(workspace, order('ann'));
  expect(await ordersOf('user:ann')).toBe(7);
  await world.advance(hour);
  const dead = deadLetters(world, 'advance').map((body) => JSON.parse(body).detail.events);
  expect(dead).toMatchObject([[{ name: 'Poison' }]]);
  expect(await mailed(workspace)).toHaveLength(13);
});

test('a contact that runs on a version that is gone holds up no other', async () => {
  const { world } = await open();
  await tell(workspace, identify('bob'));
  const stored = await get<Contact>(workspace, '/api/contacts/user:bob');
  const lost = {
    id: 'enr_1',
    campaign: 'gone',
    version: 1,
    group: 'treatment' as const,
    triggeredAt: 0,
    event: {},
    step: 'mail',
  };
  const broken = { ...stored, revision: stored.revision + 1, enrollments: [lost] };
  await createContacts(world.observer, world.tables.core).save({ contact: broken, outbox: [] });
  await tell(workspace, order('ann'), order('bob'));
  expect(await mailed(workspace)).toEqual(['ann@example.com']);
  await world.advance(hour);
  expect(deadLetters(world, 'advance')).toHaveLength(1);
});

test('what nobody can read goes to the dead-letter queue whole, and its neighbours are done', async () => {
  const { world } = await open();
  const queue = world.queueOf('advance');
  const good = envelope(happened(world, { user: 'ann' }));
  const bad = ['{"detail":{"events":[{}]}}', '{"alarm":{}}', 'not json'];
  world.queues.send(
    queue,
    [...bad, good].map((body) => ({ body })),
  );
  await world.advance(hour);
  expect(await mailed(workspace)).toHaveLength(1);
  expect(deadLetters(world, 'advance').sort()).toEqual(bad.sort());
});

test('a message that cannot be written goes to the dead-letter queue; its page is sent', async () => {
  const { world } = await open();
  const Key = keys.template('offer', 1, 'mail');
  await world.observer.send(new DeleteItemCommand({ TableName: world.tables.core, Key }));
  await tell(workspace, order('ann'), abandon('ann'));
  expect(await mailed(workspace)).toEqual(['ann@example.com']);
  expect(await ordersOf('user:ann')).toBe(1);
  await world.advance(hour);
  expect(await mailed(workspace)).toHaveLength(1);
  expect(deadLetters(world, 'deliver')).toHaveLength(1);
});
