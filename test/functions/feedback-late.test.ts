// Feedback about somebody who is somebody else by now, or is gone, or was never there.
import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { unpack } from '../../functions/adapters/packing.ts';
import type { MessageStory } from '../../functions/use-cases/read-messages.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { hearAll } from '../support/feedback-queue.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { catchLog } from '../support/log-lines.ts';
import { call } from '../support/sender.ts';
import { sesEvent } from '../support/ses-events.ts';
import { abandon, contactOf, get, identify, openShop, order, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  catchLog();
  workspace = await forThisTest(openShop);
  await tell(workspace, identify('ann'), identify('bob'));
  await tell(workspace, order('ann'), order('bob'));
});

const post = (path: string, body: unknown) =>
  call(workspace.world, workspace.keys.adminToken, {
    ...{ method: 'POST', path: `/api/contacts/${path}` },
    body: JSON.stringify(body),
  });

const messagesOf = async (who: string) =>
  (await get<{ items: MessageStory[] }>(workspace, `/api/contacts/${who}/messages`)).items;

async function tagsOf(who: string) {
  const [mail] = await messagesOf(who);
  const contact = await contactOf(workspace, who);
  return { message: mail?.message ?? '', contact, campaign: 'receipt' };
}

const everything = (tags: Awaited<ReturnType<typeof tagsOf>>, emailAddress: string) => {
  const recipients = [{ emailAddress, action: 'failed' }];
  const mail = { destination: [emailAddress], messageId: tags.message };
  const part = { bouncedRecipients: recipients, complainedRecipients: recipients };
  return ['Complaint', 'Bounce', 'Delivery', 'Send'].map((name) =>
    sesEvent(name, { tags, part, mail }),
  );
};

test('of a contact that was merged reaches the one that it turned out to be', async () => {
  const tags = await tagsOf('user:bob');
  const others = await tagsOf('user:ann');
  await post('user:ann/merge', { with: 'user:bob' });
  await workspace.world.quiet();
  const ids = [tags, others].map(({ contact }) => contact).sort();
  expect(await hearAll(workspace, ...everything(tags, 'bob@example.com'))).toEqual([]);
  const { id, suppressions } = await get<Contact>(workspace, '/api/contacts/user:ann');
  expect(id).toBe(ids[0]);
  expect(suppressions).toMatchObject([{ address: 'bob@example.com', reason: 'bounce' }]);
  const statuses = (await messagesOf('user:ann')).map(({ message, status }) => [message, status]);
  expect(Object.fromEntries(statuses)).toEqual({
    [tags.message]: 'complained',
    [others.message]: 'sent',
  });
});

test('of a contact that was erased is not kept, and neither is its address', async () => {
  const tags = await tagsOf('user:bob');
  await post('user:bob/erase', {});
  await workspace.world.advance(24 * 3_600_000);
  const late = { timestamp: new Date(workspace.world.now()).toISOString() };
  const recipients = [{ emailAddress: 'bob@example.com' }];
  const part = { bouncedRecipients: recipients, ...late };
  const events = [...everything(tags, 'bob@example.com'), sesEvent('Bounce', { tags, part })];
  expect(await hearAll(workspace, ...events)).toEqual([]);
  const { core, activity } = workspace.world.tables;
  for (const TableName of [core, activity]) {
    const { Items = [] } = await workspace.world.observer.send(new ScanCommand({ TableName }));
    const texts = Items.map((item) => JSON.stringify(item.z1 ? unpack(item) : item));
    expect(texts.filter((text) => text.includes('bob@example.com'))).toEqual([]);
  }
});

test('of somebody who was never there makes nobody', async () => {
  const contact = 'con_0000000000000000000000';
  const tags = { ...(await tagsOf('user:bob')), contact };
  expect(await hearAll(workspace, ...everything(tags, 'nobody@example.com'))).toEqual([]);
  await expect(get(workspace, `/api/contacts/${contact}`)).rejects.toThrow('404');
});

test('that comes after days is heard once, and again after that not at all', async () => {
  const tags = await tagsOf('user:ann');
  const events = everything(tags, 'ann@example.com');
  await workspace.world.advance(9 * 24 * 3_600_000);
  await hearAll(workspace, ...events);
  const { revision } = await get<Contact>(workspace, '/api/contacts/user:ann');
  await workspace.world.advance(9 * 24 * 3_600_000);
  await tell(workspace, order('ann'), abandon('ann'));
  const after = await get<Contact>(workspace, '/api/contacts/user:ann');
  await hearAll(workspace, ...events);
  expect((await get<Contact>(workspace, '/api/contacts/user:ann')).revision).toBe(after.revision);
  expect(after.revision).toBeGreaterThan(revision);
  const statuses = (await messagesOf('user:ann')).map(({ status }) => status);
  expect(statuses).toEqual(['withheld', 'withheld', 'complained']);
});

test('shows a message page by page, and beside the campaign that asked for it', async () => {
  await tell(workspace, order('ann', '2'), order('ann', '3'));
  const all = await messagesOf('user:ann');
  expect(all).toHaveLength(3);
  const pages: string[] = [];
  let next: string | undefined;
  do {
    const query = next === undefined ? '' : `&next=${next}`;
    const page = await get<{ items: MessageStory[]; next?: string }>(
      workspace,
      `/api/contacts/user:ann/messages?limit=2${query}`,
    );
    pages.push(...page.items.map(({ message }) => message));
    next = page.next;
  } while (next !== undefined);
  expect(pages).toEqual(all.map(({ message }) => message));
  const { mails } = await get<{ mails: MessageStory[] }>(
    workspace,
    '/api/contacts/user:ann/why/receipt',
  );
  expect(mails).toEqual(all);
});
