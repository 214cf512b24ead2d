// Webhooks at the door: the real function, the real tables, signatures by the standard's own library.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDoor } from '../support/door.ts';
import { catchLog } from '../support/log-lines.ts';
import { hookSource, paid, secretOf, webhook } from '../support/webhooks.ts';

type Door = ReturnType<typeof openDoor>;
const start = Date.UTC(2026, 10, 22, 12);
let door: Door;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  catchLog();
  door = openDoor('wk');
  await door.hooks.change('billing', () => hookSource());
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const later = (time: number) => vi.setSystemTime(Date.now() + time);
const status = async (sent: Parameters<Door['send']>[0]) => (await door.send(sent)).statusCode;

test('a signed webhook is an event of its source', async () => {
  expect(await door.send(webhook(paid))).toMatchObject({ statusCode: 200, body: '{"ok":true}' });
  expect(door.events()).toMatchObject([
    {
      name: 'Invoice Paid',
      email: 'sara@example.com',
      properties: { invoice: 'inv_1', total: 12.5 },
      timestamp: Date.UTC(2026, 10, 22, 9),
      receivedAt: start,
      source: 'standard-webhooks/billing',
    },
  ]);
});

test('sent again, it has the same id; another one has another', async () => {
  for (const id of ['msg_1', 'msg_1', 'msg_2']) await door.send(webhook(paid, { id }));
  const [first, again, other] = door.events();
  expect(again?.id).toBe(first?.id);
  expect(other?.id).not.toBe(first?.id);
});

describe('a webhook is refused with 401, counted, and leaves no event', () => {
  test.each([
    ['wrong signature', webhook(paid, { secret: secretOf(9), at: start }), /not right/],
    ['wrong signature', { ...webhook(paid, { at: start }), body: '{"type":"Other"}' }, /not right/],
    ['stale', webhook(paid, { at: start - 301_000 }), /too old/],
    ['no signature', { ...webhook(paid, { at: start }), headers: {} }, /missing/],
  ])('for %s', async (reason, sent, why) => {
    const answer = await door.send(sent);
    expect(answer.statusCode).toBe(401);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: expect.stringMatching(why) });
    expect(await door.counted()).toEqual({
      'standard-webhooks/billing': {
        [`refused.${reason}`]: 1,
        saidNoAt: start,
        why: expect.stringMatching(why),
      },
    });
    expect(door.events()).toEqual([]);
    expect(await door.quarantine()).toEqual([]);
  });
});

test('a name that nobody has is 404, whatever is asked, and counts as unknown', async () => {
  const names = ['shop', 'Billing', 'billin', 'x'.repeat(64)];
  for (const name of names) expect(await status(webhook(paid, { name }))).toBe(404);
  expect(await door.counted()).toMatchObject({ unknown: { 'refused.unknown name': 4 } });
  expect(Object.keys(await door.counted())).toEqual(['unknown']);
});

test('each refusal is counted at once, whether or not another follows', async () => {
  const stale = webhook(paid, { at: start - 301_000 });
  const forged = webhook(paid, { secret: secretOf(9) });
  for (const sent of [stale, stale, forged, forged, forged, webhook(paid, { name: 'other' })])
    await door.send(sent);
  expect(await door.counted()).toMatchObject({
    'standard-webhooks/billing': { 'refused.stale': 2, 'refused.wrong signature': 3 },
    unknown: { 'refused.unknown name': 1 },
  });
});

test('a flood of refusals is twenty writes a second, and the next one takes along what was held back', async () => {
  const flood = 30;
  for (let sent = 0; sent < flood; sent += 1)
    await door.send(webhook(paid, { secret: secretOf(9) }));
  await door.send(webhook(paid, { name: 'other' }));
  // Besides, the first ten write what came in last.
  const written = door.calls.filter((call) => call === 'dynamodb UpdateItem');
  expect(written).toHaveLength(20 + 10);
  later(1_000);
  await door.send(webhook(paid, { secret: secretOf(9) }));
  expect(await door.counted()).toMatchObject({
    'standard-webhooks/billing': { 'refused.wrong signature': flood + 1 },
    unknown: { 'refused.unknown name': 1 },
  });
});

