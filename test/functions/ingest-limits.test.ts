import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { basic, batchOf, post, track } from '../support/calls.ts';
import { openDoor } from '../support/door.ts';

test('gzip is known by its bytes, whatever its label', async () => {
  const door = openDoor('wk');
  const answer = await door.send({
    path: '/v1/batch',
    headers: { ...basic('wk:'), 'content-type': 'application/x-www-form-urlencoded' },
    body: gzipSync(JSON.stringify({ batch: batchOf(3) })),
  });
  expect(answer.statusCode).toBe(200);
  expect(door.events()).toHaveLength(3);
});

test.each([
  ['an empty body', ''],
  ['broken JSON', '{"a":'],
  ['NaN', '{"event":"A","properties":{"x":NaN}}'],
  ['an array', '[]'],
  ['null', 'null'],
  ['a number', '7'],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['broken gzip', Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5])],
  ['cut gzip', gzipSync(JSON.stringify(track)).subarray(0, 30)],
  [
    'an event of more than 32 KB',
    JSON.stringify({ ...track, properties: { x: 'x'.repeat(33_000) } }),
  ],
  ['ten megabytes', Buffer.alloc(10_000_000, 'x')],
  ['a gzip bomb', gzipSync(Buffer.alloc(50_000_000))],
  ['a quarter of a million brackets', '['.repeat(30_000)],
])('%s is refused with 400 and a reason', async (_, body) => {
  const door = openDoor('wk');
  const answer = await door.send({ path: '/v1/track', headers: basic('wk:'), body });
  expect(answer.statusCode).toBe(400);
  expect(JSON.parse(answer.body).error).toMatch(/^The body/);
});

test('a batch of more than 500 KB is refused', async () => {
  const door = openDoor('wk');
  const batch = batchOf(520, { properties: { x: 'x'.repeat(1000) } });
  expect((await door.send(post('/v1/batch', { batch }))).statusCode).toBe(400);
  expect((await door.send(post('/v1/batch', { batch: 'x' }))).statusCode).toBe(400);
});

test('one event that makes its batch too large is set aside, and costs no other', async () => {
  const door = openDoor('wk');
  const huge = { ...track, properties: { x: 'x'.repeat(700_000) } };
  const answer = await door.send(post('/v1/batch', { batch: [...batchOf(2), huge] }));
  expect(answer.statusCode).toBe(200);
  expect(door.events()).toHaveLength(2);
  expect(await door.quarantine()).toMatchObject([{ reason: 'Larger than 32 KB' }]);
});

test('a batch is measured in letters, as clients measure it before they send', async () => {
  const door = openDoor('wk');
  const batch = batchOf(40, { properties: { note: 'سلام'.repeat(2_500) } });
  expect(JSON.stringify({ batch }).length).toBeLessThan(500 * 1024);
  expect((await door.send(post('/v1/batch', { batch }))).statusCode).toBe(200);
  expect(door.events()).toHaveLength(40);
});

test('an event nested without end is set aside, and costs no other its long ids', async () => {
  const door = openDoor('wk');
  const deep = `{"type":"track","event":"A","userId":"u","properties":{"x":${'['.repeat(9_000)}${']'.repeat(9_000)}}}`;
  const long = `{"type":"track","event":"A","userId":12345678901234567890}`;
  const body = `{"batch":[${deep},${long}]}`;
  const answer = await door.send({ path: '/v1/batch', headers: basic('wk:'), body });
  expect(answer.statusCode).toBe(200);
  expect(door.events()).toMatchObject([{ user: '12345678901234567890' }]);
  expect(await door.quarantine()).toMatchObject([{ reason: 'Nested deeper than 20 levels.' }]);
});

test('what all events of a batch share must not be larger than one of them', async () => {
  const door = openDoor('wk');
  const context = { page: { title: 'x'.repeat(40_000) } };
  const answer = await door.send(post('/v1/batch', { batch: batchOf(2), context }));
  expect(answer.statusCode).toBe(200);
  expect(await door.quarantine()).toMatchObject([
    { reason: 'What all events share is over 32 KB' },
  ]);
});

test('a batch of more than 2,500 events is acknowledged, set aside whole and shown', async () => {
  const door = openDoor('wk');
  const answer = await door.send(
    post('/v1/batch', {
      batch: Array.from({ length: 2501 }, () => ({ type: 'track', event: 'A', userId: 'u' })),
    }),
  );
  expect(answer.statusCode).toBe(200);
  expect(door.events()).toEqual([]);
  expect(await door.quarantine()).toMatchObject([{ reason: 'More than 2500 events' }]);
});

test('what a batch says once holds for each of its items, which may say otherwise', async () => {
  const door = openDoor('wk');
  const context = { traits: { email: 'all@example.com' } };
  const own = { context: { traits: { email: 'own@example.com' } } };
  const locale = { context: { locale: 'fa' } };
  const batch = [track, { ...track, ...own }, { ...track, ...locale }];
  await door.send(post('/v1/batch', { batch, context }));
  expect(door.events().map(({ email }) => email)).toEqual([
    'all@example.com',
    'own@example.com',
    'all@example.com',
  ]);
});

test('so do its integrations', async () => {
  const door = openDoor('wk');
  const integrations = { All: false, Mail: true };
  const own = { ...track, integrations: { Mail: false } };
  await door.send(post('/v1/batch', { batch: [track, own], integrations }));
  expect(door.events().map(({ properties }) => properties)).toEqual([
    { context: { integrations } },
    { context: { integrations: { All: false, Mail: false } } },
  ]);
});

test('one bad event is set aside with its reason and its neighbors are taken', async () => {
  const door = openDoor('wk');
  const bad = { type: 'track', userId: 'u1', event: 7 };
  const answer = await door.send(post('/v1/batch', { batch: [...batchOf(2), bad, 'x', null] }));
  expect(answer.statusCode).toBe(200);
  expect(door.events()).toHaveLength(2);
  const [kept] = await door.quarantine();
  expect(kept).toMatchObject({ source: 'segment/site', truncated: false });
  expect(kept?.rejected.map(({ reason }) => reason)).toEqual([
    'event must be text, it is a number.',
    'item must be an object, it is text.',
    'item must be an object, it is null.',
  ]);
  expect(JSON.parse(kept?.rejected[0]?.raw ?? '')).toMatchObject(bad);
});

test('an event that grows beyond 32 KB when written out is set aside', async () => {
  const door = openDoor('wk');
  const growing = `{"type":"track","event":"A","userId":"u","properties":{"x":[${'1e20,'.repeat(6000)}0]}}`;
  const answer = await door.send({ path: '/v1/track', headers: basic('wk:'), body: growing });
  expect(answer.statusCode).toBe(200);
  expect(door.events()).toEqual([]);
  expect(await door.quarantine()).toMatchObject([{ reason: 'Larger than 32 KB' }]);
});

test('bad events that cannot be compressed are kept as far as an item of the table goes', async () => {
  const door = openDoor('wk');
  const noise = () =>
    Buffer.from(crypto.getRandomValues(new Uint8Array(23_300))).toString('base64');
  const batch = Array.from({ length: 16 }, () => ({ type: 'nothing', noise: noise() }));
  expect((await door.send(post('/v1/batch', { batch }))).statusCode).toBe(200);
  expect(await door.quarantine()).toMatchObject([{ truncated: true }]);
});
