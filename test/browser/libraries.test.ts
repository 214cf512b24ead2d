// The libraries of websites in a real browser, on a page of another origin: each of their calls arrives exactly once,
// whatever they hear first.
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { visit } from '../support/browser.ts';
import { browserLibraries } from '../support/browser-libraries.ts';
import { acknowledged, type Illness, openUnwellDoor } from '../support/unwell-door.ts';
import { Visitors } from '../support/visitors.ts';

const ours = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after, x-ratelimit-reset',
};
const illnesses: Readonly<Record<string, readonly Illness[]>> = {
  'is well': [],
  'answers 500 at first': [
    { status: 500, headers: ours },
    { status: 500, headers: ours },
  ],
  'takes the first call but loses the answer': [{ status: 502, isTaken: true }],
  'asks to come back in a second': [{ status: 429, headers: { ...ours, 'retry-after': '1' } }],
  // As API Gateway says it, with no word of CORS: the page hears of no answer at all.
  'is throttled': [{ status: 429, body: '{"message":"Too Many Requests"}' }],
};
const libraries = Object.keys(browserLibraries);

const visitors = new Visitors();
const { runtime } = visitors;
const said = new Map<string, Promise<Said>>();

interface Said {
  readonly complaints: readonly string[];
  /** Asked by the page, though they are neither the site nor we. */
  readonly strangers: readonly string[];
}

const userOf = (...names: string[]) => names.join(' ').replaceAll(/\W+/g, '-');

const callsOf = (user: string) => `
  analytics.identify('${user}', { email: '${user}@example.com', firstName: 'سارا' });
  analytics.track('سفارش ثبت شد', { شهر: 'تهران', total: 49.9 });
  analytics.page('خانه');
  analytics.group('acme', { name: 'شرکت' });
  analytics.alias('${user}', '${user}-before');`;
const events = [
  'Contact Aliased',
  'Contact Identified',
  'Group Identified',
  'Page Viewed',
  'سفارش ثبت شد',
];

/** Resolves when all that the page said is acknowledged. */
async function converse(library: string, illness: string): Promise<Said> {
  const door = await openUnwellDoor(runtime.url, illnesses[illness] ?? []);
  const user = userOf(library, illness);
  const place = { host: door.url, writeKey: runtime.writeKey };
  const head = await browserLibraries[library]?.(place, callsOf(user));
  const address = visitors.site.put(`/${user}`, head ?? '');
  const { visitor, complaints, hosts } = await visit(visitors.browser, address);
  const isAcknowledged = () => acknowledged(door).size === events.length;
  try {
    await vi.waitUntil(isAcknowledged, { interval: 50, timeout: 90_000 });
  } catch (cause) {
    const once = [...new Set(complaints)].join('\n');
    throw new Error(`Some of it never arrived. The page says:\n${once}`, { cause });
  } finally {
    await visitor.close();
    await door.close();
  }
  const known = [address, door.url].map((url) => new URL(url).host);
  return { complaints, strangers: [...hosts].filter((host) => host && !known.includes(host)) };
}

beforeAll(async () => {
  await visitors.open();
  for (const library of libraries)
    for (const illness of Object.keys(illnesses))
      said.set(userOf(library, illness), converse(library, illness));
  await Promise.allSettled(said.values());
  await runtime.advance('PT1S');
}, 180_000);

afterAll(() => visitors.close());

describe.each(libraries)('%s', (library) => {
  it.each(Object.keys(illnesses))('brings each call once to a door that %s', async (illness) => {
    const user = userOf(library, illness);
    const { complaints, strangers } = (await said.get(user)) as Said;
    expect(strangers).toEqual([]);
    if (illness === 'is well') expect(complaints).toEqual([]);
    // What hides a mistake of ours in CORS is off in this browser.
    if (illness === 'is throttled') expect(`${complaints}`).toContain('blocked by CORS policy');
    const found = await visitors.arrived(`user:${user}`);
    expect(found.map(({ name }) => name).sort()).toEqual(events);
    expect(found.find(({ name }) => name === 'سفارش ثبت شد')?.properties).toMatchObject({
      شهر: 'تهران',
      total: 49.9,
    });
    const person = await runtime.api<{ traits: unknown }>(`/contacts/user:${user}`);
    expect(person.traits).toMatchObject({ email: `${user}@example.com`, first_name: 'سارا' });
  });
});

describe("Segment's library at our own door", () => {
  const of = (writeKey: string) => `/analytics.js/v1/${writeKey}/analytics.min.js`;

  async function ask(path: string, headers: Readonly<Record<string, string>> = {}) {
    const answer = await fetch(`${runtime.url}${path}`, { headers });
    const { 'cache-control': kept, etag, ...said } = Object.fromEntries(answer.headers);
    const text = await answer.text();
    return { status: answer.status, kept, etag, encoding: said['content-encoding'], text };
  }

  it('is the same for a key that there is and for one that there is not', async () => {
    const known = await ask(of(runtime.writeKey));
    expect(known.text).toContain('analytics');
    expect(await ask(of('wk_unknown'))).toEqual(known);
  });

  it('is sent zipped, once an hour at most, and only when it has changed', async () => {
    const { etag = '', ...first } = await ask(of('wk'));
    expect(first).toMatchObject({ kept: 'public, max-age=3600', encoding: 'gzip' });
    const second = await ask(of('wk'), { 'if-none-match': etag });
    expect(second).toMatchObject({ status: 304, text: '', kept: first.kept });
    const plain = await ask(of('wk'), { 'accept-encoding': 'identity' });
    expect(plain).toMatchObject({ status: 200, text: first.text, encoding: undefined });
  });

  it('has parts that never change, and no others', async () => {
    const names = (await readdir('node_modules/@segment/analytics-next/dist/umd')).filter((name) =>
      /\.bundle\.\w+\.js$/.test(name),
    );
    for (const name of names) {
      const part = await ask(`/analytics-next/bundles/${name}`);
      expect(part).toMatchObject({ status: 200, kept: 'public, max-age=31536000, immutable' });
    }
    expect(names).not.toEqual([]);
    expect(await ask('/analytics-next/bundles/other.js')).toMatchObject({ status: 404 });
  });
});
