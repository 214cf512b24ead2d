// Arbitrary things that strangers send: texts meant to break something, values of any kind, Segment calls that are
// nearly right.
import fc from 'fast-check';
import type { Incoming } from '../../functions/sources/incoming.ts';
import { basic } from './calls.ts';

export const check = (property: fc.IAsyncProperty<unknown>, numRuns: number) =>
  fc.assert(property as fc.IAsyncProperty<[unknown]>, { numRuns });

export const now = Date.UTC(2026, 10, 22, 12);

export const text = fc.string({ unit: 'binary', maxLength: 40 });
const hostile = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '\ud800',
  '',
  '\u0000',
  '9'.repeat(400),
  'x'.repeat(300),
  '2026-11-22T11:00:00Z',
  'sara@example.com',
);
const name = fc.oneof(text, hostile);
export const value = fc.jsonValue({ stringUnit: 'binary', maxDepth: 3 });
export const odd = fc.oneof(hostile, text, fc.double(), fc.maxSafeInteger(), value);

const oddly = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary }, odd);

export const context = oddly(
  fc.record(
    {
      traits: oddly(fc.dictionary(fc.constant('email'), odd)),
      campaign: oddly(fc.dictionary(fc.constantFrom('source', 'medium', 'name'), odd)),
      page: oddly(fc.dictionary(fc.constantFrom('url', 'referrer'), odd)),
      consent: oddly(
        fc.record({ categoryPreferences: oddly(fc.dictionary(name, odd, { maxKeys: 3 })) }),
      ),
      groupId: odd,
      timezone: odd,
      locale: odd,
    },
    { requiredKeys: [] },
  ),
);

export const integrations = oddly(fc.dictionary(name, oddly(fc.boolean()), { maxKeys: 3 }));

/** One Segment call of the right type, with anything in its fields. */
export const segmentItem = fc.record(
  {
    type: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom('identify', 'track', 'page', 'screen', 'group', 'alias'),
      },
      { weight: 1, arbitrary: odd },
    ),
    event: odd,
    name: odd,
    category: odd,
    userId: odd,
    anonymousId: odd,
    previousId: odd,
    groupId: odd,
    messageId: odd,
    timestamp: odd,
    originalTimestamp: odd,
    sentAt: odd,
    receivedAt: odd,
    traits: oddly(fc.dictionary(fc.oneof(name, fc.constant('email')), odd, { maxKeys: 5 })),
    properties: oddly(fc.dictionary(name, odd, { maxKeys: 5 })),
    context,
    integrations,
  },
  { requiredKeys: ['type'] },
);

/** A request as a source sees it, with the write key "wk". */
export const request = (path: string, body: string | Uint8Array, contentType = ''): Incoming => ({
  method: 'POST',
  path,
  headers: { 'content-type': contentType, ...basic('wk:') },
  query: {},
  body: Buffer.from(body as string),
  receivedAt: now,
});
