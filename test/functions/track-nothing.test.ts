// What tracking leaves alone: mail and people who are not to be tracked, links that lead nowhere, and a queue that is down.
import { beforeEach, describe, expect, it } from 'vitest';
import { createSettings } from '../../functions/adapters/settings.ts';
import { signMail } from '../../functions/channels/email/tracking-token.ts';
import type { TrackEnvironment } from '../../functions/environment.ts';
import * as track from '../../functions/track.ts';
import type { Builder } from '../support/builders.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { linkIn, post } from '../support/pages.ts';
import { follow, minute, openShopWithLinks, told, write } from '../support/reader.ts';
import { call } from '../support/sender.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShopWithLinks);
});

describe('a mail is not tracked', () => {
  const off = (what: object) =>
    call(workspace.world, workspace.keys.adminToken, {
      ...{
        path: '/api/tracking',
        method: 'PUT',
        body: JSON.stringify({ opens: true, clicks: true, ...what }),
      },
    });

  it('when it is a receipt', async () => {
    await write(workspace, { type: 'track', event: 'Order Completed', userId: 'ann' });
    const { html } = (await workspace.world.outbox.letters()).at(-1) ?? {};
    expect(html).toContain('href="https://shop.example/hats?a=1&amp;b=2"');
    expect(html).not.toContain('/o/');
  });

  it('when the owner has switched it off, and what older mails bring is not told', async () => {
    const { clicks, pixel } = await write(workspace);
    await off({ clicks: false });
    await workspace.world.advance(2 * minute);
    expect((await follow(workspace, clicks[0])).statusCode).toBe(302);
    await follow(workspace, pixel);
    expect(await told(workspace)).toMatchObject([{ name: 'Email Opened' }]);
    expect((await write(workspace)).clicks).toEqual([]);
  });
});

it('a person who wants no tracking gets plain mail, and what older mails bring is not told', async () => {
  const { clicks, pixel } = await write(workspace);
  const { statusCode } = await post(
    workspace,
    await linkIn(workspace, 'p', 'ann@example.com'),
    'do=untrack',
  );
  expect(statusCode).toBeLessThan(400);
  expect((await follow(workspace, clicks[0])).statusCode).toBe(302);
  await follow(workspace, pixel);
  expect(await told(workspace)).toEqual([]);
  expect(await write(workspace)).toEqual({ clicks: [], trap: '', pixel: '' });
});

describe('a wrong link', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example/',
    'ftp://evil.example/',
    '',
  ])('leads nowhere, even if somebody had us sign "%s"', async (url) => {
    const { observer, tables, now } = workspace.world;
    const { signingKeys } = await createSettings(observer, tables.core, now).get();
    const mail = { contact: 'con_1', message: 'msg_1', campaign: 'offer', sentAt: now() };
    const token = signMail(mail, signingKeys[0] ?? '').click(url);
    const { statusCode, headers } = await follow(workspace, `/c/${token}`);
    expect([statusCode, headers?.location]).toEqual([404, undefined]);
  });

  it.each(['/c/x', '/c/a.b.c.d.e.0123456789012345678901', '/o/x'])(
    '%s leads nowhere',
    async (path) => {
      const { statusCode, headers, body } = await follow(workspace, path);
      expect(statusCode).toBe(404);
      expect(headers?.location).toBeUndefined();
      expect(body).toContain('This link does not work');
    },
  );

  it('that machines only see leads nowhere either', async () => {
    const { statusCode, headers, body } = await follow(workspace, (await write(workspace)).trap);
    expect([statusCode, headers?.location]).toEqual([200, undefined]);
    expect(body).toContain('not meant for people');
    expect(await told(workspace)).toEqual([]);
  });
});

it('a queue that is down keeps nobody from getting on', async () => {
  const lost: Builder = (env: TrackEnvironment, aws) =>
    track.create({ ...env, FEEDBACK_QUEUE_URL: 'http://localhost/0/none' }, aws);
  workspace = await forThisTest(() => openShopWithLinks({ replaced: { track: lost } }));
  const { clicks, pixel } = await write(workspace);
  expect((await follow(workspace, clicks[0])).statusCode).toBe(302);
  expect((await follow(workspace, pixel)).statusCode).toBe(200);
  expect(await told(workspace)).toEqual([]);
});
