// Delivering: each message goes to SES once, whatever SES answers, and the contact's timeline says what came of it.
import { expect, test } from 'vitest';
import type { SendOutcome } from '../../functions/channels/email/ses.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { deliverWith, openPostOffice, refused, timedOut } from '../support/post-office.ts';
import { fates, get, identify, mailed, openShop, order, tell, timeline } from '../support/shop.ts';
import type { Workspace, WorkspaceOptions } from '../support/workspace.ts';

const second = 1_000;
const minute = 60 * second;

let workspace: Workspace;

/** Known customers, each named for the fate of their mail. */
async function open(options: WorkspaceOptions, ...users: readonly string[]): Promise<Workspace> {
  workspace = await forThisTest(() => openShop(options));
  await tell(workspace, ...users.map((user) => identify(user)));
  return workspace;
}

const address = (user: string) => `${user}@example.com`;

test('a message that SES takes is sent, and the timeline says so', async () => {
  await open({}, 'ann');
  await tell(workspace, order('ann'));
  expect(await mailed(workspace)).toEqual([address('ann')]);
  expect(await fates(workspace, 'user:ann')).toEqual(['sent']);
});

test('what SES refuses for the moment comes back by the queue and is sent once', async () => {
  const office = openPostOffice((_, accept, count) => (count < 3 ? refused(true) : accept()));
  await open({ replaced: { deliver: office.deliver } }, 'ann');
  await tell(workspace, order('ann'));
  expect(await fates(workspace, 'user:ann')).toEqual(['released']);
  await workspace.world.advance(20 * minute);
  expect(office.tries).toHaveLength(3);
  expect(await mailed(workspace)).toEqual([address('ann')]);
  expect(await fates(workspace, 'user:ann')).toEqual(['sent']);
});

test('what SES refuses again and again ends in the dead-letter queue', async () => {
  const office = openPostOffice(() => refused(true));
  await open({ replaced: { deliver: office.deliver } }, 'ann');
  await tell(workspace, order('ann'));
  await workspace.world.advance(60 * minute);
  expect(office.tries).toHaveLength(5);
  expect(workspace.world.deadLetters()).toBe(1);
});

test('what SES refuses for good has failed, and the timeline tells why', async () => {
  const office = openPostOffice(() => refused(false));
  await open({ replaced: { deliver: office.deliver } }, 'ann');
  await tell(workspace, order('ann'));
  await workspace.world.advance(60 * minute);
  expect(office.tries).toHaveLength(1);
  expect(await fates(workspace, 'user:ann')).toEqual(['failed: MessageRejected: virus']);
  expect(workspace.world.deadLetters()).toBe(0);
});

test('what its mailbox wants later comes again by itself, each time after longer, and nothing else goes slower', async () => {
  const tries: number[] = [];
  const later: SendOutcome = { kind: 'deferred', reason: 'MessageDeferred: 451 Greylisted' };
  const slowed: boolean[] = [];
  const deliver = deliverWith(({ sendRaw, pace, now }) => ({
    pace: { ...pace, slow: async ({ daily }) => void slowed.push(daily) },
    sendRaw: async (raw, envelope, tags) => {
      if (envelope.to !== address('ann')) return sendRaw(raw, envelope, tags);
      tries.push(now());
      return tries.length < 7 ? later : sendRaw(raw, envelope, tags);
    },
  }));
  await open({ replaced: { deliver } }, 'ann', 'bob');
  await tell(workspace, order('ann'), order('bob'));
  expect(await mailed(workspace)).toEqual([address('bob')]);
  await workspace.world.advance(60 * minute);
  const waits = tries.slice(1).map((at, index) => Math.round((at - (tries[index] ?? 0)) / minute));
  expect(waits).toEqual([1, 1, 2, 4, 8, 15]);
  expect((await mailed(workspace)).toSorted()).toEqual([address('ann'), address('bob')]);
  expect([await fates(workspace, 'user:ann'), slowed]).toEqual([['sent'], []]);
  expect(workspace.world.deadLetters()).toBe(0);
});

const pageOf = (one: Transition) => (one.kind === 'requested' ? [one.page] : []);

test('ten messages on one page each meet their own fate', async () => {
  const bad: Record<string, readonly SendOutcome[]> = {
    doubt: [timedOut],
    refused: [refused(false)],
    slow: [{ kind: 'throttled', daily: false }],
    paused: [refused(true)],
  };
  const office = openPostOffice(
    (to, accept, count) => bad[to.replace('@example.com', '')]?.[count - 1] ?? accept(),
  );
  const users = ['a', 'b', 'c', 'd', 'doubt', 'refused', 'slow', 'paused', 'nameless', 'e'];
  await open({ replaced: { deliver: office.deliver } }, ...users);
  const orders = users.map((user) => order(user, user === 'nameless' ? null : '1'));
  await tell(workspace, ...orders);
  const requests = await Promise.all(users.map((user) => timeline(workspace, `user:${user}`)));
  const pages = requests.flat().flatMap(({ transitions }) => transitions.flatMap(pageOf));
  expect([pages.length, new Set(pages).size]).toEqual([10, 1]);
  expect(office.tries).toHaveLength(9);
  await workspace.world.advance(5 * minute);
  const reached = ['a', 'b', 'c', 'd', 'e', 'paused', 'slow'];
  expect((await mailed(workspace)).sort()).toEqual(reached.map(address));
  const found = await Promise.all(users.map((user) => fates(workspace, `user:${user}`)));
  expect(Object.fromEntries(users.map((user, at) => [user, found[at]?.join()]))).toMatchObject({
    ...Object.fromEntries(reached.map((user) => [user, 'sent'])),
    doubt: 'doubt: TimeoutError: no answer',
    refused: 'failed: MessageRejected: virus',
    nameless: expect.stringMatching(/^withheld: template_skip: .*number/),
  });
  expect(await get(workspace, '/api/doubts')).toMatchObject({
    items: [{ mark: { attempt: 1 } }],
  });
});
