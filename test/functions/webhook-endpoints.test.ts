// Endpoints as their owner meets them: what is refused, secrets that change, tests, and one that takes nothing.
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isPublicAddress } from '../../functions/channels/webhook/public-address.ts';
import { type Listening, openListening } from '../support/endpoints.ts';
import { catchLog } from '../support/log-lines.ts';
import { identify, order, tell } from '../support/shop.ts';

const hour = 3_600_000;
const day = 24 * hour;
const events = ['message.sent'] as const;

let listening: Listening;
beforeEach(() => void catchLog());
afterEach(async () => {
  await listening.close();
  vi.restoreAllMocks();
});

let customers = 0;
/** One mail is sent, of which the endpoint is told. */
async function buy(): Promise<void> {
  customers += 1;
  await tell(listening.workspace, identify(`u${customers}`));
  await tell(listening.workspace, order(`u${customers}`));
}

interface Shown {
  readonly enabled: boolean;
  readonly failing?: { readonly lost: number; readonly because: string };
  readonly disabled?: { readonly because: string };
}

const shown = () => listening.about<Shown>('GET');

describe('an endpoint', () => {
  test('shows its secret once, when it is made', async () => {
    listening = await openListening({ events });
    expect(listening.secret).toMatch(/^whsec_/);
    expect(JSON.stringify(await shown())).not.toContain('whsec_');
    const { url } = listening.receiver;
    expect(await listening.about('PUT', '', { url, events })).not.toHaveProperty('secret');
  });

  test.each([
    ['http://hooks.example.com/', 'url'],
    ['https://127.0.0.1/', 'url'],
    ['https://user:pass@hooks.example.com/', 'url'],
    ['https://printer.local/', 'url'],
  ])('at %s is refused', async (url, at) => {
    listening = await openListening({ events });
    expect(await listening.about('PUT', '', { url, events })).toMatchObject({ status: 422, at });
  });

  test('signs by the old secret as well for a day, and then by the new one alone', async () => {
    listening = await openListening({ events });
    const { secret = '' } = await listening.about<{ secret: string }>('POST', '/secrets');
    await listening.workspace.world.advance(hour);
    await buy();
    await listening.workspace.world.advance(day);
    await buy();
    const [first, second] = listening.receiver.received;
    const verify = (by: string, one = first) =>
      new Webhook(by).verify(one?.body ?? '', { ...one?.headers });
    vi.setSystemTime(Number(first?.headers['webhook-timestamp']) * 1_000);
    expect(() => verify(secret)).not.toThrow();
    expect(() => verify(listening.secret)).not.toThrow();
    vi.setSystemTime(Number(second?.headers['webhook-timestamp']) * 1_000);
    expect(() => verify(secret, second)).not.toThrow();
    expect(() => verify(listening.secret, second)).toThrow();
  });
});

describe('a test call', () => {
  test('is signed, is about nobody, and says what came of it', async () => {
    listening = await openListening({ events, answers: [204] });
    expect(await listening.about('POST', '/test', {})).toMatchObject({ state: 'delivered' });
    const [{ body = '', headers = {} } = {}] = listening.receiver.received;
    expect(new Webhook(listening.secret).verify(body, { ...headers })).toMatchObject({
      type: 'message.sent',
      data: { contact: { id: 'con_test' }, test: true },
    });
  });

  test('reaches nothing that is not on the public internet', async () => {
    listening = await openListening({ events, network: { isAllowed: isPublicAddress } });
    expect(await listening.about('POST', '/test', {})).toMatchObject({
      state: 'failed',
      because: 'not on the public internet',
    });
    expect(listening.receiver.connections()).toBe(0);
  });
});

describe('an endpoint that takes nothing', () => {
  test('is tried again under the same id, and its failure is shown until it is over', async () => {
    listening = await openListening({ events, answers: [503, 503, 200] });
    await buy();
    expect(await shown()).toMatchObject({ enabled: true, failing: { lost: 0 } });
    await listening.workspace.world.advance(hour);
    expect(listening.receiver.received).toHaveLength(3);
    const ids = listening.receiver.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(1);
    expect(await shown()).not.toHaveProperty('failing');
  });

  test('loses a notice after a day, and is switched off after five; switched on, it is called again', async () => {
    listening = await openListening({ events, answers: [...Array(16).fill(503), 200] });
    await buy();
    await listening.workspace.world.advance(27 * hour);
    expect(await shown()).toMatchObject({
      enabled: true,
      failing: { lost: 1, because: 'it answered 503' },
    });
    expect(listening.workspace.world.deadLetters()).toBe(0);
    await listening.workspace.world.advance(4 * day);
    await buy();
    expect(await shown()).toMatchObject({
      enabled: false,
      disabled: { because: 'nothing was taken for five days: it answered 503' },
    });
    const before = listening.receiver.received.length;
    await listening.workspace.world.advance(hour);
    await buy();
    expect(listening.receiver.received).toHaveLength(before);
    const { url } = listening.receiver;
    await listening.about('PUT', '', { url, events });
    await listening.workspace.world.advance(hour);
    await buy();
    expect(listening.receiver.received.length).toBeGreaterThan(before);
    expect(await shown()).not.toHaveProperty('disabled');
  });

  test('and says that it is gone is switched off at once', async () => {
    listening = await openListening({ events, answers: [410] });
    await buy();
    expect(await shown()).toMatchObject({
      enabled: false,
      disabled: { because: 'it answered 410: gone' },
    });
  });
});
