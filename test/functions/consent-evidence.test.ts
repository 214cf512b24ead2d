// What proves a wish that was made on our pages: the words that were shown, their version and language, from where it came,
// and the mail that asked. It is in the ledger and nowhere else, and goes with the person.
import { beforeEach, expect, test } from 'vitest';
import type { ConsentRecord } from '../../workflows/model/consent-record.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { linkIn, openPages, press, writeToSara } from '../support/pages.ts';
import { ask, send } from '../support/sender.ts';
import { get, identify, tell, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(() => openPages());
});

const ledger = async () =>
  (await get<{ items: ConsentRecord[] }>(workspace, '/api/contacts/user:sara/consents')).items;
const shown = { wording_version: 'pages-1', ip: '127.0.0.1', actor: 'contact' };

test('a confirmation proves what was shown, where, and by whom it was asked', async () => {
  const { world, keys } = workspace;
  await tell(workspace, identify('sara'));
  const { id } = await get<Contact>(workspace, '/api/contacts/user:sara');
  const said = { status: 'subscribed', method: 'counter', source: 'the shop', double_opt_in: true };
  const body = { ...said, at: new Date(world.now()).toISOString(), topics: ['offers'] };
  await ask(world, keys.adminToken, {
    ...{ method: 'POST', path: `/api/contacts/${id}/consents`, body },
  });
  await world.advance(60_000);
  const asked = world.now();
  await press(workspace, `${await linkIn(workspace, 'confirm')}?lang=pl`, 'confirm');
  const [line] = await ledger();
  expect(line).toMatchObject({
    ...{ ...shown, status: 'subscribed', topic: 'offers', language: 'pl', source_url: '/confirm' },
    wording: expect.stringMatching(/s•••@example\.com.*Oferty.*\[.+\]$/s),
    double_opt_in: { confirm_ip: '127.0.0.1', message: line?.message },
  });
  expect(line?.double_opt_in?.confirmed_at).toBeGreaterThanOrEqual(asked);
  expect(JSON.stringify(await timeline(workspace, 'user:sara'))).not.toContain('127.0.0.1');
});

const mailbox = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Mailbox' };

test('one click of a mailbox provider proves from where it came, and claims no words of ours', async () => {
  await writeToSara(workspace);
  const path = await linkIn(workspace, 'u');
  await send(workspace.world, 'pages', {
    ...{ path, headers: mailbox, body: 'List-Unsubscribe=One-Click' },
    pathParameters: { token: path.slice('/u/'.length) },
  });
  const [line] = await ledger();
  expect(line).toMatchObject({
    ...{ status: 'unsubscribed', method: 'one_click_unsubscribe', actor: 'contact' },
    ...{ source_url: '/u', ip: '127.0.0.1', user_agent: 'Mailbox' },
    message: expect.stringMatching(/^msg_/),
  });
  expect(line).not.toHaveProperty('wording');
});

test.each([
  ['topic', 'Wypisz mnie tylko'],
  ['all', 'Wypisz mnie ze wszystkich'],
])('who leaves by the button "%s" is proved by its words', async (deed, label) => {
  await tell(workspace, identify('sara'), { type: 'track', event: 'News', userId: 'sara' });
  await press(workspace, `${await linkIn(workspace, 'u')}?lang=pl`, deed);
  const [line] = await ledger();
  const wording = expect.stringMatching(/Perennial Sample Co\..*\[.*\]$/);
  expect(line).toMatchObject({ ...shown, language: 'pl', source_url: '/u', wording });
  expect(line?.wording).toContain(label);
  expect(JSON.stringify(await timeline(workspace, 'user:sara'))).not.toContain('127.0.0.1');
});

test('a pause, no tracking and a language are lines with the words of their buttons', async () => {
  const page = await writeToSara(workspace);
  const before = (await ledger()).length;
  await press(workspace, page, 'pause', (form) => form.set('days', '7'));
  await press(workspace, page, 'untrack');
  await press(workspace, page, 'language', (form) => form.set('language', 'pl'));
  const lines = await ledger();
  expect(lines).toHaveLength(before + 3);
  const of = (purpose: string) => lines.find((line) => line.purpose === purpose);
  expect(['pause', 'tracking', 'language'].map(of)).toMatchObject([
    { ...shown, purpose: 'pause', status: 'paused', wording: expect.stringMatching(/\[.*7.*\]$/) },
    { ...shown, purpose: 'tracking', status: 'refused', language: 'en' },
    {
      ...{ ...shown, purpose: 'language', status: 'chosen', method_detail: 'pl', language: 'en' },
      wording: expect.stringContaining('[Save the language: Polski]'),
    },
  ]);
});
