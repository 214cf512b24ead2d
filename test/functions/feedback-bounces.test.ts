// Bounces that are not for good: what is counted, what is our own fault, and what is no bounce at all.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { hearAll } from '../support/feedback-queue.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { sesEvent, type Tags } from '../support/ses-events.ts';
import {
  abandon,
  contactOf,
  get,
  identify,
  openShop,
  order,
  tell,
  timeline,
} from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let tags: Tags;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  await tell(workspace, identify('ann'));
  tags = { message: 'msg_1', contact: await contactOf(workspace, 'user:ann'), campaign: 'offer' };
});

const recipients = [{ emailAddress: 'Ann@example.com', action: 'failed', status: '4.2.2' }];
const bounce = (type: string, part: object = {}) =>
  sesEvent('Bounce', { tags, part: { bounceType: type, bouncedRecipients: recipients, ...part } });
const hear = (...events: readonly (object | string)[]) => hearAll(workspace, ...events);
const ann = () => get<Contact>(workspace, '/api/contacts/user:ann');
const heardOf = async () =>
  (await timeline(workspace, 'user:ann')).filter(({ kind }) => kind === 'feedback');

/** An offer and a receipt, to see which of them still leaves. */
async function write(): Promise<string[]> {
  await tell(workspace, abandon('ann'), order('ann'));
  return (await workspace.world.outbox.letters()).map(({ subject }) => subject).sort();
}

describe('a bounce', () => {
  test.each(['Transient', 'Undetermined', 'SomethingNew'])(
    'that is %s is told, and stops nothing yet',
    async (type) => {
      expect(await hear(bounce(type, { bounceSubType: 'MailboxFull' }))).toEqual([]);
      expect(await ann()).toMatchObject({
        suppressions: [],
        softBounces: { at: [expect.any(Number)] },
      });
      expect(await heardOf()).toMatchObject([
        { about: { type: 'soft_bounce', message: 'msg_1', detail: 'MailboxFull' } },
      ]);
      expect(await write()).toHaveLength(2);
    },
  );

  test('for now that is the third over a week stops marketing, and receipts still pass', async () => {
    const on = (day: number) =>
      bounce('Transient', { bounceSubType: 'MailboxFull', timestamp: `2026-01-0${day}T09:00:00Z` });
    await hear(on(1), on(8));
    expect((await ann()).suppressions).toEqual([]);
    await hear(on(4));
    expect(await ann()).toMatchObject({ suppressions: [{ reason: 'soft_bounce' }] });
    expect(await write()).toEqual(['Order 1']);
  });

  test.each(['MessageTooLarge', 'ContentRejected', 'AttachmentRejected'])(
    'for %s, our fault, is told and counts for nothing',
    async (bounceSubType) => {
      expect(await hear(bounce('Transient', { bounceSubType }))).toEqual([]);
      expect(await ann()).not.toHaveProperty('softBounces');
      expect(await heardOf()).toMatchObject([
        { about: { type: 'content_bounce' }, transitions: [] },
      ]);
    },
  );

  test('that is an automatic reply says nothing of the mailbox', async () => {
    const before = await ann();
    const reply = {
      bounceSubType: 'General',
      bouncedRecipients: [{ emailAddress: 'ann@example.com' }],
    };
    expect(await hear(bounce('Transient', reply))).toEqual([]);
    expect(await ann()).toEqual(before);
  });
});
