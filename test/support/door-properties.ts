// What holds for everything anyone can send: stated once, run a little in every test run and a lot in the long one.
import fc from 'fast-check';
import { expect } from 'vitest';
import { Refused } from '../../functions/errors.ts';
import { createForm } from '../../functions/sources/form/form.ts';
import type { Incoming } from '../../functions/sources/incoming.ts';
import { segment } from '../../functions/sources/segment/segment.ts';
import type { Source } from '../../functions/sources/source.ts';
import { pack, unpack } from '../../functions/use-cases/envelopes.ts';
import { envelopeBytes } from '../../workflows/model/event.ts';
import { check, segmentItem as item, request, text, value } from './arbitrary-requests.ts';
import { basic } from './calls.ts';
import { openDoor } from './door.ts';

/** A new one for each request: it counts how often an address comes. */
const newForm = () => createForm(async () => undefined);

/** A request is either read or refused; anything else is a crash. */
async function readOrRefused(source: Source, sent: Incoming) {
  try {
    return await source.read(sent);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

export const bytesNeverCrash = (runs: number) =>
  check(
    fc.asyncProperty(
      fc.constantFrom('/v1/t', '/v1/batch', '/api/s/t', '/f/wk', '/f/%ff/%00'),
      fc.constantFrom(
        'application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'multipart/form-data; boundary=""',
      ),
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.uint8Array({ maxLength: 50 }).map((tail) => new Uint8Array([0x1f, 0x8b, 8, 0, ...tail])),
        text.map((body) =>
          Buffer.from(`--x\r\nContent-Disposition: form-data; ${body}\r\n\r\n1\r\n--x--`),
        ),
        value.map((body) => Buffer.from(JSON.stringify(body))),
      ),
      async (path, contentType, body) => {
        const source = path.startsWith('/f') ? newForm() : segment;
        await readOrRefused(source, request(path, body, contentType));
      },
    ),
    runs,
  );

/** What a person typed into a form arrives letter by letter, however the browser posts it. */
export const formTextSurvives = (runs: number) =>
  check(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
      async (typed) => {
        const wanted = typed.normalize();
        const fields = { email: 'sara@example.com', message: typed };
        const part = (name: string, value: string) =>
          `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
        const posts = [
          request('/f/wk', `${new URLSearchParams(fields)}`, 'application/x-www-form-urlencoded'),
          request(
            '/f/wk',
            `${Object.entries(fields)
              .map(([name, value]) => part(name, value))
              .join('')}--x--\r\n`,
            'multipart/form-data; boundary=x',
          ),
          request('/f/wk', JSON.stringify(fields), 'application/json'),
        ];
        for (const post of posts) {
          const delivery = await newForm().read(post);
          expect(delivery.events[0]?.properties?.message).toBe(wanted);
        }
      },
    ),
    runs,
  );

/** Through the whole function: healthy services answer every request, and never with a 5xx. */
export const doorAlwaysAnswers = (runs: number) => {
  let door = openDoor('wk');
  let count = 0;
  const sent = fc.oneof(
    fc.array(item, { maxLength: 12 }).map((batch) => ({ path: '/v1/batch', body: { batch } })),
    item.map((body) => ({ path: '/v1/track', body })),
  );
  return check(
    fc.asyncProperty(sent, async ({ path, body }) => {
      if (++count % 500 === 0) door = openDoor('wk');
      const post = { path, headers: basic('wk:'), body: JSON.stringify(body) };
      expect(await door.send(post)).toMatchObject({ statusCode: 200, body: '{"success":true}' });
      door.events();
    }),
    runs,
  );
};

/** Packing keeps every item once, in envelopes of one chunk, of which at most one is half empty. */
export const packingLosesNothing = (runs: number) =>
  check(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 32_000 }), { maxLength: 60 }),
      async (sizes) => {
        const items = sizes.map((size, index) =>
          JSON.stringify({ index, text: 'é'.repeat(size / 2) }),
        );
        const packed = pack(items, (json) => json);
        expect(packed.flatMap((envelope) => envelope.items).sort()).toEqual([...items].sort());
        const bytes = packed.map(({ json }) => Buffer.byteLength(json));
        expect(Math.max(0, ...bytes)).toBeLessThanOrEqual(envelopeBytes);
        expect(bytes.filter((size) => size < envelopeBytes / 2).length).toBeLessThanOrEqual(1);
        for (const { json, items } of packed) expect(unpack(json)).toBe(items.join(','));
      },
    ),
    runs,
  );
