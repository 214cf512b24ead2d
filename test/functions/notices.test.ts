// What registered servers are told: of messages and wishes, signed as two libraries of others verify it, and nothing of the
// person that was not asked for.
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { afterEach, describe, expect, test } from 'vitest';
import { noticeTypes } from '../../functions/notice-ports.ts';
import { type Listening, openListening } from '../support/endpoints.ts';
import { hearAll } from '../support/feedback-queue.ts';
import { sesEvent } from '../support/ses-events.ts';
import {
  abandon,
  get,
  identify,
  order,
  type Row,
  tell,
  timeline,
  unsubscribe,
} from '../support/shop.ts';

let listening: Listening;
afterEach(() => listening.close());

interface Told {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const told = () => listening.receiver.received.map(({ body }) => JSON.parse(body) as Told);
const types = () => told().map(({ type }) => type);
const ids = () => listening.receiver.received.map(({ headers }) => headers['webhook-id']);

/** Ann, who has bought something and got the receipt; as the tags of that mail name her. */
async function buy() {
  const { workspace } = listening;
  await tell(workspace, identify('ann', 'ann@example.com'));
  await tell(workspace, order('ann'));
  const rows: Row[] = await timeline(workspace, 'user:ann');
  const [message = ''] = rows.flatMap(({ messages }) => Object.keys(messages));
  const { id: contact } = await get<{ id: string }>(workspace, '/api/contacts/user:ann');
  return { message, contact, campaign: 'receipt', template: 'mail' };
}

const recipients = [{ emailAddress: 'ann@example.com' }];

test('a bounce is told with ids and the reason, and two libraries of others verify it', async () => {
  listening = await openListening({ events: ['message.bounced'] });
  const tags = await buy();
  await hearAll(
    listening.workspace,
    sesEvent('Bounce', { tags, part: { bouncedRecipients: recipients } }),
  );
  await listening.workspace.world.quiet();
  const [{ headers = {}, body = '' } = {}] = listening.receiver.received;
  const said = {
    type: 'message.bounced',
    timestamp: '2017-08-05T00:41:02.669Z',
    data: {
      contact: { id: tags.contact },
      ...{ message: tags.message, campaign: 'receipt', template: 'mail' },
      ...{ reason: 'General', bounce: 'permanent' },
    },
  };
  expect(JSON.parse(body)).toEqual(said);
  expect(new Webhook(listening.secret).verify(body, { ...headers })).toEqual(said);
  expect(() => new SvixWebhook(listening.secret).verify(body, { ...headers })).not.toThrow();
  expect(headers['webhook-id']).toMatch(/^evt_/);
});

test('all that happens is told to whoever wants all of it, each once and under an id of its own', async () => {
  listening = await openListening({ events: noticeTypes });
  const tags = await buy();
  const { workspace } = listening;
  const complaint = sesEvent('Complaint', { tags, part: { complainedRecipients: recipients } });
  const delivery = sesEvent('Delivery', { tags });
  await hearAll(workspace, delivery, complaint);
  await hearAll(workspace, complaint, delivery);
  await tell(workspace, abandon('ann'));
  const expected = ['complained', 'delivered', 'sent', 'withheld'].map((what) => `message.${what}`);
  expect(types().sort()).toEqual(expected);
  expect(new Set(ids()).size).toBe(ids().length);
  expect(told().find(({ type }) => type === 'message.withheld')?.data).toMatchObject({
    ...{ campaign: 'offer', reason: 'suppressed' },
    message: expect.stringMatching(/^msg_/),
  });
});

test('a wish that is taken back is told', async () => {
  listening = await openListening({ events: ['contact.unsubscribed'] });
  await buy();
  await tell(listening.workspace, abandon('ann'));
  await unsubscribe(listening.workspace, 'ann@example.com');
  await listening.workspace.world.quiet();
  expect(told()).toMatchObject([
    { type: 'contact.unsubscribed', data: { method: 'one_click_unsubscribe' } },
  ]);
});

test('the address is told only where the owner asked for it', async () => {
  for (const include of [[], ['email']] as const) {
    listening = await openListening({ events: ['message.sent'], include });
    await buy();
    const [{ body = '' } = {}] = listening.receiver.received;
    expect(body.includes('ann@example.com')).toBe(include.length > 0);
    if (include.length === 0) await listening.close();
  }
});

describe('nothing is told', () => {
  test('where nobody is registered for it, and nothing is put into the queue', async () => {
    listening = await openListening({ events: ['message.failed'] });
    await buy();
    const queued = listening.workspace.world.calls.filter(({ what }) =>
      what.endsWith('SendMessageBatch'),
    );
    const { world } = listening.workspace;
    expect(listening.receiver.received).toEqual([]);
    expect(queued.length).toBeGreaterThan(0);
    expect(world.queues.counts(world.queueOf('webhook'))).toMatchObject({ visible: 0 });
  });

  test('to an endpoint that is switched off or was taken away', async () => {
    listening = await openListening({ events: ['message.sent'] });
    const { url } = listening.receiver;
    await listening.about('PUT', '', { url, events: ['message.sent'], enabled: false });
    await listening.workspace.world.advance(60_000);
    await buy();
    expect(listening.receiver.received).toEqual([]);
    expect(await listening.about('DELETE')).toMatchObject({ status: 204 });
    expect(await listening.about('GET')).toMatchObject({ status: 404 });
  });
});
