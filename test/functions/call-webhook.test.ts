// One call by itself: whom it must not be made about, and what must be there to make it.
import { beforeEach, expect, test, vi } from 'vitest';
import type { Answer } from '../../functions/channels/webhook/post.ts';
import type { Call } from '../../functions/order-ports.ts';
import type { TimelineRow } from '../../functions/ports.ts';
import { type CallPorts, callWebhooks } from '../../functions/use-cases/call-webhook.ts';
import { newContact } from '../../workflows/model/contact.ts';
import { catchLog } from '../support/log-lines.ts';

const now = Date.UTC(2026, 0, 5, 9);
const minute = 60_000;
const call = (more: Partial<Call> = {}, id = 'whk_1'): Call => ({
  order: {
    kind: 'webhook',
    id,
    url: 'https://hooks.example.com/s3cret',
    data: {},
    contact: 'con_1',
    campaign: 'leads',
    enrollment: 'enr_1',
    step: 'webhook',
    at: now - minute,
    hops: 1,
  },
  attempts: 0,
  due: now,
  ...more,
});

let rows: TimelineRow[];
let sent: Call[][];
beforeEach(() => {
  rows = [];
  sent = [];
});

function ports(answer: Answer, more: Partial<CallPorts> = {}) {
  const known = new Map([['con_1', { contact: newContact('con_1'), outbox: [] }]]);
  const webhookSecrets = [`whsec_${Buffer.alloc(32, 1).toString('base64')}`];
  const organization = { name: '', address: '' };
  return {
    contacts: { load: async () => known },
    settings: { get: async () => ({ organization, signingKeys: [], webhookSecrets }) },
    endpoints: { get: async () => [], read: async () => [], change: async () => {} },
    timeline: { put: async (put: readonly TimelineRow[]) => void rows.push(...put) },
    calls: { send: async (calls: readonly Call[]) => void sent.push([...calls]) },
    post: vi.fn(async () => answer),
    hash: () => 'a',
    now: () => now,
    ...more,
  };
}
const run = (given: CallPorts, ...calls: readonly Call[]) =>
  callWebhooks(
    given,
    calls.map((one, index) => ({ id: String(index), call: one })),
  );
const ok: Answer = { kind: 'answered', status: 200 };

test('nobody is told about a person who is gone', async () => {
  const given = ports(ok, { contacts: { load: async () => new Map() } });
  expect(await run(given, call())).toEqual([]);
  expect(given.post).not.toHaveBeenCalled();
  expect(rows).toMatchObject([{ about: { state: 'skipped', because: 'no such contact' } }]);
});

test('calls that are not due go back in one piece, and nobody is called', async () => {
  const given = ports(ok);
  const early = [1, 2, 3].map((n) => call({ due: now + n * minute }, `whk_${n}`));
  expect(await run(given, ...early)).toEqual([]);
  expect(sent).toEqual([early]);
  expect(given.post).not.toHaveBeenCalled();
});

test('a call waits as long as the server asks for, within a quarter of a day', async () => {
  for (const [retryAfter, least] of [
    [1, 5_000],
    [600, 10 * minute],
    [999_999, 360 * minute],
  ] as const) {
    sent = [];
    await run(ports({ kind: 'answered', status: 429, retryAfter }), call());
    const due = sent.flat()[0]?.due ?? 0;
    expect(due - now).toBeGreaterThanOrEqual(least);
    expect(due - now).toBeLessThanOrEqual(least * 1.1);
  }
});

test('without a secret nobody is called, and the queue brings the call back', async () => {
  const lines = catchLog();
  const organization = { name: '', address: '' };
  const settings = { get: async () => ({ organization, signingKeys: [] }) };
  const given = ports(ok, { settings });
  expect(await run(given, call())).toEqual(['0']);
  expect(given.post).not.toHaveBeenCalled();
  expect(JSON.stringify(lines)).not.toContain('s3cret');
});

test('one that fails holds up none of the others', async () => {
  catchLog();
  const post = vi.fn(async ({ url }: { readonly url: string }): Promise<Answer> => {
    if (url.includes('broken')) throw new Error('broken');
    return ok;
  });
  const broken = call();
  const order = { ...broken.order, url: 'https://broken.example.com/' };
  const calls = [call({}, 'whk_a'), { ...broken, order }, call({}, 'whk_b')];
  expect(await run(ports(ok, { post }), ...calls)).toEqual(['1']);
  expect(rows.map(({ id }) => id).sort()).toEqual(['whk_a', 'whk_b']);
});
