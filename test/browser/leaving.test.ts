// What a page has not sent yet goes out when its visitor leaves, on a page of another origin, in a real browser.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { visit } from '../support/browser.ts';
import { batching, type OnPage, withBeacon } from '../support/browser-libraries.ts';
import { acknowledged, openUnwellDoor } from '../support/unwell-door.ts';
import { Visitors } from '../support/visitors.ts';

const visitors = new Visitors();
const { runtime } = visitors;

/** Longer than anybody stays. */
const never = 600_000;

const beaconOfOurOwn: OnPage = async ({ host, writeKey }, calls) => `<script>
  const said = [];
  const analytics = {
    identify: (userId, traits) => said.push({ type: 'identify', userId, traits }),
    track: (event, properties) =>
      said.push({ type: 'track', userId: said[0].userId, event, properties }),
    ready: (heard) => heard(),
  };
  addEventListener('pagehide', () => {
    const batch = said.map((one) => ({ ...one, messageId: crypto.randomUUID() }));
    navigator.sendBeacon('${host}/v1/b', JSON.stringify({ writeKey: '${writeKey}', batch }));
  });
  ${calls}
</script>`;

const ways: Readonly<Record<string, OnPage>> = {
  '@segment/analytics-next in batches': batching(never),
  '@rudderstack/analytics-js with beacons': withBeacon,
  "a page's own beacon": beaconOfOurOwn,
};
const leave = {
  'goes on to another site': (page) => page.goto('about:blank'),
  'closes the tab': (page) => page.close(),
} satisfies Record<string, (page: Awaited<ReturnType<typeof visit>>['page']) => Promise<unknown>>;

beforeAll(() => visitors.open(), 120_000);
afterAll(() => visitors.close());

describe.each(Object.entries(ways))('%s', (name, onPage) => {
  it.each(Object.entries(leave))('has all of it sent once when a visitor %s', async (how, go) => {
    const door = await openUnwellDoor(runtime.url, []);
    const user = `${name} ${how}`.replaceAll(/\W+/g, '-');
    const place = { host: door.url, writeKey: runtime.writeKey };
    const calls = `
      const asked = [
        analytics.identify('${user}', { firstName: 'سارا' }),
        analytics.track('محصول دیده شد', { نام: 'چای' }),
      ];
      analytics.ready(async () => {
        await Promise.all(asked);
        document.title = 'ready';
      });`;
    const address = visitors.site.put(`/${user}`, await onPage(place, calls));
    const { page, visitor, complaints } = await visit(visitors.browser, address);
    await page.waitForFunction("document.title === 'ready'");
    expect(door.heard).toEqual([]);
    await go(page);
    await vi.waitUntil(() => acknowledged(door).size === 2, { interval: 50, timeout: 30_000 });
    await visitor.close();
    await door.close();
    await runtime.advance('PT1S');
    expect(complaints).toEqual([]);
    const found = await visitors.arrived(`user:${user}`);
    expect(found.map((one) => one.name).sort()).toEqual(['Contact Identified', 'محصول دیده شد']);
    expect(found.find((one) => one.name === 'محصول دیده شد')?.properties).toMatchObject({
      نام: 'چای',
    });
  });
});
