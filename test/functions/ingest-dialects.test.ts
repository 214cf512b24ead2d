// The dialects of Segment's siblings: their addresses, their keys, what their libraries ask for and how they are answered.
import { describe, expect, test } from 'vitest';
import { basic, batchOf, post, track } from '../support/calls.ts';
import { openDoor } from '../support/door.ts';

const calls = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const;
const person = { userId: 'u1', event: 'A', groupId: 'g1', previousId: 'old' };

describe('every call arrives', () => {
  test.each(
    calls.flatMap((call) => [
      [`/v1/${call}`, call, 200],
      [`/v1/${call[0]}`, call, 200],
      [`/api/public/apps/${call}`, call, 204],
      [`/api/s/${call}`, call, 200],
      [`/api/s/s2s/${call}`, call, 200],
    ]) as [string, string, number][],
  )('at %s', async (path, type, statusCode) => {
    const door = openDoor('wk');
    expect(await door.send(post(path, person))).toMatchObject({ statusCode });
    expect(door.events()).toMatchObject([{ type }]);
  });

  test.each([
    ['/v1/batch', 200],
    ['/v1/b', 200],
    ['/v1/batch/', 200],
    ['/v1/import', 200],
    ['/beacon/v1/batch', 200],
    ['/api/public/apps/batch', 204],
  ])('in a batch at %s', async (path, statusCode) => {
    const door = openDoor('wk');
    expect(await door.send(post(path, { batch: batchOf(2) }))).toMatchObject({ statusCode });
    expect(door.events()).toHaveLength(2);
  });
});

test("Dittofeed's library sends its key as the whole header, Jitsu's with a secret", async () => {
  const door = openDoor('wk');
  const keys = [
    { authorization: 'wk' },
    basic('wk:secret'),
    { 'X-Write-Key': 'wk:secret' },
    { 'X-Write-Key': 'wk' },
  ];
  for (const headers of keys)
    expect((await door.send(post('/v1/track', track, headers as never))).statusCode).toBe(200);
});

test('a key of ours that stands after "Basic" as it is, is taken as it is', async () => {
  const door = openDoor('wk_1-a_B');
  for (const authorization of ['Basic wk_1-a_B', 'Basic wk_1-a_B:'])
    expect((await door.send(post('/v1/track', track, { authorization }))).statusCode).toBe(200);
  const other = post('/v1/track', track, { authorization: 'Basic wk_2' });
  expect((await door.send(other)).statusCode).toBe(401);
});

test('of several keys the first counts: header, body, query', async () => {
  const door = openDoor('wk');
  const sent = (header: string, body: string, query: string) =>
    door.send({
      ...post('/v1/track', { ...track, writeKey: body }, basic(`${header}:`)),
      query: { writeKey: query },
    });
  expect((await sent('wk', 'no', 'no')).statusCode).toBe(200);
  expect((await sent('', 'wk', 'no')).statusCode).toBe(200);
  expect((await sent('', '', 'wk')).statusCode).toBe(200);
  expect((await sent('no', 'wk', 'wk')).statusCode).toBe(401);
  expect((await sent('', 'no', 'wk')).statusCode).toBe(401);
});

test("RudderStack's browser library is told of a source that is on and has no destinations", async () => {
  const door = openDoor('wk');
  const headers = { ...basic('wk:'), Origin: 'https://shop.example' };
  const query = { writeKey: 'wk', v: '3.34.1' };
  const answer = await door.send({ method: 'GET', path: '/sourceConfig/', headers, query });
  expect(answer).toMatchObject({
    statusCode: 200,
    headers: { 'access-control-allow-origin': 'https://shop.example' },
  });
  expect(JSON.parse(answer.body).source).toMatchObject({ enabled: true, destinations: [] });
});

test.each(['/sourceConfig/', '/api/s/track', '/api/public/apps/batch', '/beacon/v1/batch'])(
  'a browser that is about to try again at %s may say so in headers',
  async (path) => {
    const asked = 'anonymousid,authorization,content-type,rsa-retry-attempt,sentat';
    const headers = { 'Access-Control-Request-Headers': asked, Origin: 'https://shop.example' };
    const answer = await openDoor().send({ method: 'OPTIONS', path, headers });
    expect(answer).toMatchObject({
      statusCode: 204,
      headers: { 'access-control-allow-headers': asked },
    });
  },
);

test("what is not the clients' stays our own API's", async () => {
  const door = openDoor('wk');
  for (const path of ['/api/public/apps', '/api/public/apps/delete', '/api/s/', '/v1/x', '/v1'])
    expect((await door.send(post(path, track))).statusCode).toBe(404);
});
