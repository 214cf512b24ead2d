// Every page of the console in a real browser: no finding of axe, light and dark, in both directions, on a desk and a phone;
// nothing wider than the phone; and no complaint, so nothing that the policy forbids.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judged, type OpenConsole, openConsole } from '../../support/console.ts';
import { places } from '../../support/console-places.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
}, 300_000);
afterAll(() => opened?.close());

const onDesk = { width: 1280, light: 'light', language: 'en' } as const;
const onPhone = { width: 390, light: 'dark', language: 'fa' } as const;

describe.each(Object.values(places))('the page %s', (path) => {
  it('has no finding in the light, from left to right, on a desk', async () => {
    const page = await opened.open(path, onDesk);
    expect(await judged(page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
    await page.browserContext().close();
  });

  it('has no finding in the dark, from right to left, on a phone, and fits it', async () => {
    const page = await opened.open(path, onPhone);
    const root = await page.$eval('html', ({ lang, dir }) => [lang, dir]);
    expect(root).toEqual(['fa', 'rtl']);
    expect(await judged(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(opened.complaints).toEqual([]);
    await page.browserContext().close();
  });
});
