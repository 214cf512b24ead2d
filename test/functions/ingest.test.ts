import { expect, test } from 'vitest';
import { basic, batchOf, post, track } from '../support/calls.ts';
import { openDoor } from '../support/door.ts';

test('an event is in the inbox before it is acknowledged', async () => {
  const door = openDoor('wk');
  const answer = await door.send(post('/v1/track', track));
  expect(answer).toMatchObject({ statusCode: 200, body: '{"success":true}' });
  expect(door.inbox()).toMatchObject([{ events: [{ id: 'm1', name: 'Order Completed' }] }]);
});

test('nine events go through the queue, ten go straight on the bus', async () => {
  const door = openDoor('wk');
  await door.send(post('/v1/batch', { batch: batchOf(9) }));
  expect(door.calls).toEqual(['dynamodb GetItem', 'sqs SendMessage']);
  await door.send(post('/v1/batch', { batch: batchOf(10) }));
  expect(door.calls.slice(2)).toEqual(['events PutEvents']);
  expect(door.entries).toMatchObject([
    { Source: 'perennial.ingest', DetailType: 'Events Received' },
  ]);
});

test('what the bus does not take goes to the inbox, and the other way round', async () => {
  const door = openDoor('wk');
  door.broken.add('events');
  await door.send(post('/v1/batch', { batch: batchOf(12) }));
  expect(door.inbox().flatMap(({ events }) => events)).toHaveLength(12);
  door.broken.clear();
  door.broken.add('sqs');
  await door.send(post('/v1/track', track));
  expect(door.onBus().flatMap(({ events }) => events)).toHaveLength(1);
});

test('when nothing can be made durable the client is told to come back', async () => {
  const door = openDoor('wk');
  door.broken.add('events').add('sqs');
  const answer = await door.send(post('/v1/batch', { batch: batchOf(12) }));
  expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect(answer.headers['access-control-expose-headers']).toBe('retry-after, x-ratelimit-reset');
});

test('when keys cannot be looked up no event is refused for its key', async () => {
  const door = openDoor('wk');
  door.broken.add('dynamodb');
  expect((await door.send(post('/v1/track', track))).statusCode).toBe(503);
  door.broken.clear();
  expect((await door.send(post('/v1/track', track))).statusCode).toBe(200);
});

test('a bad event that cannot be quarantined is not acknowledged', async () => {
  const door = openDoor('wk');
  await door.send(post('/v1/track', track));
  door.broken.add('dynamodb');
  const answer = await door.send(post('/v1/track', { userId: 'u1' }));
  expect(answer.statusCode).toBe(503);
});

test.each([
  ['basic auth', basic('wk:'), {}, {}],
  ['basic auth without the colon', basic('wk'), {}, {}],
  ['the body', {}, { writeKey: 'wk' }, {}],
  ['the query', {}, {}, { writeKey: 'wk' }],
  ['a header', { 'X-Write-Key': 'wk:secret' }, {}, {}],
])('the write key may come in %s', async (_, headers, fields, query) => {
  const door = openDoor('wk');
  const sent = post('/v1/track', { ...track, ...fields }, headers as never);
  expect((await door.send({ ...sent, query })).statusCode).toBe(200);
});

test('an unknown key gets 401 in JSON and leaves nothing behind', async () => {
  const door = openDoor('wk');
  const answer = await door.send(post('/v1/track', track, basic('other:')));
  expect(answer.statusCode).toBe(401);
  expect(JSON.parse(answer.body)).toMatchObject({ success: false });
  expect(door.events()).toEqual([]);
  const none = await door.send({ path: '/v1/track', body: JSON.stringify(track) });
  expect(none.statusCode).toBe(401);
});

test('a known key is looked up once, an unknown one not for each request', async () => {
  const door = openDoor('wk');
  for (const key of ['wk:', 'wk:', 'no:', 'no:']) await door.send(post('/v1/t', track, basic(key)));
  expect(door.calls.filter((call) => call === 'dynamodb GetItem')).toHaveLength(2);
});

test('a preflight is answered before any key is looked at', async () => {
  const door = openDoor();
  const headers = { Origin: 'https://shop.example' };
  const answer = await door.send({ method: 'OPTIONS', path: '/v1/t', headers });
  expect(answer).toMatchObject({
    statusCode: 204,
    headers: {
      'access-control-allow-origin': 'https://shop.example',
      'access-control-allow-methods': 'POST,GET,OPTIONS',
      'access-control-max-age': '86400',
    },
  });
  expect(answer.headers['access-control-allow-headers']).toContain('authorization');
  expect(door.calls).toEqual([]);
});

test('pages of any origin may read every answer', async () => {
  const door = openDoor('wk');
  const headers = { ...basic('wk:'), Origin: 'https://shop.example' };
  const bodies = [JSON.stringify(track), '{', ''];
  for (const body of bodies) {
    const answer = await door.send({ path: '/v1/t', headers, body });
    expect(answer.headers['access-control-allow-origin']).toBe('https://shop.example');
  }
});

test('the door says what it is, and 404 for what it does not know', async () => {
  const door = openDoor('wk');
  const root = await door.send({ method: 'GET', path: '/' });
  expect(root).toMatchObject({ statusCode: 200, body: '{"perennial":"ingest"}' });
  const unknown = await door.send({ path: '/v2/track', body: '{}' });
  expect(unknown.statusCode).toBe(404);
  expect(JSON.parse(unknown.body)).toHaveProperty('error');
  expect((await door.send({ method: 'GET', path: '/v1/track' })).statusCode).toBe(405);
  expect((await door.send({ path: '/v1/projects/wk/settings', body: '{}' })).statusCode).toBe(405);
});

test('the browser library gets settings that name its key and this host', async () => {
  const door = openDoor('wk');
  const answer = await door.send({
    method: 'GET',
    path: '/v1/projects/wk/settings',
    headers: { Host: 'crm.example', 'X-Forwarded-Proto': 'https' },
  });
  expect(JSON.parse(answer.body)).toMatchObject({
    integrations: {
      'Segment.io': { apiKey: 'wk', apiHost: 'crm.example/v1', protocol: 'https' },
    },
  });
});
