import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openOutbox } from '../../../infra/local/outbox.ts';
import { createOutboxPages } from '../../../infra/local/outbox-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'perennial-'));
const now = Date.UTC(2026, 10, 21, 9);
let outbox = openOutbox(':memory:');
let pages = createOutboxPages(outbox, { now: () => now });

beforeEach(() => {
  outbox = openOutbox(':memory:');
  pages = createOutboxPages(outbox, { now: () => now, example: () => 'curl …' });
});
afterAll(() => rmSync(folder, { recursive: true }));

const accept = (id: string, to = 'sara@example.org', body = '<p>سلام</p>', at = now) =>
  outbox.add({
    id,
    from: 'news@example.com',
    to: [to],
    sentAt: at,
    tags: { campaign: 'cmp_1' },
    raw: Buffer.from(
      [
        'From: Perennial <news@example.com>',
        `To: ${to}`,
        'Subject: =?UTF-8?B?2LPZhNin2YU=?=',
        'List-Unsubscribe: <https://shop.example.com/u/token>',
        'Received: one',
        'Received: two',
        'MIME-Version: 1.0',
        'Content-Type: text/html; charset=utf-8',
        '',
        body,
      ].join('\r\n'),
    ),
  });

const get = async (path: string) => {
  const page = await pages(path, 'GET');
  return { ...page, body: page?.body.toString() ?? '' };
};
const read = async (path: string) => JSON.parse((await get(path)).body);

describe('The outbox', () => {
  it('keeps its mails over a restart, byte for byte', () => {
    const file = join(folder, 'outbox.db');
    outbox = openOutbox(file);
    accept('m1');
    const before = outbox.raw('m1');
    outbox.close();
    const again = openOutbox(file);
    expect(again.raw('m1')?.equals(before ?? Buffer.alloc(0))).toBe(true);
    again.close();
  });

  it('counts recipients since an instant', () => {
    accept('m1', 'a@example.org', '', now - 1000);
    accept('m2', 'b@example.org', '', now);
    expect(outbox.recipientsSince(now - 1000)).toBe(1);
    expect(outbox.recipientsSince(now - 1001)).toBe(2);
  });
});

describe('The outbox as JSON', () => {
  it('shows each mail as its recipient would see it, newest last', async () => {
    accept('m1');
    accept('m2', 'joe@example.org');
    const letters = await read('/_local/outbox.json');
    expect(letters.map(({ to }: { to: string }) => to)).toEqual([
      'sara@example.org',
      'joe@example.org',
    ]);
    expect(letters[0]).toMatchObject({
      id: 'm1',
      from: 'Perennial <news@example.com>',
      subject: 'سلام',
      html: expect.stringContaining('سلام'),
      text: expect.any(String),
      sentAt: '2026-11-21T09:00:00.000Z',
      campaign: 'cmp_1',
      headers: {
        'list-unsubscribe': '<https://shop.example.com/u/token>',
        received: 'one, two',
      },
    });
  });

  it('can be asked for one recipient, and for the newest few', async () => {
    for (const id of ['1', '2', '3']) accept(id, `person${id}@Example.org`);
    const only = await read('/_local/outbox.json?to=PERSON2@example.org');
    expect(only.map(({ id }: { id: string }) => id)).toEqual(['2']);
    const newest = await read('/_local/outbox.json?limit=2');
    expect(newest.map(({ id }: { id: string }) => id)).toEqual(['2', '3']);
  });

  it('lists what is new to a page that is already open', async () => {
    accept('m1');
    const first = await read('/_local/outbox/list.json');
    expect(first).toMatchObject({ count: 1, now: '2026-11-21T09:00:00.000Z', example: 'curl …' });
    accept('m2');
    const next = await read(`/_local/outbox/list.json?after=${first.mails[0].number}`);
    expect(next.mails).toMatchObject([{ id: 'm2', subject: 'سلام', campaign: 'cmp_1' }]);
    expect(next.mails[0]).not.toHaveProperty('html');
  });
});

describe('The outbox in a browser', () => {
  it('is a page that loads nothing from elsewhere', async () => {
    const { body, headers } = await get('/_local/outbox');
    expect(headers?.['content-type']).toBe('text/html; charset=utf-8');
    const linked = [...body.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, url = '']) => url);
    const own = linked.filter((url) => !url.startsWith('data:'));
    expect(own.length).toBeGreaterThan(3);
    for (const url of own) expect((await get(url)).status).toBe(200);
  });

  it('shows a mail without letting its scripts run', async () => {
    accept('m1', 'sara@example.org', '<p>Hi</p><script>alert(1)</script>');
    const { body, headers } = await get('/_local/outbox/mails/m1.html');
    expect(body).toContain('<p>Hi</p>');
    expect(headers?.['content-security-policy']).toMatch(/^sandbox [^;]*;.*script-src 'none'/);
    expect(headers?.['content-security-policy']).not.toContain('allow-scripts');
  });

  it('shows the source, and says so if there is no such mail', async () => {
    accept('m1');
    expect((await get('/_local/outbox/mails/m1.eml')).body).toMatch(/^From: Perennial/);
    expect((await get('/_local/outbox/mails/m2.html')).status).toBe(404);
  });

  it('leaves all other paths and methods to others', () => {
    expect(pages('/_local/clock', 'GET')).toBeUndefined();
    expect(pages('/_local/outbox', 'POST')).toBeUndefined();
    expect(pages('/_local/outbox/../../package.json', 'GET')).toBeUndefined();
  });
});
