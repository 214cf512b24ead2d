// What holds for every provider, whatever is sent: stated once, run a little in every test run and a lot in the long one.
import fc from 'fast-check';
import { expect } from 'vitest';
import { Refused } from '../../functions/errors.ts';
import type { Provider } from '../../functions/sources/hook/provider.ts';
import { event } from '../../workflows/model/event.ts';
import { hookRequest } from './hooks.ts';
import { type Sample, samples } from './provider-samples.ts';

const deep = JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`);
const hostile = fc.constantFrom<unknown>(
  { toString: 1, valueOf: null },
  [{ toString: null }],
  { length: 3 },
  deep,
  JSON.parse('{"__proto__":{"email":"a@example.com"},"constructor":{"name":1}}'),
  null,
  '',
  ' ',
  '\ud800',
  '\u0000',
  '__proto__',
  '9'.repeat(400),
  'x'.repeat(5_000),
  '2026-02-31T25:61:00Z',
  1e308,
  -1e15,
  0.1,
  Number.MAX_SAFE_INTEGER,
  8.64e15,
);
const value = fc.jsonValue({ stringUnit: 'binary', maxDepth: 2 });
const odd = fc.oneof(hostile, value);

type Place = readonly (string | number)[];

/** Every place in a JSON value, the value itself first. */
const placesIn = (within: unknown): Place[] => [
  [],
  ...(typeof within === 'object' && within !== null
    ? Object.entries(within).flatMap(([key, one]) => placesIn(one).map((rest) => [key, ...rest]))
    : []),
];

function changed(within: unknown, [key, ...rest]: Place, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(within))
    return within.map((one, at) => (String(at) === key ? changed(one, rest, to) : one));
  const fields = within as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: changed(fields[key], rest, to) };
}

/** A right body, of which one to four places hold something else. */
const mutated = ({ body }: Sample): fc.Arbitrary<unknown> => {
  const places = placesIn(body);
  const change = fc.tuple(fc.nat(places.length - 1), odd);
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
    changes.reduce<unknown>((known, [at, to]) => {
      const place = places[at] ?? [];
      return isIn(known, place) ? changed(known, place, to) : known;
    }, body),
  );
};

const isIn = (within: unknown, [key, ...rest]: Place): boolean =>
  key === undefined ||
  (typeof within === 'object' &&
    within !== null &&
    isIn((within as Record<string | number, unknown>)[key], rest));

/** Read or refused; anything else is a crash. What is read are events by the schema, and reasons that say something. */
function readsOrRefuses(provider: Provider, body: string | Buffer, sample: Sample): void {
  const request = { ...hookRequest(provider, '', sample), body: Buffer.from(body as string) };
  try {
    const { events, rejected } = provider.read(request);
    for (const one of events) {
      expect(event.safeParse(one).error).toBeUndefined();
      expect(one.source).toBe(`${provider.kind}/shop`);
      expect(one.user ?? one.email ?? one.anonymous).toBeDefined();
    }
    for (const { reason } of rejected) expect(reason).not.toBe('');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
}

const header = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('%ff', '"\\"', 'x/y'),
);
const text = (json: unknown) => JSON.stringify(json) ?? 'null';

const whatever = (sample: Sample): fc.Arbitrary<readonly [string | Buffer, Sample]> => {
  const headers = fc
    .tuple(fc.constantFrom(...Object.keys(sample.headers ?? { 'content-type': '' })), header)
    .map(([name, other]) => ({ ...sample, headers: { ...sample.headers, [name]: other } }));
  return fc.oneof(
    { weight: 6, arbitrary: mutated(sample).map((body) => [text(body), sample] as const) },
    { weight: 2, arbitrary: odd.map((body) => [text(body), sample] as const) },
    {
      weight: 1,
      arbitrary: fc
        .uint8Array({ maxLength: 200 })
        .map((bytes) => [Buffer.from(bytes), sample] as const),
    },
    { weight: 1, arbitrary: headers.map((other) => [text(sample.body), other] as const) },
  );
};

/** Whatever is sent to it, a provider reads events or says why not. */
export function readsWhateverIsSent(provider: Provider, runs: number): void {
  const right = samples.find(([one]) => one === provider)?.[1] ?? [];
  const sent = fc.oneof(...right.map(whatever));
  fc.assert(
    fc.property(sent, ([body, sample]) => readsOrRefuses(provider, body, sample)),
    { numRuns: runs },
  );
}

/** Whatever comes unsigned, a greeting is an answer and never an event; most of it gets none. */
export function greetsWhateverComes(provider: Provider, runs: number): void {
  const body = fc.oneof(
    fc.constantFrom('webhook_id=3', 'webhook_id=x'),
    fc.string({ unit: 'binary' }),
  );
  const headers = fc.dictionary(
    fc.constantFrom('webhook-request-origin', 'x-wc-webhook-signature', 'content-type'),
    header,
  );
  const method = fc.constantFrom('POST', 'OPTIONS', 'GET');
  fc.assert(
    fc.property(body, headers, method, (sent, some, by) => {
      const request = { ...hookRequest(provider, sent, { headers: some }), method: by };
      const answer = provider.greet?.(request);
      if (answer) expect([200, 400]).toContain(answer.statusCode);
      for (const one of Object.values(answer?.headers ?? {})) expect(one).toMatch(/^[\x20-\x7e]*$/);
    }),
    { numRuns: runs },
  );
}