test('a refusal that cannot be counted is a refusal all the same, and is counted later', async () => {
  await door.send(webhook(paid));
  door.broken.add('dynamodb');
  expect(await status(webhook(paid, { secret: secretOf(9) }))).toBe(401);
  door.broken.clear();
  expect(await status(webhook(paid, { secret: secretOf(9) }))).toBe(401);
  expect(await door.counted()).toMatchObject({
    'standard-webhooks/billing': { 'refused.wrong signature': 2 },
  });
});

test('what is signed but cannot be an event is set aside, without its signature, and counted', async () => {
  expect(await status(webhook({ type: 'Invoice Paid', data: {} }))).toBe(200);
  expect(await door.quarantine()).toMatchObject([
    { source: 'standard-webhooks/billing', reason: expect.stringContaining('Nobody to tie it to') },
  ]);
  expect(await door.counted()).toMatchObject({
    'standard-webhooks/billing': { rejected: 1, why: expect.stringContaining('Nobody') },
  });
  expect(await status(webhook({ type: 'Invoice Paid', data: {} }))).toBe(200);
  expect(await door.counted()).toMatchObject({ 'standard-webhooks/billing': { rejected: 2 } });
  expect(JSON.stringify(await door.aside())).not.toMatch(/signature/i);
});

test.each([
  ['{', 400, 'unreadable'],
  [`{"type":"${'x'.repeat(1024 * 1024)}"}`, 413, 'too large'],
])('a body that is of no use is refused and counted: %.3s', async (body, code, reason) => {
  expect(await status(webhook(body))).toBe(code);
  expect(await door.counted()).toMatchObject({
    'standard-webhooks/billing': { [`refused.${reason}`]: 1 },
  });
});

test.each(['GET', 'OPTIONS', 'PUT'])('%s is no webhook', async (method) => {
  expect(await status({ method, path: '/hooks/billing' })).toBe(405);
  expect(await door.counted()).toEqual({});
});

test('whoever sends is told to come back when nothing is durable, or nobody can be looked up', async () => {
  door.broken.add('dynamodb');
  const sorry = { statusCode: 503, headers: { 'retry-after': '5' } };
  expect(await door.send(webhook(paid))).toMatchObject(sorry);
  door.broken.clear();
  door.broken.add('sqs').add('events');
  expect(await door.send(webhook(paid))).toMatchObject(sorry);
  door.broken.clear();
  expect(await status(webhook(paid))).toBe(200);
});

describe('secrets', () => {
  const both = [
    { id: 'sec_1', secret: secretOf(1), addedAt: 0, retiresAt: start + 60_000 },
    { id: 'sec_2', secret: secretOf(2), addedAt: 0 },
  ];

  test('are good side by side until the first retires', async () => {
    await door.hooks.change('billing', () => hookSource({ secrets: both }));
    for (const byte of [1, 2])
      expect(await status(webhook(paid, { secret: secretOf(byte) }))).toBe(200);
    later(60_000);
    expect(await status(webhook(paid, { secret: secretOf(1) }))).toBe(401);
    expect(await status(webhook(paid, { secret: secretOf(2) }))).toBe(200);
  });

  test('that are taken away are good for half a minute at the most', async () => {
    expect(await status(webhook(paid))).toBe(200);
    await door.hooks.change('billing', () => hookSource({ secrets: both.slice(1) }));
    later(30_000);
    expect(await status(webhook(paid))).toBe(401);
  });

  test('that are not there let nobody in', async () => {
    await door.hooks.change('billing', () => hookSource({ secrets: [] }));
    expect(await status(webhook(paid))).toBe(401);
  });

  test('are looked up once in half a minute, and a name that nobody has once in seconds', async () => {
    const made = door.calls.filter((call) => call === 'dynamodb GetItem').length;
    for (const name of ['billing', 'billing', 'none', 'none'])
      await door.send(webhook(paid, { name }));
    expect(door.calls.filter((call) => call === 'dynamodb GetItem')).toHaveLength(made + 2);
    await door.hooks.change('none', () => hookSource({ name: 'none' }));
    later(5_000);
    expect(await status(webhook(paid, { name: 'none' }))).toBe(200);
  });
});

test('a source of a kind that is gone is unknown', async () => {
  await door.hooks.change('billing', () => hookSource({ kind: 'gone' }));
  expect(await status(webhook(paid))).toBe(404);
});
