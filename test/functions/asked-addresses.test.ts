// Mails that ask whether it was really them: no address is asked without end, whoever asks and through however many contacts;
// and only the address that was asked says yes.
import { beforeEach, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { linkIn, openPages, press, titleOf } from '../support/pages.ts';
import { ask } from '../support/sender.ts';
import { fates, get, identify, mailed, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(() => openPages());
});

const contact = (user: string) => get<Contact>(workspace, `/api/contacts/user:${user}`);

async function askFor(user: string): Promise<void> {
  const { id } = await contact(user);
  const said = { status: 'subscribed', method: 'counter', source: 'the shop', double_opt_in: true };
  const at = new Date(workspace.world.now()).toISOString();
  await ask(workspace.world, workspace.keys.adminToken, {
    ...{ method: 'POST', path: `/api/contacts/${id}/consents`, body: { ...said, at } },
  });
}

const users = ['u0', 'u1', 'u2', 'u3', 'u4'];

test('an address is asked three times a day, through however many contacts', async () => {
  for (const user of users) await tell(workspace, identify(user, 'sara@example.com'));
  const ids = await Promise.all(users.map(contact));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(users.length);
  for (const user of users) {
    await askFor(user);
    await workspace.world.advance(minute);
  }
  expect(await mailed(workspace)).toHaveLength(3);
  expect(await fates(workspace, 'user:u4')).toContain('withheld: asked_too_often');
  await workspace.world.advance(day);
  await askFor('u4');
  await workspace.world.advance(minute);
  expect(await mailed(workspace)).toHaveLength(4);
});

test('somebody who has moved on before the mail left is not asked at the new address', async () => {
  workspace = await forThisTest(() => openPages({ idle: ['deliver'] }));
  await tell(workspace, identify('sara'));
  await askFor('sara');
  await workspace.world.advance(minute);
  await tell(workspace, identify('sara', 'new@example.com'));
  await workspace.world.invoke('deliver', workspace.world.take('deliver'));
  await workspace.world.advance(minute);
  expect(await mailed(workspace)).toEqual([]);
  expect(await fates(workspace, 'user:sara')).toContain('withheld: not_asked');
  await askFor('sara');
  await workspace.world.advance(minute);
  await workspace.world.invoke('deliver', workspace.world.take('deliver'));
  const path = await linkIn(workspace, 'confirm', 'new@example.com');
  expect(titleOf(await press(workspace, path, 'confirm'))).toBe('Thank you, that is confirmed');
});
