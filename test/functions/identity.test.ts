// Identity: whom an event is about, by the keys it carries, also when two instances meet a stranger at once.
import { beforeEach, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { deadLetters, envelope, hand, happened } from '../support/envelopes.ts';
import { forThisTest } from '../support/for-this-test.ts';
import {
  abandon,
  contactOf,
  get,
  identify,
  mailed,
  openShop,
  order,
  post,
  tell,
  timeline,
  unsubscribe,
} from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
});

const contact = (who: string) => get<Contact>(workspace, `/api/contacts/${who}`);
const visit = { type: 'page', name: 'Pricing' };

test('a user, an address and a device are one contact, whichever is named', async () => {
  await tell(workspace, { ...identify('ann', 'Ann@Example.com'), anonymousId: 'device-1' });
  const id = await contactOf(workspace, 'user:ann');
  expect(await contactOf(workspace, 'email:ann@example.com')).toBe(id);
  expect(await contactOf(workspace, 'anonymous:device-1')).toBe(id);
  expect((await contact('user:ann')).identities).toEqual([
    'user:ann',
    'email:ann@example.com',
    'anonymous:device-1',
  ]);
});

test('what a device did before it was known stays with the person', async () => {
  await tell(workspace, { ...visit, anonymousId: 'device-1' });
  const stranger = await contactOf(workspace, 'anonymous:device-1');
  await tell(workspace, { ...identify('ann'), anonymousId: 'device-1' });
  await tell(workspace, order('ann'));
  expect(await contactOf(workspace, 'user:ann')).toBe(stranger);
  const told = (await timeline(workspace, 'user:ann')).map(({ about }) => about.name);
  expect(told).toEqual(expect.arrayContaining(['Page Viewed', 'Contact Identified']));
  expect(await mailed(workspace)).toHaveLength(1);
});

test('a key that somebody else holds is left to them, and the timeline tells of the conflict', async () => {
  await tell(workspace, identify('ann'), identify('bob'));
  const bob = await contactOf(workspace, 'user:bob');
  await tell(workspace, identify('ann', 'bob@example.com'));
  expect(await contactOf(workspace, 'email:bob@example.com')).toBe(bob);
  expect((await contact('user:ann')).identities).not.toContain('email:bob@example.com');
  const transitions = (await timeline(workspace, 'user:ann')).flatMap((row) => row.transitions);
  expect(transitions).toContainEqual({
    kind: 'identity_conflict',
    key: 'email:bob@example.com',
    owner: bob,
  });
});

test('two instances that meet a stranger at once make one contact', async () => {
  const { world } = workspace;
  const instances = [world.start('advance'), world.start('advance')];
  const keys = { user: 'new', email: 'new@example.com', anonymous: 'device-9' };
  const traits = { email: keys.email };
  await Promise.all(
    instances.map((one) => hand(one, envelope(happened(world, { ...keys, traits })))),
  );
  await world.quiet();
  const id = await contactOf(workspace, 'user:new');
  expect(await contactOf(workspace, 'email:new@example.com')).toBe(id);
  expect(await contact('user:new')).toMatchObject({
    revision: 2,
    entries: { receipt: { count: 2 } },
  });
  expect(await mailed(workspace)).toHaveLength(2);
});

test('an event that lost the race for its user is found with that user, and so is its second delivery', async () => {
  const { world } = workspace;
  await tell(workspace, { ...visit, anonymousId: 'device-1' });
  const [one, other] = [world.start('advance'), world.start('advance')];
  const crossed = envelope(happened(world, { user: 'new', anonymous: 'device-1' }));
  await Promise.all([hand(one, envelope(happened(world, { user: 'new' }))), hand(other, crossed)]);
  const before = (await contact('user:new')).revision;
  await hand(other, crossed);
  expect((await contact('user:new')).revision).toBe(before);
  expect((await contact('user:new')).entries.receipt?.count).toBe(2);
});

test('events of one batch that share a key meet, in any order of their keys', async () => {
  const { world } = workspace;
  const given = [
    { anonymous: 'device-1' },
    { user: 'new', anonymous: 'device-1' },
    { user: 'new', email: 'new@example.com' },
    { email: 'new@example.com', anonymous: 'device-2' },
  ];
  await hand(world.start('advance'), envelope(...given.map((keys) => happened(world, keys))));
  const id = await contactOf(workspace, 'anonymous:device-1');
  for (const who of ['user:new', 'email:new@example.com', 'anonymous:device-2'])
    expect(await contactOf(workspace, who)).toBe(id);
  expect((await contact(id)).entries.receipt?.count).toBe(4);
});

test('a contact with a thousand events from hundreds of devices stays within its budget, and can unsubscribe', async () => {
  await tell(workspace, identify('kiosk'), abandon('kiosk'));
  for (let hundred = 0; hundred < 10; hundred += 1) {
    const events = Array.from({ length: 100 }, (_, at) => ({
      ...{ type: 'track', event: 'Page Viewed', userId: 'kiosk' },
      ...(at % 5 === 0 && { anonymousId: `device-${hundred}-${at}` }),
    }));
    await post(workspace, ...events);
  }
  await workspace.world.quiet();
  expect(deadLetters(workspace.world, 'advance')).toEqual([]);
  const { identities, applied } = await contact('user:kiosk');
  expect([identities.length, applied.length]).toEqual([25, 100]);
  expect(identities).toContain('user:kiosk');
  expect(await contactOf(workspace, 'anonymous:device-9-95')).toBe(
    (await contact('user:kiosk')).id,
  );
  await unsubscribe(workspace, 'kiosk@example.com');
  expect((await contact('user:kiosk')).consent?.status).toBe('unsubscribed');
  expect((await timeline(workspace, 'user:kiosk'))[0]?.kind).toBe('unsubscribe');
});

test('events that together outgrow the item of their contact all reach it', async () => {
  const { world } = workspace;
  const large = Array.from({ length: 30 }, () => {
    const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(18_000))).toString('base64');
    return envelope(happened(world, { user: 'ann', name: 'Page Viewed', properties: { noise } }));
  });
  expect(await hand(world.start('advance'), ...large)).toBe(0);
  expect((await contact('user:ann')).applied).toHaveLength(30);
});
