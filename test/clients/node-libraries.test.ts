// The libraries that servers use, unmodified: each of their calls arrives exactly once, whatever they hear first.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RuntimeProcess } from '../support/runtime-process.ts';
import { dialects, type Kind, kinds, libraries, sayAll } from '../support/segment-libraries.ts';
import { type Illness, openUnwellDoor, type UnwellDoor } from '../support/unwell-door.ts';

const names = Object.keys(libraries);
const illnesses: Readonly<Record<string, readonly Illness[]>> = {
  'is well': [],
  'answers 500 at first': [{ status: 500 }, { status: 500 }],
  'takes the first batch but loses the answer': [{ status: 502, isTaken: true }],
  'asks to come back in a second': [{ status: 429, headers: { 'retry-after': '1' } }],
  // As API Gateway says it, which names no time.
  'is throttled': [
    {
      status: 429,
      headers: { 'content-type': 'application/json' },
      body: '{"message":"Too Many Requests"}',
    },
  ],
};

const dataDir = mkdtempSync(join(tmpdir(), 'libraries-'));
const runtime = new RuntimeProcess(dataDir, ['--empty']);
const doors = new Map<string, UnwellDoor>();
const sent = new Map<string, Promise<void>>();

const userOf = (name: string, illness: string) => `${name} ${illness}`.replaceAll(/\W+/g, '-');

const callsOf = (userId: string): Record<Kind, object> => ({
  identify: { userId, traits: { email: `${userId}@example.com`, firstName: 'سارا' } },
  track: { userId, event: 'سفارش ثبت شد', properties: { شهر: 'تهران', total: 49.9 } },
  page: { userId, name: 'Home', properties: { url: 'https://shop.example/' } },
  screen: { userId, name: 'خانه' },
  group: { userId, groupId: 'acme', traits: { name: 'شرکت' } },
  alias: { userId, previousId: `${userId}-before` },
});

type Calls = readonly (readonly [Kind, object])[];

async function converse(name: string, illness: string, said?: Calls): Promise<void> {
  const door = await openUnwellDoor(runtime.url, illnesses[illness] ?? everyOther);
  const user = userOf(name, illness);
  doors.set(user, door);
  const open = libraries[name] ?? dialects[name];
  if (!open) throw new Error(`No library ${name}`);
  const calls = callsOf(user);
  await sayAll(open(door.url, runtime.writeKey), said ?? kinds.map((kind) => [kind, calls[kind]]));
}

/** More than a contact remembers one by one. */
const many = 150;
const busy = 'loses every other answer at first';
const lost: Illness = { status: 502, isTaken: true };
const everyOther = Array.from({ length: 16 }, (_, n) => (n % 2 === 0 ? lost : undefined));

const clicks = (userId: string): Calls =>
  Array.from({ length: many }, (_, n) => [
    'track',
    { userId, event: 'Clicked', properties: { n } },
  ]);

beforeAll(async () => {
  await runtime.start();
  for (const name of names)
    for (const illness of Object.keys(illnesses))
      sent.set(userOf(name, illness), converse(name, illness));
  for (const name of names)
    sent.set(userOf(name, busy), converse(name, busy, clicks(userOf(name, busy))));
  for (const name of Object.keys(dialects))
    sent.set(userOf(name, 'is well'), converse(name, 'is well'));
  await Promise.allSettled(sent.values());
  await runtime.advance('PT1S');
}, 120_000);

afterAll(async () => {
  await Promise.all([...doors.values()].map((door) => door.close()));
  await runtime.kill();
  rmSync(dataDir, { recursive: true });
});

interface Row {
  readonly kind: string;
  readonly about: { readonly name: string; readonly properties: Record<string, unknown> };
}

async function arrived(user: string) {
  const { items } = await runtime.api<{ items: Row[] }>(
    `/contacts/user:${user}/timeline?limit=500`,
  );
  return items.filter(({ kind }) => kind === 'event').map(({ about }) => about);
}

async function expectEachOnce(user: string): Promise<void> {
  await sent.get(user);
  const events = await arrived(user);
  expect(events.map((one) => one.name).sort()).toEqual([
    'Contact Aliased',
    'Contact Identified',
    'Group Identified',
    'Page Viewed',
    'Screen Viewed',
    'سفارش ثبت شد',
  ]);
  const order = events.find((one) => one.name === 'سفارش ثبت شد');
  expect(order?.properties).toEqual({ شهر: 'تهران', total: 49.9 });
  const person = await runtime.api<{ traits: unknown }>(`/contacts/user:${user}`);
  expect(person.traits).toMatchObject({ email: `${user}@example.com`, first_name: 'سارا' });
}

describe.each(names)('%s', (name) => {
  it.each(Object.keys(illnesses))('brings each of its calls once to a door that %s', (illness) =>
    expectEachOnce(userOf(name, illness)),
  );

  it(`brings ${many} events of one person once to a door that ${busy}`, async () => {
    const user = userOf(name, busy);
    await sent.get(user);
    const numbers = (await arrived(user)).map(({ properties }) => Number(properties.n));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: many }, (_, n) => n));
  });
});

it.each(Object.keys(dialects))('%s brings each of its calls once', (name) =>
  expectEachOnce(userOf(name, 'is well')),
);

const heardBy = (name: string, illness: string) => doors.get(userOf(name, illness))?.heard ?? [];

it("Segment's waits as long as it is asked to", () => {
  const [first, second] = heardBy('@segment/analytics-node', 'asks to come back in a second');
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(950);
});

it("RudderStack's is zipped", () => {
  const heard = heardBy('@rudderstack/rudder-sdk-node', 'is well');
  expect(heard.map(({ headers }) => headers['content-encoding'])).toContain('gzip');
});
