// A mail of somebody, filled again: from the version and the event that it was asked for by, as it would read now.
import { beforeEach, expect, test } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { fill, get, identify, mailed, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let shop: Workspace;
beforeEach(async () => {
  shop = await forThisTest(openShop);
});

interface Message {
  readonly message: string;
}

test('reads like what was sent, and says of unknown ones that there are none', async () => {
  await tell(shop, identify('ann'), fill('ann'));
  await shop.world.advance(3 * 86_400_000);
  expect(await mailed(shop)).not.toEqual([]);
  const { items } = await get<{ items: Message[] }>(shop, '/api/contacts/user:ann/messages');
  const path = `/api/contacts/user:ann/messages/${items.at(-1)?.message}`;
  const copy = await get<{ subject: string; html: string; template: string }>(shop, path);
  expect(copy.html).toContain('</html>');
  expect(copy.subject).not.toContain('{{');
  expect(copy).toMatchObject({ version: 1, language: 'en' });
  const gone = { path: '/api/contacts/user:ann/messages/msg_none', method: 'GET' } as const;
  expect(await ask(shop.world, shop.keys.adminToken, gone)).toMatchObject({ status: 404 });
});
