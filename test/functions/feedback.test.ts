// Feedback: what SES says of our mails becomes evidence or a fact about the contact, once, in whatever order it comes.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { hearAll } from '../support/feedback-queue.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { catchLog } from '../support/log-lines.ts';
import { documentedEvents, sesEvent, type Tags } from '../support/ses-events.ts';
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
const complaint = (part: object = {}) =>
  sesEvent('Complaint', { tags, part: { complainedRecipients: recipients, ...part } });

const hear = (...events: readonly (object | string)[]) => hearAll(workspace, ...events);
const ann = () => get<Contact>(workspace, '/api/contacts/user:ann');
const heardOf = async () =>
  (await timeline(workspace, 'user:ann')).filter(({ kind }) => kind === 'feedback');

/** An offer and a receipt, to see which of them still leaves. */
async function write(): Promise<string[]> {
  await tell(workspace, abandon('ann'), order('ann'));
  return (await workspace.world.outbox.letters()).map(({ subject }) => subject).sort();
}

describe('a documented event about our mail', () => {
  test('that it was sent is kept as evidence, and says nothing of the contact', async () => {
    const before = await ann();
    expect(await hear(sesEvent('Send', { tags }))).toEqual([]);
    expect(await ann()).toEqual(before);
  });

  test('that it bounced for good stops all mail to the address, and the timeline tells why', async () => {
    expect(await hear(bounce('Permanent'))).toEqual([]);
    expect(await ann()).toMatchObject({
      suppressions: [{ address: 'ann@example.com', reason: 'bounce' }],
    });
    expect(await heardOf()).toMatchObject([
      {
        about: { type: 'bounce', message: 'msg_1' },
        transitions: [{ kind: 'suppressed', because: 'bounce: General' }],
      },
    ]);
    expect(await write()).toEqual([]);
  });

  test('that somebody complained stops offers, and receipts still pass', async () => {
    expect(await hear(complaint())).toEqual([]);
    expect(await ann()).toMatchObject({ suppressions: [{ reason: 'complaint' }] });
    expect(await write()).toEqual(['Order 1']);
  });

  test('that somebody took a complaint back is no complaint', async () => {
    await hear(complaint({ complaintFeedbackType: 'not-spam' }));
    expect((await ann()).suppressions).toEqual([]);
  });

  test('that SES kept a mail back for a complaint of before suppresses, and is no new complaint', async () => {
    expect(await hear(complaint({ complaintSubType: 'OnAccountSuppressionList' }))).toEqual([]);
    expect(await ann()).toMatchObject({ suppressions: [{ reason: 'complaint' }] });
    const { messages } = await get<{ messages: object }>(workspace, '/api/campaigns/offer/results');
    expect(messages).toMatchObject({ complained: 0 });
  });

  const told = [
    ['Delivery', 'delivery', ''],
    ['DeliveryDelay', 'delay', 'TransientCommunicationFailure'],
    ['Reject', 'failure', 'Bad content'],
    ['RenderingFailure', 'failure', 'not present'],
  ].filter(([name = '']) => documentedEvents.includes(name));
  test.each(told)(
    'of the type %s is told, and leaves the person alone',
    async (name = '', type, detail = '') => {
      expect(await hear(sesEvent(name, { tags }))).toEqual([]);
      const about = {
        type,
        message: 'msg_1',
        campaign: 'offer',
        detail: expect.stringContaining(detail),
      };
      expect(await heardOf()).toMatchObject([{ about, transitions: [] }]);
      expect((await ann()).suppressions).toEqual([]);
      expect(await write()).toHaveLength(2);
    },
  );

  test('about an address that the contact has left does not stop the new one', async () => {
    await tell(workspace, identify('ann', 'new@example.com'));
    await hear(bounce('Permanent'));
    expect(await write()).toHaveLength(2);
  });

  test('about a domain outside ASCII, which SES writes in punycode, stops mail to it', async () => {
    await tell(workspace, identify('ann', 'ann@bücher.example'));
    await hear(
      bounce('Permanent', { bouncedRecipients: [{ emailAddress: 'ann@xn--bcher-kva.example' }] }),
    );
    expect(await write()).toEqual([]);
  });

  test('with fields and types that nobody knows yet is read all the same', async () => {
    const news = { added: [1], bounceSubType: 7, bouncedRecipients: 'hidden', timestamp: {} };
    expect(await hear(bounce('Permanent', news))).toEqual([]);
    expect(await heardOf()).toMatchObject([{ about: { address: 'recipient@example.com' } }]);
  });

  const ignored = ['Open', 'Click', 'Subscription'].filter((one) => documentedEvents.includes(one));
  test.each(ignored)('of the type %s is let through and changes nothing', async (name) => {
    const before = await ann();
    expect(await hear(sesEvent(name, { tags }))).toEqual([]);
    expect(await ann()).toEqual(before);
  });
});

describe('feedback', () => {
  test('that comes again changes nothing, even in one batch', async () => {
    await hear(bounce('Permanent'), bounce('Permanent'));
    const { revision } = await ann();
    await hear(bounce('Permanent'));
    expect((await ann()).revision).toBe(revision);
    expect(await heardOf()).toHaveLength(1);
  });

  test('of a complaint does not soften a bounce, whichever comes first', async () => {
    await hear(bounce('Permanent'));
    await hear(complaint());
    expect(await ann()).toMatchObject({ suppressions: [{ reason: 'bounce' }] });
    await tell(workspace, identify('bob'));
    tags = { ...tags, contact: await contactOf(workspace, 'user:bob') };
    await hear(complaint());
    await hear(bounce('Permanent'));
    expect(await get(workspace, '/api/contacts/user:bob')).toMatchObject({
      suppressions: [{ reason: 'bounce' }],
    });
  });

  test('about mail that is not ours is let through', async () => {
    const foreign = bounce('Permanent') as { detail: { mail: { tags?: object } } };
    const { tags: _, ...mail } = foreign.detail.mail;
    const before = await ann();
    const untagged = { ...foreign, detail: { ...foreign.detail, mail } };
    const strange = { ...foreign, detail: { ...foreign.detail, mail: { ...mail, tags: {} } } };
    expect(await hear(untagged, strange)).toEqual([]);
    expect(await ann()).toEqual(before);
  });

  test('about the account calls its owner when mail may not leave any more', async () => {
    const lines = catchLog();
    const news = (name: string) => ({
      source: 'aws.ses',
      'detail-type': name,
      detail: { data: {} },
    });
    expect(await hear(news('Sending Status Enabled'))).toEqual([]);
    expect(lines.join()).not.toContain('Attention');
    expect(await hear(news('Sending Status Disabled'))).toEqual([]);
    expect(lines.join()).toContain('"SesSendingStatusDisabled":1');
    expect(lines.join()).toContain('"Attention":10');
  });

  test('that nobody can read goes back alone, and ends in the dead-letter queue', async () => {
    expect(await hear('not json', bounce('Permanent'), '{"detail":{}}')).toEqual(['0', '2']);
    expect((await ann()).suppressions).toHaveLength(1);
    const { world } = workspace;
    world.queues.send(world.queueOf('feedback'), [{ body: 'not json' }]);
    await world.advance(20 * 60_000);
    expect(world.deadLetters()).toBe(1);
  });
});
