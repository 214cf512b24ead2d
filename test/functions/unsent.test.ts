// What was let go and did not leave, from the send queue back to the contact: its place is free, and why tells of it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Explained } from '../../functions/use-cases/why.ts';
import type { Publication } from '../../infra/programs.ts';
import { catchLog } from '../support/log-lines.ts';
import { type Answer, openPostOffice, refused, timedOut } from '../support/post-office.ts';
import { call } from '../support/sender.ts';
import { campaign, fates, get, identify, mailed, tell, timeline } from '../support/shop.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const minute = 60_000;
const publications: readonly Publication[] = [
  { id: 'offer', body: campaign('Cart Abandoned', 'marketing', 'Come {{ event.back }}') },
  { id: 'news', body: campaign('News Wanted', 'marketing', 'News') },
];

let workspace: Workspace;
beforeEach(() => void catchLog());
afterEach(() => {
  workspace.world.close();
  vi.restoreAllMocks();
});

const post = (path: string, method = 'POST', body: object = {}) =>
  call(workspace.world, workspace.keys.adminToken, { path, method, body: JSON.stringify(body) });

/** Whoever got marketing gets no more of it for 16 hours. */
async function open(answer: Answer) {
  const office = openPostOffice(answer);
  workspace = await openWorkspace({ replaced: { deliver: office.deliver } }, publications);
  await post('/api/workspace', 'PUT', { zone: 'UTC', holdout: 0, smartSending: '16 hours' });
  await tell(workspace, identify('ann'));
}

const track = (event: string, properties = {}) => ({
  type: 'track',
  event,
  userId: 'ann',
  properties,
});
const abandon = (back?: string) => tell(workspace, track('Cart Abandoned', { back }));
const wantNews = async () => {
  await tell(workspace, track('News Wanted'));
  return mailed(workspace);
};
const whyOffer = async () =>
  (await get<Explained>(workspace, '/api/contacts/user:ann/why/offer')).sentence;

test('a mail that was sent keeps other mail away', async () => {
  await open((_, accept) => accept());
  await abandon('back');
  expect(await wantNews()).toHaveLength(1);
  expect(await whyOffer()).not.toContain('not sent');
});

test('a mail with a hole in it keeps no other mail away, and why tells of the hole', async () => {
  await open((_, accept) => accept());
  await abandon();
  expect(await mailed(workspace)).toEqual([]);
  expect(await whyOffer()).toMatch(
    /came through all its steps on .*, but the message of "mail" \(its template cannot be filled: .*event\.back.*\) was not sent\.$/,
  );
  expect(await wantNews()).toEqual(['ann@example.com']);
});

test('a mail that SES refuses for good keeps no other mail away', async () => {
  let count = 0;
  await open((_, accept) => {
    count += 1;
    return count === 1 ? refused(false) : accept();
  });
  await abandon('back');
  expect(await whyOffer()).toContain('"mail" (MessageRejected: virus) was not sent');
  expect(await wantNews()).toEqual(['ann@example.com']);
});

test('a mail in doubt keeps its place until it is known that it did not leave', async () => {
  let count = 0;
  await open((_, accept) => {
    count += 1;
    return count === 1 ? timedOut : accept();
  });
  await abandon('back');
  expect(await wantNews()).toEqual([]);
  await workspace.world.advance(20 * minute);
  expect(await fates(workspace, 'user:ann')).toEqual(['skipped: in doubt, then skipped']);
  expect(await wantNews()).toEqual(['ann@example.com']);
});

test('the timeline has one row of it, whoever writes it last', async () => {
  await open((_, accept) => accept());
  await abandon();
  const rows = (await timeline(workspace, 'user:ann')).filter(({ kind }) => kind === 'message');
  expect(rows).toMatchObject([
    {
      about: { state: 'withheld', campaign: 'offer', step: 'mail' },
      transitions: [{ kind: 'unsent', campaign: 'offer', step: 'mail', state: 'withheld' }],
    },
  ]);
});
