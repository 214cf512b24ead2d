// Every page of the console in a real browser: no serious finding of axe, light and dark, in both directions; nothing wider
// than a phone; no complaint, so nothing that the policy forbids.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judged, type OpenConsole, openConsole } from '../../support/console.ts';
import { places } from '../../support/console-places.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
}, 120_000);
afterAll(() => opened?.close());

describe.each(Object.values(places))('the page %s', (path) => {
  it.each([
    ['light', 'en'],
    ['dark', 'fa'],
  ] as const)('has no finding in the %s, in %s, and fits a phone', async (light, language) => {
    const page = await opened.open(path, { light, language });
    const root = await page.$eval('html', ({ lang, dir }) => [lang, dir]);
    expect(root).toEqual([language, language === 'fa' ? 'rtl' : 'ltr']);
    expect(await judged(page)).toEqual([]);
    await page.setViewport({ width: 390, height: 844 });
    // The menu folds away first.
    await page.waitForFunction('document.documentElement.scrollWidth <= 390', { timeout: 5_000 });
    expect(await judged(page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
    await page.browserContext().close();
  });
});
