// `npm run screenshots`: pictures of the console for docs/screenshots/console, with a week of a small shop in it: on a desk
// and a phone, in both schemes and both directions.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { goTo, type Look, openConsole, settled } from '../support/console.ts';
import { addressesOf } from '../support/console-places.ts';
import { tellWeek } from '../support/console-story.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../docs/screenshots/console');

/** Every page on a desk and a phone, light and dark, from left to right and right to left. */
const looks: readonly Required<Look>[] = [
  { width: 1280, light: 'light', language: 'en' },
  { width: 390, light: 'dark', language: 'fa' },
];

async function take(page: Page, name: string, look: Required<Look>): Promise<string> {
  const { width, light, language } = look;
  const path = join(folder, `${name}-${language}-${width}-${light}.webp`) as `${string}.webp`;
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewport({ width, height: Math.min(Math.max(height, 700), 1800) });
  await settled(page);
  await page.screenshot({ path, type: 'webp', quality: 55 });
  return path;
}

await mkdir(folder, { recursive: true });
const opened = await openConsole();
try {
  await tellWeek(opened.runtime);
  const addresses = await addressesOf(opened);
  for (const look of looks) {
    // One visitor goes from page to page: each would be a line of the audit.
    const page = await opened.open('/', look);
    for (const [name, address] of addresses) {
      await page.setViewport({ width: look.width, height: 900 });
      await goTo(page, `${opened.runtime.url}/#${address}`);
      console.log(await take(page, name, look));
    }
    await page.browserContext().close();
  }
} finally {
  await opened.close();
}
