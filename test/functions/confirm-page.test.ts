// The pages behind the mails that ask whether it was really them: a consent, their data, their erasure.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Erasure } from '../../functions/erasure-ports.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import {
  linkIn,
  look,
  openPages,
  post,
  press,
  stateOf,
  titleOf,
  writeToSara,
} from '../support/pages.ts';
import { ask } from '../support/sender.ts';
import { fates, get, identify, mailed, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let workspace: Workspace;
const open = async (options = {}) => {
  workspace = await forThisTest(() => openPages(options));
};

const sara = () => get<Contact>(workspace, '/api/contacts/user:sara');
const see = async (path: string) => titleOf(await look(workspace, path));

async function askSara(given: object = {}): Promise<string> {
  const consent = { status: 'subscribed', method: 'form', wording: 'Yes please', ...given };
  await tell(workspace, identify('sara'));
  const { id } = await sara();
  const said = { ...consent, method: 'counter', source: 'the shop', double_opt_in: true };
  const stated = { ...said, at: new Date(workspace.world.now()).toISOString() };
  await ask(workspace.world, workspace.keys.adminToken, {
    ...{ method: 'POST', path: `/api/contacts/${id}/consents`, body: stated },
  });
  await workspace.world.advance(minute);
  return linkIn(workspace, 'confirm');
}

describe('a consent that waits', () => {
  beforeEach(() => open());

  test('is confirmed by the button, and not by opening the page', async () => {
    const path = await askSara();
    for (const method of ['GET', 'HEAD']) await look(workspace, path, {}, method);
    expect((await sara()).consent?.status).toBe('pending_confirmation');
    expect(await see(path)).toBe('Is this your address?');
    await post(workspace, path, 'List-Unsubscribe=One-Click');
    expect((await sara()).consent?.status).toBe('pending_confirmation');
    expect(titleOf(await press(workspace, path, 'confirm'))).toBe('Thank you, that is confirmed');
    expect((await sara()).consent?.status).toBe('subscribed');
    expect(await see(path)).toBe('You have confirmed already');
  });

  test('names the topics that it is about, in the language of the page', async () => {
    const path = await askSara({ topics: ['offers'] });
    expect((await look(workspace, `${path}?lang=pl`)).body).toContain('<bdi>Oferty</bdi>');
    await press(workspace, path, 'confirm');
    expect((await sara()).topics).toMatchObject({ offers: { status: 'subscribed' } });
  });

  test('can be asked for anew when the link is too old, and the new one works', async () => {
    const path = await askSara();
    await workspace.world.advance(7 * day + minute);
    expect(await see(path)).toBe('This link is too old');
    await post(workspace, path, 'do=confirm&id=12345678');
    expect((await sara()).consent?.status).toBe('pending_confirmation');
    const again = await press(workspace, path, 'again');
    expect(titleOf(again)).toBe('A new email is on its way');
    await workspace.world.advance(minute);
    const fresh = await linkIn(workspace, 'confirm');
    expect(fresh).not.toBe(path);
    await press(workspace, fresh, 'confirm');
    expect((await sara()).consent).toMatchObject({ status: 'subscribed', wording: 'Yes please' });
  });

  test('is not asked for without end', async () => {
    const path = await askSara();
    await workspace.world.advance(8 * day);
    for (let count = 0; count < 10; count += 1) await press(workspace, path, 'again');
    await workspace.world.advance(minute);
    expect(await mailed(workspace)).toHaveLength(2);
  });

  test('is not confirmed for an address that has changed since', async () => {
    const path = await askSara();
    await tell(workspace, identify('sara', 'sara@elsewhere.example'));
    expect(await see(path)).toBe('This address has changed');
    await post(workspace, path, 'do=confirm&id=12345678');
    expect((await sara()).consent?.status).toBe('pending_confirmation');
  });

  test('is settled by a no in between', async () => {
    const path = await askSara();
    await writeToSara(workspace);
    const { id } = await sara();
    const page = path.replace('/confirm/', '/p/');
    expect((await look(workspace, page)).statusCode).toBe(404);
    await press(workspace, await linkIn(workspace, 'p'), 'off');
    expect((await sara()).id).toBe(id);
    expect(await see(path)).toBe('There is nothing to confirm');
  });
});

describe('who asks for their data', () => {
  beforeEach(() => open());

  const asked = async (what: 'data' | 'erasure') => {
    const page = await writeToSara(workspace);
    const answer = await press(workspace, page, what);
    expect(stateOf(answer)).toContain('We have sent an email to s•••@example.com');
    await workspace.world.advance(minute);
    return linkIn(workspace, 'confirm');
  };

  test('gets it once they have confirmed by their own mailbox', async () => {
    const path = await asked('data');
    expect(await see(path)).toBe('Your data is ready');
    expect((await post(workspace, path, 'do=erasure&id=12345678')).body).toContain('<h1>');
    const { statusCode, headers, body } = await press(workspace, path, 'data');
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-disposition': 'attachment; filename="my-data.json"',
      'cache-control': 'no-store',
    });
    const { id } = await sara();
    const { exportedAt: _, ...told } = JSON.parse(body);
    const { exportedAt: __, ...known } = await get<object & { exportedAt: number }>(
      workspace,
      `/api/contacts/${id}/data`,
    );
    expect(told).toEqual(known);
  });

  test('gets it for a day', async () => {
    const path = await asked('data');
    await workspace.world.advance(day + minute);
    expect(await see(path)).toBe('This link is too old');
    expect((await post(workspace, path, 'do=data&id=12345678')).headers).not.toHaveProperty(
      'content-disposition',
    );
  });

  test('does not get it for an address that was theirs', async () => {
    const path = await asked('data');
    await tell(workspace, identify('sara', 'thief@example.com'));
    expect(titleOf(await post(workspace, path, 'do=data&id=12345678'))).toBe(
      'This address has changed',
    );
  });

  test('or to be erased is erased once they have confirmed, and once', async () => {
    const path = await asked('erasure');
    expect(await see(path)).toBe('Erase everything about you?');
    await workspace.world.advance(5 * minute);
    const erasures = async () =>
      (await get<{ items: Erasure[] }>(workspace, '/api/erasures')).items;
    expect(await erasures()).toEqual([]);
    for (let count = 0; count < 2; count += 1)
      expect(titleOf(await post(workspace, path, 'do=erasure&id=12345678'))).toBe(
        'It is being erased',
      );
    await workspace.world.advance(5 * minute);
    expect(await erasures()).toMatchObject([{ by: 'preference_page', because: 'asked' }]);
    expect(await see(path)).toBe('It is being erased');
  });
});

describe('where no campaign asks to confirm', () => {
  beforeEach(() => open({ asks: false }));

  test('the page says whom to write to', async () => {
    const page = await writeToSara(workspace);
    expect((await look(workspace, page)).body).toContain('Please answer any of our emails');
    const before = await fates(workspace, 'user:sara');
    await post(workspace, page, 'do=erasure&id=12345678');
    await workspace.world.advance(minute);
    expect(await fates(workspace, 'user:sara')).toEqual(before);
  });
});
