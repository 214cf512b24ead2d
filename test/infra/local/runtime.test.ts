// The whole product on one machine, as `npm start` runs it: real bundles in real workers.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadOf } from '../../../functions/sources/form/lead.ts';
import { firstLead } from '../../../infra/local/first-steps.ts';
import { type Runtime, startRuntime } from '../../../infra/local/runtime.ts';

let dataDir: string;
let runtime: Runtime;

const get = async <T>(path: string) => (await fetch(`${runtime.url}${path}`)).json() as Promise<T>;

interface Time {
  readonly now: string;
}
const advance = (body: object) =>
  fetch(`${runtime.url}/_local/clock`, { method: 'POST', body: JSON.stringify(body) });

/** What the line for the terminal does. */
function capture(email: string) {
  const [, url = '', ...fields] = firstLead(runtime.url, runtime)
    .replaceAll(' -d ', ' ')
    .split(' ');
  const body = new URLSearchParams(fields.map((field) => field.split('=') as [string, string]));
  body.set('email', email);
  return fetch(url, { method: 'POST', body });
}

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'runtime-'));
  runtime = await startRuntime({ dataDir });
}, 120_000);
afterAll(async () => {
  await runtime?.close();
  rmSync(dataDir, { recursive: true });
});

describe('a lead', () => {
  it('gets its first mail at once and the others in their days', async () => {
    expect((await capture('ada@example.com')).status).toBe(200);
    await runtime.forward.quiet();
    expect(runtime.outbox.count()).toBe(1);

    const before = runtime.clock.now();
    const answer = await advance({ advance: '9 days' });
    expect(answer.status).toBe(200);
    const { now } = (await answer.json()) as Time;
    expect(Date.parse(now) - before).toBeGreaterThanOrEqual(9 * 86_400_000);
    const [first = 0, ...later] = (await runtime.outbox.letters()).map(({ sentAt }) =>
      Date.parse(sentAt),
    );
    const days = later.map((at) => (at - first) / 86_400_000);
    expect(days).toEqual([expect.closeTo(3, 2), expect.closeTo(9, 2)]);
  });
});

describe('the pages of the machine', () => {
  it('tell its state', async () => {
    const status = await get<{ queues: object }>('/_local/status');
    expect(status).toMatchObject({ quiet: true, writeKey: runtime.writeKey });
    const queues = Object.entries(status.queues);
    expect(queues.find(([name]) => name.includes('AdvanceQueue'))?.[1]).toEqual({
      visible: 0,
      inFlight: 0,
      delayed: 0,
      deadLetters: 0,
    });
    expect(queues.some(([name]) => name.includes('Dead'))).toBe(false);
  });

  it('tell the time and move it to an instant', async () => {
    const { now } = await get<Time>('/_local/clock');
    const to = new Date(Date.parse(now) + 3_600_000).toISOString();
    await advance({ to });
    expect((await get<Time>('/_local/clock')).now >= to).toBe(true);
  });

  it.each([{ to: '2020-01-01T00:00:00Z' }, { advance: 'soon' }, {}, { advance: '1 day', to: '' }])(
    'refuse to move time by %j',
    async (body) => {
      expect((await advance(body)).status).toBe(400);
    },
  );

  it('give the token that the API wants', async () => {
    const { adminToken } = await get<{ adminToken: string }>('/_local/token');
    const headers = { authorization: `Bearer ${adminToken}` };
    expect((await fetch(`${runtime.url}/api/campaigns`, { headers })).status).toBe(200);
    expect((await fetch(`${runtime.url}/api/campaigns`)).status).toBe(401);
  });

  it('sign the browser of their owner in to the console', async () => {
    const origin = { origin: runtime.url, 'sec-fetch-site': 'same-origin' };
    const path = `${runtime.url}/_local/session`;
    const answer = await fetch(path, { method: 'POST', headers: origin });
    expect([answer.status, await answer.json()]).toEqual([
      201,
      { name: 'administrator', role: 'administrator' },
    ]);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^perennial_session=.*; HttpOnly; SameSite=Strict$/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    const session = await fetch(`${runtime.url}/api/session`, { headers });
    expect(await session.json()).toMatchObject({
      name: 'administrator',
      signIn: { kind: 'token' },
    });
    const stranger = { origin: 'https://evil.example' };
    expect((await fetch(path, { method: 'POST', headers: stranger })).status).toBe(403);
    expect((await fetch(path)).status).toBe(404);
  });

  it('have a form that posts to the write key, with a trap for bots', async () => {
    const html = await (await fetch(`${runtime.url}/_local/form`)).text();
    expect(html).toContain(`action="/f/${runtime.writeKey}"`);
    for (const field of ['email', 'first_name', 'consent', '_gotcha'])
      expect(html).toContain(`name="${field}"`);
    const ticked = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)];
    const answers = Object.fromEntries(ticked.map(([, name = '', value = '']) => [name, value]));
    const lead = { writeKey: runtime.writeKey, form: undefined, receivedAt: 0 };
    expect(leadOf({ ...answers, email: 'ada@example.com' }, lead).consent).toMatchObject({
      status: 'subscribed',
      wording: expect.stringContaining('unsubscribe'),
    });
  });

  it('show the outbox', async () => {
    expect((await fetch(`${runtime.url}/_local/outbox`)).status).toBe(200);
    expect(await get('/_local/outbox.json')).toHaveLength(3);
  });
});

describe('the measures', () => {
  it('tell what each function cost', () => {
    const stats = Object.entries(runtime.stats());
    const advanced = stats.find(([id]) => id.startsWith('AdvanceFunction'))?.[1];
    expect(advanced).toMatchObject({ errors: 0, coldStarts: 1 });
    expect(advanced?.cpu).toBeGreaterThan(0);
  });

  it('tell what a bill would say', () => {
    const { mails, events, queues } = runtime.meter.snapshot();
    expect(mails.recipients).toBe(3);
    expect(events).toBeGreaterThan(0);
    const [, inbox] = Object.entries(queues).find(([name]) => name.includes('Inbox')) ?? [];
    expect(inbox).toBe(3);
  });
});

describe('a restart', () => {
  it('keeps keys, programs, people, mails and time', async () => {
    const { writeKey, adminToken } = runtime;
    const before = runtime.clock.now();
    await runtime.close();
    runtime = await startRuntime({ dataDir });
    expect(runtime).toMatchObject({ writeKey, adminToken });
    expect(runtime.clock.now()).toBeGreaterThanOrEqual(before);
    expect(runtime.outbox.count()).toBe(3);

    await capture('ada@example.com');
    await capture('bob@example.com');
    await runtime.forward.quiet();
    const letters = await runtime.outbox.letters({ after: 3 });
    expect(letters.map(({ to }) => to)).toEqual(['bob@example.com']);
  });
});
