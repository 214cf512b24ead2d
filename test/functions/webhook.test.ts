// Webhooks through the whole system: a step asks for a call, and somebody else's server gets it, signed, until it has
// been taken or a day is over.
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Network } from '../../functions/channels/webhook/post.ts';
import { isPublicAddress } from '../../functions/channels/webhook/public-address.ts';
import { openLeads, qualify, rowsOf, webhookThrough } from '../support/leads.ts';
import { catchLog } from '../support/log-lines.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';
import { call } from '../support/sender.ts';
import { get } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const minute = 60_000;
const hour = 60 * minute;

let receiver: Receiver;
let workspace: Workspace;
beforeEach(() => void catchLog());
afterEach(async () => {
  workspace.world.close();
  await receiver.close();
  vi.restoreAllMocks();
});

interface Opened {
  readonly answers?: readonly number[];
  readonly network?: Partial<Network>;
}

/** A server that answers with each status in turn, and then with the last. */
async function open({ answers = [200], network = {} }: Opened = {}) {
  receiver = await openReceiver((response, _, count) => {
    response.writeHead(answers[Math.min(count, answers.length) - 1] ?? 200).end();
  });
  const body = { plan: '{{ person.plan }}', total: '{{ event.total }}' };
  const steps = [{ webhook: { url: receiver.url, body } }];
  const replaced = { webhook: webhookThrough({ ...receiver.network, ...network }) };
  workspace = await openLeads([{ event: 'Lead Qualified', steps }], { replaced });
}

const secrets = async () =>
  (await get<{ secrets: string[] }>(workspace, '/api/webhook-secrets')).secrets;
const calls = async () => (await rowsOf(workspace, 'webhook')).map(({ about }) => about);
const first = () => receiver.received[0] ?? expect.unreachable('Nobody called');
const waited = () =>
  receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']) * 1000);

describe('a webhook step', () => {
  test('calls the server, which can tell that it was us', async () => {
    await open();
    await qualify(workspace);
    expect(receiver.received).toHaveLength(1);
    const { headers, body } = first();
    const [secret = ''] = await secrets();
    const said = new Webhook(secret).verify(body, { ...headers });
    expect(said).toMatchObject({
      type: 'contact.reached_step',
      timestamp: new Date(workspace.world.now()).toISOString(),
      data: {
        contact: { id: expect.stringMatching(/^con_/), user_id: 'ann' },
        campaign: 'leads-0',
        enrollment: expect.stringMatching(/^enr_/),
        step: 'webhook',
        plan: 'pro',
        total: 99,
      },
    });
    expect(body).not.toMatch(/ann@example.com|stays/);
    expect(headers['webhook-id']).toMatch(/^whk_/);
  });

  test('tells the timeline that it was taken, by which server, and not where on it', async () => {
    await open();
    await qualify(workspace);
    const server = new URL(receiver.url).host;
    expect(await calls()).toEqual([
      {
        state: 'delivered',
        status: 200,
        attempts: 1,
        campaign: 'leads-0',
        step: 'webhook',
        server,
      },
    ]);
  });

  test('calls once for everybody who reaches it', async () => {
    await open();
    await qualify(workspace);
    await qualify(workspace);
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(2);
  });

  test('is signed by the secret before as well, while receivers learn a new one', async () => {
    await open();
    const [old = ''] = await secrets();
    const post = { method: 'POST', path: '/api/webhook-secrets' };
    await call(workspace.world, workspace.keys.adminToken, post);
    await workspace.world.advance(2 * minute);
    await qualify(workspace);
    const both = await secrets();
    expect(both).toEqual([expect.stringMatching(/^whsec_/), old]);
    const { headers, body } = first();
    for (const secret of both)
      expect(() => new Webhook(secret).verify(body, { ...headers })).not.toThrow();
    await call(workspace.world, workspace.keys.adminToken, post);
    expect(await secrets()).not.toContain(old);
  });
});

describe('a server that cannot answer', () => {
  test.each([500, 503, 429, 408])('with %d is asked again, under the same id', async (status) => {
    await open({ answers: [status, status, 200] });
    await qualify(workspace);
    await workspace.world.advance(10 * minute);
    expect(receiver.received).toHaveLength(3);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(await calls()).toMatchObject([{ state: 'delivered', attempts: 3 }]);
  });

  test('is asked after 5 s, 5 min, 30 min, 2, 5, 10 and 6 h, each a little later', async () => {
    await open({ answers: [503] });
    await qualify(workspace);
    await workspace.world.advance(27 * hour);
    const times = waited();
    const pauses = times.slice(1, 8).map((at, index) => at - (times[index] ?? 0));
    const expected = [5_000, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 6 * hour];
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual((expected[index] ?? 0) - 1_000);
      expect(pause).toBeLessThanOrEqual((expected[index] ?? 0) * 1.1 + 2_000);
    }
  });

  test('for a day leaves the call in the dead-letter queue, and the timeline knows', async () => {
    await open({ answers: [503] });
    await qualify(workspace);
    await workspace.world.advance(23 * hour);
    expect(await calls()).toEqual([]);
    await workspace.world.advance(4 * hour);
    expect(workspace.world.deadLetters()).toBe(1);
    expect(await calls()).toMatchObject([{ state: 'failed', status: 503, attempts: 8 }]);
  });

  test('or cannot be found, says so in the end', async () => {
    await open({ network: { resolve: async () => [] } });
    await qualify(workspace);
    await workspace.world.advance(27 * hour);
    expect(workspace.world.deadLetters()).toBe(1);
    expect(await calls()).toMatchObject([{ state: 'failed', because: 'ENOTFOUND' }]);
  });
});

describe('a call is made once and never again', () => {
  test.each([
    [410, 'gone: take this step out'],
    [400, 'the server refuses it'],
    [401, 'the server refuses it'],
    [302, 'redirects are not followed'],
  ])('when the server answers %d: %s', async (status, because) => {
    await open({ answers: [status] });
    await qualify(workspace);
    await workspace.world.advance(27 * hour);
    expect(receiver.received).toHaveLength(1);
    expect(await calls()).toMatchObject([{ state: 'failed', status, because, attempts: 1 }]);
    expect(workspace.world.deadLetters()).toBe(0);
  });

  test('when its name leads to a machine of ours', async () => {
    await open({ network: { isAllowed: isPublicAddress } });
    await qualify(workspace);
    await workspace.world.advance(27 * hour);
    expect(receiver.connections()).toBe(0);
    expect(await calls()).toMatchObject([
      { state: 'failed', because: 'not on the public internet', attempts: 1 },
    ]);
    expect(workspace.world.deadLetters()).toBe(0);
  });
});
