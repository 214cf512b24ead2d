// Opens and clicks in the whole system: who follows a link in a mail gets on, and what was seen is told once to its contact.
import { beforeEach, describe, expect, it } from 'vitest';
import { forThisTest } from '../support/for-this-test.ts';
import {
  browser,
  follow,
  hour,
  minute,
  openShopWithLinks,
  told,
  write,
} from '../support/reader.ts';
import { get, timeline } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShopWithLinks);
});

describe('who clicks', () => {
  it('is led on at once, without a trace for others, and the contact hears of it', async () => {
    const { clicks } = await write(workspace);
    expect(clicks).toHaveLength(3);
    const { statusCode, headers } = await follow(workspace, clicks[0]);
    expect([statusCode, headers]).toEqual([
      302,
      {
        location: 'https://shop.example/hats?a=1&b=2',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      },
    ]);
    expect(await told(workspace)).toMatchObject([
      {
        name: 'Email Link Clicked',
        properties: {
          campaign_id: 'offer',
          link_url: 'https://shop.example/hats?a=1&b=2',
          machine: false,
          first: true,
        },
      },
    ]);
    expect(JSON.stringify(await timeline(workspace, 'user:ann'))).not.toContain('Chrome');
  });

  it('counts once for each link in half an hour, and the mail counts once', async () => {
    const { clicks } = await write(workspace);
    for (const path of [...clicks.slice(0, 2), ...clicks.slice(0, 2)]) {
      await follow(workspace, path);
      await workspace.world.advance(minute);
    }
    expect(await told(workspace)).toHaveLength(2);
    const { messages } = await get<{ messages: object }>(workspace, '/api/campaigns/offer/results');
    expect(messages).toMatchObject({ clicked: 1, clickRate: 1, byMachine: { clicked: 0 } });
  });

  it('starts what waits for clicks, if it is a person', async () => {
    const { clicks, trap } = await write(workspace);
    await follow(workspace, trap);
    await follow(workspace, clicks[0]);
    expect(await told(workspace)).toMatchObject([
      { properties: { machine: true, signs: ['trap'] } },
    ]);
    const count = () => workspace.world.outbox.count();
    expect(count()).toBe(1);
    await follow(workspace, clicks[0]);
    expect(await told(workspace)).toHaveLength(2);
    expect(count()).toBe(2);
  });

  it('is a machine when it follows links in a burst and says no language, the first of them too', async () => {
    const { clicks } = await write(workspace);
    const { 'accept-language': _, ...silent } = browser;
    for (const path of clicks) await follow(workspace, path, silent);
    const all = (await told(workspace)).map(
      ({ properties }) => (properties as { machine: boolean }).machine,
    );
    expect(all).toEqual([true, true, true]);
    const { messages } = await get<{ messages: object }>(workspace, '/api/campaigns/offer/results');
    expect(messages).toMatchObject({ clicked: 0, byMachine: { clicked: 1 } });
  });

  it('by HEAD is led on as well, and is a machine', async () => {
    const { clicks } = await write(workspace);
    expect((await follow(workspace, clicks[0] ?? '', browser, 'HEAD')).statusCode).toBe(302);
    expect(await told(workspace)).toMatchObject([
      { properties: { machine: true, signs: ['head'] } },
    ]);
  });
});

describe('who opens', () => {
  it('gets one transparent point, and counts once in half an hour', async () => {
    const { pixel } = await write(workspace);
    const answer = (await follow(workspace, pixel)) as Awaited<ReturnType<typeof follow>> & object;
    expect(answer).toMatchObject({
      statusCode: 200,
      isBase64Encoded: true,
      headers: { 'content-type': 'image/gif', 'cache-control': 'no-store' },
    });
    expect(Buffer.from(answer.body ?? '', 'base64')).toHaveLength(43);
    await follow(workspace, pixel);
    expect(await told(workspace)).toMatchObject([
      { name: 'Email Opened', properties: { machine: false } },
    ]);
    await workspace.world.advance(hour);
    await follow(workspace, pixel);
    expect(await told(workspace)).toMatchObject([{}, { properties: { first: false } }]);
  });

  it('by the proxy of Apple is a machine, and a person may follow', async () => {
    const { pixel } = await write(workspace);
    await follow(workspace, pixel, { 'user-agent': 'Mozilla/5.0' });
    await follow(workspace, pixel);
    const machines = (await told(workspace)).map(
      ({ properties }) => (properties as { machine: boolean }).machine,
    );
    expect(machines.sort()).toEqual([false, true]);
  });
});
