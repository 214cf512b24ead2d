// One link, and two forms: what the page of a mail names is what it confirms, and what was asked after it left is not.
import { beforeEach, expect, test } from 'vitest';
import type { ConsentRecord } from '../../workflows/model/consent-record.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { linkIn, look, openPages, post, press, titleOf } from '../support/pages.ts';
import { ask } from '../support/sender.ts';
import { get, identify, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const minute = 60_000;
let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(() => openPages());
  await tell(workspace, identify('sara'));
});

const sara = () => get<Contact>(workspace, '/api/contacts/user:sara');

async function asks(about: object = {}): Promise<void> {
  const { world, keys } = workspace;
  const { id } = await sara();
  const said = { status: 'subscribed', method: 'counter', source: 'the shop', double_opt_in: true };
  const body = { ...said, at: new Date(world.now()).toISOString(), ...about };
  const path = `/api/contacts/${id}/consents`;
  await ask(world, keys.adminToken, { method: 'POST', path, body });
}

const later = (time = minute) => workspace.world.advance(time);
const offers = { topics: ['offers'] };

test('all marketing that is asked for after the mail about a topic left is not confirmed by it', async () => {
  await asks(offers);
  await later();
  await asks();
  const path = await linkIn(workspace, 'confirm');
  expect((await look(workspace, path)).body).not.toContain('All marketing emails');
  await press(workspace, path, 'confirm');
  const { consent, topics } = await sara();
  expect(topics).toMatchObject({ offers: { status: 'subscribed' } });
  expect(consent?.status).toBe('pending_confirmation');
});

test('a topic that is asked for after the mail about all marketing left waits on', async () => {
  await asks();
  await later();
  await asks(offers);
  const path = await linkIn(workspace, 'confirm');
  const page = (await look(workspace, path)).body;
  expect(page).toContain('All marketing emails');
  expect(page).not.toContain('Offers');
  await press(workspace, path, 'confirm');
  const { consent, topics } = await sara();
  expect(consent?.status).toBe('subscribed');
  expect(topics).toMatchObject({ offers: { status: 'pending_confirmation' } });
});

test('what both mails have asked for is named by the second, and proved by those words', async () => {
  await asks(offers);
  await later(10 * minute);
  await asks();
  await later();
  const path = await linkIn(workspace, 'confirm');
  expect((await look(workspace, path)).body).toMatch(/All marketing emails.*Offers/);
  await press(workspace, path, 'confirm');
  const lines = (
    await get<{ items: ConsentRecord[] }>(workspace, '/api/contacts/user:sara/consents')
  ).items.filter(({ status }) => status === 'subscribed');
  expect(lines).toHaveLength(2);
  for (const { wording } of lines) expect(wording).toMatch(/All marketing emails.*Offers/);
});

test('a form that is sent again takes nothing from the link of the first mail', async () => {
  await asks();
  await later();
  const path = await linkIn(workspace, 'confirm');
  await later(10 * minute);
  await asks();
  await press(workspace, path, 'confirm');
  expect((await sara()).consent?.status).toBe('subscribed');
});

test('a link that is older than all that waits offers a new mail, which then confirms it', async () => {
  await asks(offers);
  await later();
  const path = await linkIn(workspace, 'confirm');
  await press(workspace, path, 'confirm');
  await asks();
  expect(titleOf(await look(workspace, path))).toBe('This email is older than what you asked for');
  expect(titleOf(await press(workspace, path, 'again'))).toBe('Please try again later');
  await later(10 * minute);
  expect(titleOf(await press(workspace, path, 'again'))).toBe('A new email is on its way');
  await later();
  await press(workspace, await linkIn(workspace, 'confirm'), 'confirm');
  expect((await sara()).consent?.status).toBe('subscribed');
});

test('a button whose page named less is shown the page first', async () => {
  await asks();
  await later();
  const path = await linkIn(workspace, 'confirm');
  const answer = await post(workspace, path, 'do=confirm&id=12345678&about=offers');
  expect(answer.body).toContain('Is this your address?');
  expect((await sara()).consent?.status).toBe('pending_confirmation');
});
