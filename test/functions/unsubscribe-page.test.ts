// The way out: one click for mailbox providers (RFC 8058), a page with buttons for people, and nothing for scanners.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import type { Fate } from '../support/instance.ts';
import {
  fieldsOf,
  linkIn,
  look,
  openPages,
  post,
  press,
  stateOf,
  titleOf,
  writeToSara,
} from '../support/pages.ts';
import { send } from '../support/sender.ts';
import { get, identify, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
let path: string;
beforeEach(async () => {
  workspace = await forThisTest(() => openPages({ asks: false }));
  await writeToSara(workspace);
  path = await linkIn(workspace, 'u');
});

const sara = () => get<Contact>(workspace, '/api/contacts/user:sara');
const rows = async () =>
  (await get<{ items: unknown[] }>(workspace, '/api/contacts/user:sara/consents')).items.length;

const boundary = 'b0undary';
const multipart = [
  `--${boundary}`,
  'Content-Disposition: form-data; name="List-Unsubscribe"',
  '',
  'One-Click',
  `--${boundary}--`,
  '',
].join('\r\n');

const ways = [
  ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
  [`multipart/form-data; boundary=${boundary}`, multipart],
] as const;

const click = (type: string, body: string, to = path) =>
  send(workspace.world, 'pages', {
    ...{ path: to, body, headers: { 'content-type': type } },
    pathParameters: { token: to.slice('/u/'.length) },
  });

describe('one click', () => {
  test.each(ways)('as %s is answered with 200 and nothing, and counts once', async (type, body) => {
    for (let count = 0; count < 3; count += 1)
      expect(await click(type, body)).toEqual({ statusCode: 200, body: '' });
    expect((await sara()).consent).toMatchObject({
      ...{ status: 'unsubscribed', method: 'one_click_unsubscribe' },
    });
    expect(await rows()).toBe(1);
  });

  test('leaves the topic of the mail, and nothing else', async () => {
    await tell(workspace, { type: 'track', event: 'News', userId: 'sara' });
    await click(...ways[0], await linkIn(workspace, 'u'));
    const { consent, topics } = await sara();
    expect([consent, topics]).toMatchObject([undefined, { news: { status: 'unsubscribed' } }]);
  });

  test('with a link that is not ours changes nothing, and tells nothing', async () => {
    const answer = await click(...ways[0], `${path}x`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('sara');
    expect((await sara()).consent).toBeUndefined();
  });

  test('counts for whom the contact turned out to be, and the page shows what they chose', async () => {
    const device = { anonymousId: 'device', traits: { email: 'ann@example.com' } };
    await tell(workspace, { type: 'identify', ...device });
    await tell(workspace, { type: 'track', event: 'Hello', anonymousId: 'device' });
    const to = 'ann@example.com';
    const links = [await linkIn(workspace, 'u', to), await linkIn(workspace, 'p', to)] as const;
    await tell(workspace, { type: 'identify', userId: 'ann', traits: { plan: 'pro' } });
    const ann = () => get<Contact>(workspace, '/api/contacts/user:ann');
    const before = (await ann()).id;
    await tell(workspace, identify('ann'));
    const { id, merged } = await ann();
    expect([id, ...(merged ?? [])]).toContain(before);
    expect(merged).toHaveLength(1);
    await click(...ways[0], links[0]);
    expect((await ann()).consent?.status).toBe('unsubscribed');
    expect(stateOf(await look(workspace, links[1]))).toContain('You get no marketing emails');
  });
});

describe('the page', () => {
  test('changes nothing when it is read', async () => {
    for (const method of ['GET', 'HEAD']) {
      const { statusCode, headers } = await look(workspace, `${path}?do=all`, {}, method);
      expect(statusCode).toBe(200);
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers).not.toHaveProperty('location');
    }
    expect((await sara()).consent).toBeUndefined();
  });

  test('ends all marketing by its button, also by the one of before', async () => {
    expect(titleOf(await press(workspace, path, 'all'))).toBe('You are unsubscribed');
    expect((await sara()).consent).toMatchObject({ method: 'preference_page' });
    expect(titleOf(await post(workspace, path, ''))).toBe('You are unsubscribed');
  });

  test('offers the topic first, and leads on to all that can be chosen', async () => {
    await tell(workspace, { type: 'track', event: 'News', userId: 'sara' });
    const topical = await linkIn(workspace, 'u');
    const left = await press(workspace, `${topical}?lang=pl`, 'topic');
    expect(left.body).toContain('<bdi>Nowości firmy</bdi>');
    const { consent, topics } = await sara();
    expect([consent, topics]).toMatchObject([undefined, { news: { status: 'unsubscribed' } }]);
    const choices = /href="\.\.(\/p\/[^"?]+)\?lang=pl"/.exec(left.body)?.[1] ?? '';
    expect((await look(workspace, choices)).statusCode).toBe(200);
  });
});

test('whatever is sent to any page is answered, changes nobody else, and shows no address', async () => {
  const tokens = fc.oneof(fc.string(), fc.constant(path.slice(3)), fc.constant('a.b.c.d'));
  const bodies = fc.oneof(
    fc.string(),
    fc.constantFrom('do=off', 'do=__proto__', 'do=topics&shown=news', 'do=pause&days=7', '%'),
  );
  const room = fc.constantFrom('u', 'p', 'confirm', '');
  const type = fc.constantFrom('', 'text/plain', 'multipart/form-data', ways[0][0]);
  await tell(workspace, identify('bob'));
  const bob = await get<Contact>(workspace, '/api/contacts/user:bob');
  const asked = fc.tuple(room, tokens, bodies, type, fc.constantFrom('GET', 'POST', 'PUT'));
  await fc.assert(
    fc.asyncProperty(asked, async ([where, token, body, contentType, method]) => {
      const { statusCode, body: html = '' } = await send(workspace.world, 'pages', {
        ...{ path: `/${where}/x`, method, body, headers: { 'content-type': contentType } },
        pathParameters: { token },
      });
      expect([200, 404, 405]).toContain(statusCode);
      expect(html).not.toMatch(/sara@|bob@/);
    }),
    { numRuns: 60 },
  );
  expect(await get<Contact>(workspace, '/api/contacts/user:bob')).toEqual(bob);
});

/** Kills the pages at that call of theirs, once; answers how many calls there were. */
async function killedAt(nth: number, side: Exclude<Fate, 'live'>): Promise<number> {
  let isOn = false;
  let count = 0;
  const fate = ({ function: name }: { readonly function: string }): Fate => {
    if (!isOn || name !== 'pages') return 'live';
    count += 1;
    return count === nth ? side : 'live';
  };
  workspace = await forThisTest(() => openPages({ asks: false, fate }));
  const page = await writeToSara(workspace);
  const form = fieldsOf((await look(workspace, page)).body, 'off').toString();
  isOn = true;
  for (let tries = 0; tries < 5; tries += 1)
    if ((await post(workspace, page, form)).statusCode === 200) break;
  await workspace.world.quiet();
  return count;
}

test('whoever carries out a choice may die at any call: sent again it is done, and written down once', async () => {
  const calls = await killedAt(0, 'die_before');
  expect(calls).toBeGreaterThan(5);
  for (let nth = 1; nth <= calls; nth += 1)
    for (const side of ['die_before', 'die_after'] as const) {
      await killedAt(nth, side);
      const { consent } = await sara();
      expect([nth, side, consent?.status, await rows()]).toEqual([nth, side, 'unsubscribed', 1]);
    }
}, 300_000);
