// What holds for everything anyone can send as a Segment call: stated once, for the short run and for the long one.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect } from 'vitest';
import { segment } from '../../functions/sources/segment/segment.ts';
import { event } from '../../workflows/model/event.ts';
import {
  check,
  context,
  integrations,
  now,
  odd,
  request,
  segmentItem,
  value,
} from './arbitrary-requests.ts';
import { basic } from './calls.ts';
import { openDoor, type Sent } from './door.ts';

const day = 86_400_000;

/** Every item of a batch is either a valid event or set aside: none is lost and none comes twice. */
export const itemsAreTakenOrSetAside = (runs: number) =>
  check(
    fc.asyncProperty(
      fc.array(fc.oneof(segmentItem, value), { maxLength: 3 }),
      fc.record({ context, integrations, sentAt: odd }, { requiredKeys: [] }),
      async (batch, shared) => {
        const body = JSON.stringify({ ...shared, batch });
        const { events, rejected } = await segment.read(request('/v1/batch', body));
        expect(events.length + rejected.length).toBe(batch.length);
        for (const taken of events) {
          expect(event.safeParse(taken).success).toBe(true);
          expect(taken.timestamp).toBeGreaterThanOrEqual(0);
          expect(taken.timestamp).toBeLessThanOrEqual(now + day);
        }
        for (const { reason } of rejected) expect(reason).not.toBe('');
      },
    ),
    runs,
  );

const good = '{"type":"track","event":"Order Completed","userId":9007199254740993}';
const nested = fc.integer({ min: 1, max: 20_000 }).map((depth) => {
  const lists = `${'['.repeat(depth)}${']'.repeat(depth)}`;
  return `{"type":"track","event":"A","userId":"u","properties":{"x":${lists}}}`;
});
const huge = fc.nat({ max: 600_000 }).map((size) => `{"type":"page","name":"${'x'.repeat(size)}"}`);

/** Whatever else is in its batch, a good event is taken as it is. */
export const neighborsAreTaken = (runs: number) =>
  check(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          { weight: 40, arbitrary: segmentItem.map((one) => JSON.stringify(one)) },
          { weight: 1, arbitrary: nested },
          { weight: 1, arbitrary: huge },
        ),
        { maxLength: 3 },
      ),
      async (others) => {
        const body = `{"batch":[${[...others, good].join(',')}]}`;
        const { events } = await segment.read(request('/v1/batch', body));
        expect(events.at(-1)).toMatchObject({ name: 'Order Completed', user: '9007199254740993' });
      },
    ),
    runs,
  );

const key = 'wk_of_somebody_else';
const nearly = fc.constantFrom(
  '',
  key.slice(1),
  `${key} `,
  key.toUpperCase(),
  `${key}\u0000`,
  'wk',
);
const guess = fc
  .oneof(nearly, fc.string({ unit: 'binary', maxLength: 30 }))
  .filter((text) => text.split(':')[0] !== key);
const header = guess.map((text) =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[^ -~]/g, '?'),
);

const keyless: fc.Arbitrary<Sent> = fc
  .record({
    path: fc.constantFrom(
      '/v1/t',
      '/v1/batch',
      '/beacon/v1/batch',
      '/api/s/track',
      '/api/public/apps/batch',
      '/sourceConfig/',
      `/v1/projects/${key}/settings`,
    ),
    method: fc.constantFrom('POST', 'GET', 'PUT', 'OPTIONS'),
    authorization: fc.oneof(
      header,
      guess.map((text) => basic(text).authorization),
      guess.map((text) => `Bearer ${Buffer.from(text).toString('base64')}`),
    ),
    other: header,
    query: guess,
    inBody: fc.oneof(guess, odd),
    item: fc.oneof(segmentItem, fc.constant(JSON.parse(good))),
    zipped: fc.boolean(),
  })
  .filter(({ inBody }) => inBody !== key)
  .map(({ path, method, authorization, other, query, inBody, item, zipped }) => {
    const body = JSON.stringify({ ...item, batch: [item], writeKey: inBody });
    const headers = { authorization, 'x-write-key': other };
    const sent = { method, path, headers, query: { writeKey: query } };
    return { ...sent, body: zipped ? gzipSync(body) : body };
  });

/** Without the key nobody gets anything in, wherever and however a key is guessed. */
export const nobodyGetsInWithoutAKey = (runs: number) => {
  let door = openDoor(key);
  let count = 0;
  return check(
    fc.asyncProperty(keyless, async (sent) => {
      if (++count % 500 === 0) door = openDoor(key);
      const { statusCode } = await door.send(sent);
      if (sent.method === 'POST') expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(statusCode).toBeLessThan(500);
      expect(door.events()).toEqual([]);
    }),
    runs,
  );
};
