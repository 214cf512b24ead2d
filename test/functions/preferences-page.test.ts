// The page on which people choose: what each button changes, what is said of it, and what is written down.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ConsentRecord } from '../../workflows/model/consent-record.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import {
  fieldsOf,
  linkIn,
  look,
  openPages,
  post,
  press,
  stateOf,
  writeToSara,
} from '../support/pages.ts';
import { send } from '../support/sender.ts';
import { get, mailed, order, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const day = 86_400_000;
let workspace: Workspace;
let page: string;
beforeEach(async () => {
  workspace = await forThisTest(() => openPages({}));
  page = await writeToSara(workspace);
});

const sara = () => get<Contact>(workspace, '/api/contacts/user:sara');
const ledger = async () =>
  (await get<{ items: ConsentRecord[] }>(workspace, '/api/contacts/user:sara/consents')).items;
const tick =
  (...topics: readonly string[]) =>
  (fields: URLSearchParams) => {
    fields.delete('topic');
    for (const topic of topics) fields.append('topic', topic);
  };

describe('the page', () => {
  test('shows no more of a person than their choices and a masked address', async () => {
    const { statusCode, body, headers } = await look(workspace, page);
    expect(statusCode).toBe(200);
    expect(body).toContain('s•••@example.com');
    expect(body).not.toContain('sara');
    expect(body).toContain('What is new with us, once a month.');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    expect(headers).not.toHaveProperty('set-cookie');
  });

  test('changes nothing when it is read, however', async () => {
    const before = await sara();
    for (const method of ['GET', 'HEAD'])
      expect((await look(workspace, `${page}?do=off&days=7`, {}, method)).statusCode).toBe(200);
    expect((await look(workspace, page, {}, 'DELETE')).statusCode).toBe(405);
    expect(await sara()).toEqual(before);
  });

  test('is behind receipts as well', async () => {
    await tell(workspace, order('sara'));
    expect((await look(workspace, await linkIn(workspace, 'p'))).statusCode).toBe(200);
  });

  test('speaks the language that is asked for, or that of the person, or of the browser', async () => {
    const languageOf = async (path: string, accepted = '') =>
      /<html lang="(\w+)" dir="(\w+)">/
        .exec((await look(workspace, path, { 'accept-language': accepted })).body)
        ?.slice(1);
    expect(await languageOf(page, 'de, pl;q=0.9, en;q=0.1')).toEqual(['pl', 'ltr']);
    const persian = await writeToSara(workspace, { locale: 'fa-IR' });
    expect(await languageOf(persian, 'pl')).toEqual(['fa', 'rtl']);
    expect(await languageOf(`${persian}?lang=pl`, 'en')).toEqual(['pl', 'ltr']);
    expect((await look(workspace, persian)).body).toContain('۳۰');
  });
});

describe('topics', () => {
  test('are joined and left, and the ledger keeps the words that were shown', async () => {
    expect(fieldsOf((await look(workspace, page)).body, 'topics').getAll('topic')).toEqual([
      'news',
    ]);
    const after = await press(workspace, `${page}?lang=pl`, 'topics', tick('offers'));
    expect(stateOf(after)).toContain('Zapisane.');
    expect(fieldsOf(after.body, 'topics').getAll('topic')).toEqual(['offers']);
    expect((await sara()).topics).toMatchObject({
      news: { status: 'unsubscribed' },
      offers: { status: 'subscribed', method: 'preference_page' },
    });
    const [joined] = (await ledger()).filter(({ topic }) => topic === 'offers');
    expect(joined).toMatchObject({
      ...{ status: 'subscribed', language: 'pl', wording_version: 'pages-1', actor: 'contact' },
      wording: expect.stringContaining('[x] Oferty: Wyprzedaże i rabaty'),
      source_url: '/p',
    });
  });

  test('that somebody did not touch stay as they are, though the page lay open for long', async () => {
    const { body } = await look(workspace, page);
    await press(workspace, page, 'topics', tick('news', 'offers'));
    const old = fieldsOf(body, 'topics');
    tick()(old);
    await post(workspace, page, old.toString());
    expect((await sara()).topics).toMatchObject({
      news: { status: 'unsubscribed' },
      offers: { status: 'subscribed' },
    });
  });

  test('that are not there are not joined', async () => {
    await press(workspace, page, 'topics', (fields) => {
      fields.append('shown', 'secret');
      fields.append('topic', 'secret');
    });
    expect((await sara()).topics).toBeUndefined();
  });
});

describe('a button', () => {
  test('ends all marketing, another begins it again', async () => {
    expect(stateOf(await press(workspace, page, 'off'))).toContain('You get no marketing emails');
    expect((await sara()).consent).toMatchObject({ status: 'unsubscribed' });
    const on = await press(workspace, page, 'on');
    expect(stateOf(on)).toContain('You get marketing emails from Perennial Sample Co.');
    expect((await sara()).consent).toMatchObject({
      ...{ status: 'subscribed', version: 'pages-1' },
      wording: expect.stringContaining('Yes, send me offers'),
    });
  });

  test('pauses for a while, another ends the pause', async () => {
    const paused = await press(workspace, `${page}?lang=fa`, 'pause', (it) => it.set('days', '30'));
    expect((await sara()).pausedUntil).toBe(workspace.world.now() + 30 * day);
    expect(stateOf(paused)).toContain('۱۵ بهمن ۱۴۰۴');
    await press(workspace, page, 'resume');
    expect((await sara()).pausedUntil).toBeUndefined();
  });

  test('for a pause of no length that is offered does nothing', async () => {
    await press(workspace, page, 'pause', (fields) => fields.set('days', '36500'));
    expect((await sara()).pausedUntil).toBeUndefined();
  });

  test('ends the recording of opens and clicks', async () => {
    await press(workspace, page, 'untrack');
    expect((await sara()).untracked).toBe(true);
    await press(workspace, page, 'track');
    expect((await sara()).untracked).toBeUndefined();
  });

  test('changes the language, of the page too', async () => {
    const after = await press(workspace, page, 'language', (it) => it.set('language', 'fa'));
    expect(after.body).toContain('<html lang="fa" dir="rtl">');
    expect((await sara()).traits.locale).toBe('fa');
  });

  test('pressed twice, or by a page that is loaded again, is pressed once', async () => {
    const fields = fieldsOf((await look(workspace, page)).body, 'off').toString();
    await post(workspace, page, fields);
    await press(workspace, page, 'on');
    await post(workspace, page, fields);
    expect((await sara()).consent?.status).toBe('subscribed');
  });
});

describe('a link', () => {
  test.each(['', 'x', '.', 'con_1.msg_1.AAAAAAAAAAAAAAAAAAAAAA'])(
    'that is not ours (%j) tells nothing',
    async (token) => {
      const { statusCode, body } = await look(workspace, `/p/${token}`);
      expect([statusCode, body.includes('This link does not work')]).toEqual([404, true]);
    },
  );

  test('of another page does not open this one', async () => {
    const leaving = await linkIn(workspace, 'u');
    expect((await look(workspace, leaving.replace('/u/', '/p/'))).statusCode).toBe(404);
    expect((await look(workspace, page.replace('/p/', '/u/'))).statusCode).toBe(404);
    expect((await look(workspace, page.replace('/p/', '/confirm/'))).statusCode).toBe(404);
  });

  test('of somebody who was erased shows nothing, and changes nothing', async () => {
    const { id } = await sara();
    const { adminToken } = workspace.keys;
    const headers = { authorization: `Bearer ${adminToken}` };
    const path = `/api/contacts/${id}/erase`;
    await send(workspace.world, 'api', { path, headers, body: '{}' });
    await workspace.world.quiet();
    expect((await look(workspace, page)).statusCode).toBe(404);
    expect((await post(workspace, page, 'do=on&id=12345678')).statusCode).toBe(404);
    expect(await mailed(workspace)).toHaveLength(1);
  });
});
