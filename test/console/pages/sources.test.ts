// Sources as somebody connects them: a shop by mouse, a write key by keyboard; what comes in is seen; what was set aside is mended.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { judged, type OpenConsole, openConsole, settled } from '../../support/console.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
}, 300_000);
afterAll(() => opened?.close());

it('connects a shop, and shows the address and the secret once', async () => {
  const page = await opened.open('/sources/connect');
  await page.locator('::-p-text(WooCommerce)').click();
  await page.locator('::-p-text(Connect WooCommerce)').click();
  await page.locator('::-p-text(Make a secret)').click();
  await page.waitForSelector('::-p-text(I have copied it)');
  const said = await page.$eval('body', (body) => body.textContent);
  expect(said).toContain(`${opened.runtime.url}/hooks/woocommerce`);
  await page.locator('::-p-text(I have copied it)').click();
  await page.browserContext().close();
});

it('makes a write key by the keyboard alone, and shows what to paste', async () => {
  const page = await opened.open('/sources/connect');
  await page.focus('input[placeholder="website"]');
  await page.keyboard.type('blog');
  await page.keyboard.press('Enter');
  await page.waitForSelector('::-p-text(I have copied it)');
  const done = await page.waitForSelector('::-p-xpath(//button[.="I have copied it"])');
  await done?.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('[aria-label="Snippet"]');
  const snippet = await page.$eval('[aria-label="Snippet"]', (code) => code.textContent);
  expect(snippet).toMatch(/analytics\.load\("wk_[\w-]+"\)/);
  await page.browserContext().close();
});

it('mends and replays what was set aside', async () => {
  const { url, writeKey } = opened.runtime;
  await fetch(`${url}/v1/track`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ userId: 'u1' }),
  });
  const page = await opened.open('/sources/quarantine');
  await page.locator('::-p-text(Mend and replay)').click();
  const mended = { type: 'track', event: 'Product Viewed', userId: 'u1' };
  await page.locator('::-p-aria(What is read)').fill(JSON.stringify(mended));
  await page.locator('::-p-xpath(//button[.="Replay"])').click();
  await page.waitForSelector('::-p-text(and it was taken)');
  await settled(page);
  expect(opened.complaints).toEqual([]);
  await page.browserContext().close();
});

const sendTrack = (event: string, properties: object = {}) =>
  fetch(`${opened.runtime.url}/v1/track`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${opened.runtime.writeKey}:`)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ userId: 'u-live', event, properties }),
  });

it('shows what comes in while somebody looks on, with what it held and whom it is about', async () => {
  const page = await opened.open('/sources/live');
  await page.waitForSelector('::-p-text(Watching: what comes in)');
  await sendTrack('Kite Ordered', { color: 'teal' });
  await page.waitForSelector('::-p-xpath(//tr[contains(., "Kite Ordered")][contains(., "Taken")])');
  expect(await judged(page)).toEqual([]);
  await page.focus('button[aria-label="Look at Kite Ordered"]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('::-p-xpath(//*[@aria-label="Properties"][contains(., "teal")])');
  await page.keyboard.press('Escape');
  await page.waitForSelector('[role="dialog"]', { hidden: true });
  await page.locator('::-p-xpath(//tr[contains(., "Kite Ordered")]//a[.="u-live"])').click();
  await page.waitForSelector('::-p-xpath(//h1[contains(., "u-live")])');
  expect(opened.complaints).toEqual([]);
  await page.browserContext().close();
});

it('can be paused, and is told in one sentence what came meanwhile', async () => {
  const page = await opened.open('/sources/live');
  await page.locator('::-p-xpath(//button[.="Pause the stream"])').click();
  await page.waitForSelector('::-p-text(The stream is paused.)');
  await sendTrack('Paper Ordered');
  await page.waitForNetworkIdle({ idleTime: 3_000 });
  expect(await page.$('::-p-text(Paper Ordered)')).toBeNull();
  await page.locator('::-p-xpath(//button[.="Go on watching"])').click();
  await page.waitForSelector('::-p-text(Paper Ordered)');
  await page.waitForSelector('::-p-xpath(//*[@role="status"][contains(., "arrived since")])');
  await page.browserContext().close();
});

it('says how to send a first event where nothing has come from that source', async () => {
  const page = await opened.open('/sources/live?source=api');
  await page.waitForSelector('::-p-text(Nothing has come in for a day)');
  const call = await page.$eval('[aria-label="Something happened"]', (code) => code.textContent);
  expect(call).toContain(`curl ${opened.runtime.url}/v1/track`);
  expect(await judged(page)).toEqual([]);
  await page.browserContext().close();
});
