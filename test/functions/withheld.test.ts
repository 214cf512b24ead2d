// Withholding: what has changed between the decision to send and the sending, and the reason the timeline tells.
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { keys } from '../../functions/adapters/keys.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { deliverWith } from '../support/post-office.ts';
import { sesEvent } from '../support/ses-events.ts';
import {
  abandon,
  contactOf,
  fates,
  identify,
  mailed,
  openShop,
  order,
  tell,
  timeline,
  unsubscribe,
} from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(() => openShop({ idle: ['deliver'] }));
  await tell(workspace, identify('ann'), abandon('ann'));
  await deliver();
  await workspace.world.advance(1_000);
});

const deliver = () => workspace.world.invoke('deliver', workspace.world.take('deliver'));

async function bounce(type: 'Bounce' | 'Complaint') {
  const tags = {
    message: 'msg_1',
    contact: await contactOf(workspace, 'user:ann'),
    campaign: 'offer',
  };
  const recipients = [{ emailAddress: 'ann@example.com' }];
  const part = { bouncedRecipients: recipients, complainedRecipients: recipients };
  const body = JSON.stringify(sesEvent(type, { tags, part }));
  await workspace.world.invoke('feedback', { Records: [{ messageId: '1', body }] });
}

async function vanish() {
  const { world } = workspace;
  const Key = keys.contact(await contactOf(workspace, 'user:ann'));
  await world.observer.send(new DeleteItemCommand({ TableName: world.tables.core, Key }));
}

const becomes = (email: string) => () => tell(workspace, identify('ann', email));

test.each<[string, object, () => Promise<unknown>, string]>([
  [
    'an offer to somebody who has unsubscribed',
    abandon('ann'),
    () => unsubscribe(workspace, 'ann@example.com'),
    'withheld: unsubscribed',
  ],
  [
    'an offer to somebody who has complained',
    abandon('ann'),
    () => bounce('Complaint'),
    'withheld: suppressed',
  ],
  [
    'a receipt to an address that has bounced',
    order('ann'),
    () => bounce('Bounce'),
    'withheld: suppressed',
  ],
  [
    'a receipt to an address that SES cannot send to',
    order('ann'),
    becomes('ánn@example.com'),
    'withheld: unsupported_address: unsupported_local_part',
  ],
  [
    'a receipt with a hole where a value is missing',
    order('ann', null),
    async () => {},
    'withheld: template_skip: Template mail: undefined variable: event.number',
  ],
])('%s is withheld', async (_, event, change, fate) => {
  await tell(workspace, event);
  await change();
  await deliver();
  expect(await mailed(workspace)).toEqual(['ann@example.com']);
  const [offer, told] = await fates(workspace, 'user:ann');
  expect(offer).toBe('sent');
  expect(told).toContain(fate);
});

test('a receipt to a contact that is gone is withheld: there is no address any more', async () => {
  await tell(workspace, order('ann'));
  const contact = await contactOf(workspace, 'user:ann');
  await vanish();
  await deliver();
  expect(await mailed(workspace)).toEqual(['ann@example.com']);
  await tell(workspace, identify('ann'));
  const rows = await timeline(workspace, contact);
  expect(rows.find(({ kind }) => kind === 'message')?.about).toMatchObject({
    state: 'withheld',
    because: 'no_address',
    campaign: 'receipt',
  });
});

test.each([
  ['who has unsubscribed', () => unsubscribe(workspace, 'ann@example.com')],
  ['who has complained', () => bounce('Complaint')],
])('a receipt to somebody %s is sent all the same', async (_, change) => {
  await change();
  await tell(workspace, order('ann'));
  await deliver();
  expect(await mailed(workspace)).toHaveLength(2);
});

test('a receipt goes to the address that the customer has by then', async () => {
  await tell(workspace, order('ann'));
  await tell(workspace, identify('ann', 'new@example.com'));
  await deliver();
  expect(await mailed(workspace)).toEqual(['ann@example.com', 'new@example.com']);
});

test('nothing is withheld because a read lagged behind', async () => {
  const lagging = deliverWith(({ contacts }) => ({
    contacts: {
      ...contacts,
      load: async (ids, read) => (read.consistent ? contacts.load(ids, read) : new Map()),
    },
  }));
  workspace = await forThisTest(() => openShop({ replaced: { deliver: lagging } }));
  await tell(workspace, identify('ann'), order('ann'));
  expect(await fates(workspace, 'user:ann')).toEqual(['sent']);
});

test.each(['', '  '])('no offer goes out while the postal address is %j', async (address) => {
  const nowhere = deliverWith(({ settings }) => ({
    settings: {
      get: async () => ({ ...(await settings.get()), organization: { name: 'Hats', address } }),
    },
  }));
  workspace = await forThisTest(() => openShop({ replaced: { deliver: nowhere } }));
  await tell(workspace, identify('ann'), abandon('ann'), order('ann'));
  expect((await fates(workspace, 'user:ann')).toSorted()).toEqual([
    'sent',
    'withheld: template_skip: Template mail: the workspace has no postal address, without which no marketing goes out',
  ]);
});
