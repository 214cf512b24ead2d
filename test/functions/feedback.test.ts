// Feedback: what SES says of our mails becomes evidence or a fact about the contact, once, in whatever order it comes.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { documentedEvents, sesEvent, type Tags } from '../support/ses-events.ts';
import {
  abandon,
  contactOf,
  get,
  identify,
  mailed,
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

const recipients = [{ emailAddress: 'Ann@example.com' }];
const bounce = (type: string, part: object = {}) =>
  sesEvent('Bounce', { tags, part: { bounceType: type, bouncedRecipients: recipients, ...part } });
const complaint = (part: object = {}) =>
  sesEvent('Complaint', { tags, part: { complainedRecipients: recipients, ...part } });

/** Hands events over as the queue would, in one batch; answers the ids of those that failed. */
async function hear(...events: readonly (object | string)[]): Promise<string[]> {
  const Records = events.map((event, at) => ({
    messageId: String(at),
    body: typeof event === 'string' ? event : JSON.stringify(event),
  }));
  const { batchItemFailures } = (await workspace.world.invoke('feedback', { Records })) as {
    batchItemFailures: { itemIdentifier: string }[];
  };
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

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

  test.each(['Transient', 'Undetermined'])(
    'of a bounce that is %s changes nothing',
    async (type) => {
      const before = await ann();
      expect(await hear(bounce(type))).toEqual([]);
      expect(await ann()).toEqual(before);
      expect(await write()).toHaveLength(2);
    },
  );

  test('that somebody complained stops offers, and receipts still pass', async () => {
    expect(await hear(complaint())).toEqual([]);
    expect(await ann()).toMatchObject({ suppressions: [{ reason: 'complaint' }] });
    expect(await write()).toEqual(['Order 1']);
  });

  test('that somebody took a complaint back is no complaint', async () => {
    await hear(complaint({ complaintFeedbackType: 'not-spam' }));
    expect((await ann()).suppressions).toEqual([]);
  });

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

  const others = documentedEvents.filter((one) => !['Send', 'Bounce', 'Complaint'].includes(one));
  test.each(others)('of the type %s is let through and changes nothing', async (name) => {
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

  test('that nobody can read goes back alone, and ends in the dead-letter queue', async () => {
    expect(await hear('not json', bounce('Permanent'), '{"detail":{}}')).toEqual(['0', '2']);
    expect((await ann()).suppressions).toHaveLength(1);
    const { world } = workspace;
    world.queues.send(world.queueOf('feedback'), [{ body: 'not json' }]);
    await world.advance(20 * 60_000);
    expect(world.deadLetters()).toBe(1);
  });
});

describe('mail to the simulator', () => {
  const write = async (address: string) => {
    await tell(workspace, identify('sim', address));
    await tell(workspace, abandon('sim'));
    await workspace.world.advance(60_000);
    await tell(workspace, abandon('sim'), order('sim'));
    return (await mailed(workspace)).length;
  };

  test.each([
    ['bounce', 1],
    ['suppressionlist', 1],
    ['complaint', 2],
    ['ooto', 3],
    ['success', 3],
  ])('%s@ gets %i mails', async (mailbox, count) => {
    expect(await write(`${mailbox}@simulator.amazonses.com`)).toBe(count);
  });
});
