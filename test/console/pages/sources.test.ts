// Sources as somebody connects them: a shop by mouse, a write key by keyboard; a request that was set aside is mended.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenConsole, openConsole, settled } from '../../support/console.ts';

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
