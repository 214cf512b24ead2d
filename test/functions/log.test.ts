// The log: what an operator must act on, and never whom it is about.
import { afterEach, expect, test, vi } from 'vitest';
import { Clash } from '../../functions/errors.ts';
import { log } from '../../functions/log.ts';
import { poisonedBy } from '../support/advancer.ts';
import { catchLog } from '../support/log-lines.ts';
import { openPostOffice, refused, timedOut } from '../support/post-office.ts';
import { ask, send } from '../support/sender.ts';
import { fill, identify, openShop, order, tell } from '../support/shop.ts';

afterEach(() => void vi.restoreAllMocks());

/** As a parser quotes it when it is not JSON. */
const unreadable = 'secret@example.com';

test('the log holds no address, no name, no key and no token, whatever goes wrong', async () => {
  const lines = catchLog();
  const bad = [timedOut, refused(true), refused(false)];
  const office = openPostOffice((_to, _accept, count) => bad[count - 1] ?? timedOut);
  const replaced = { deliver: office.deliver, advance: poisonedBy('Secret Poison') };
  const workspace = await openShop({ replaced });
  const { world, keys } = workspace;
  await tell(workspace, identify('secret-user', 'secret@example.com'));
  const poison = { type: 'track', event: 'Secret Poison', userId: 'secret-user' };
  await tell(workspace, order('secret-user'), fill('secret-user'), poison);
  for (const name of ['pack', 'advance', 'deliver', 'feedback'] as const)
    world.queues.send(world.queueOf(name), [{ body: unreadable }]);
  await ask(world, keys.adminToken, {
    path: '/api/organization',
    method: 'PUT',
    text: unreadable,
  });
  await ask(world, 'pat_secret', { path: '/api/campaigns', method: 'GET' });
  await send(world, 'ingest', { path: '/f/wk_secret', body: `email=${unreadable}` });
  await send(world, 'pages', { path: '/u/x', pathParameters: { token: 'secret' } });
  await world.advance(3 * 86_400_000);
  world.close();
  const all = lines.join('');
  for (const told of ['unreadable record', 'unreadable feedback', 'record failed', 'cause failed'])
    expect(all).toContain(told);
  expect(all).not.toMatch(/secret|\w@\w/i);
  for (const key of Object.values(keys)) expect(all).not.toContain(key);
});

test('that somebody else was faster, and it is tried again, is no error and has no stack', () => {
  const lines = catchLog();
  log.again('record failed', { messageId: 'm', error: new Clash('Contact c has moved on') });
  log.again('record failed', { messageId: 'm', error: new Error('broken') });
  const [race, fault] = lines.map((line) => JSON.parse(line));
  const because = 'Contact c has moved on';
  expect(race).toEqual({ level: 'info', message: 'record failed', messageId: 'm', because });
  expect(fault).toMatchObject({ level: 'error', error: { message: 'broken' } });
});
