// `npm run screenshots`: pictures of shipped mails for docs/screenshots, on a phone and on a desk, in both schemes and both
// directions. The fonts are those of the machine, so that pictures of two machines differ.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openBrowser } from '../support/browser.ts';
import { heightOf, type Look, lookAt, openMailbox } from '../support/mail-look.ts';
import { renderShipped, shippedMails } from '../support/shipped-mails.ts';

const folder = join(import.meta.dirname, '../../docs/screenshots');

type Shot = readonly [mail: string, language: string, width: number, scheme: Look['scheme']];

const shots: readonly Shot[] = [
  ['library: welcome', 'en', 1280, 'light'],
  ['library: welcome', 'en', 375, 'light'],
  ['library: welcome', 'en', 375, 'dark'],
  ['library: welcome', 'fa', 1280, 'dark'],
  ['library: cart', 'fa', 375, 'light'],
  ['library: cart', 'fa', 375, 'dark'],
  ['library: cross-sell', 'en', 375, 'light'],
  ['library: cross-sell', 'fa', 375, 'light'],
  ['library: newsletter', 'en', 1280, 'dark'],
  ['library: newsletter', 'pl', 375, 'light'],
  ['library: newsletter', 'fa', 1280, 'light'],
  ['library: win-back', 'pl', 375, 'dark'],
  ['library: confirm-address', 'fa', 375, 'light'],
  ['library: confirm-request', 'en', 375, 'dark'],
];

const nameOf = ([mail, language, width, scheme]: Shot): string =>
  `${mail.replace(/^.*: /, '')}-${language}-${width}-${scheme}.webp`;

async function take(page: Page, shot: Shot): Promise<string> {
  const [name, language, width, scheme] = shot;
  const mail = shippedMails.find((one) => one.name === name && one.language === language);
  if (!mail) throw new Error(`${name} does not ship in ${language}`);
  await page.setContent((await renderShipped(mail)).html);
  await lookAt(page, { width, scheme });
  await page.setViewport({ width, height: await heightOf(page) });
  const path = join(folder, nameOf(shot)) as `${string}.webp`;
  await page.screenshot({ path, type: 'webp', quality: 70 });
  return path;
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  const page = await openMailbox(browser);
  for (const shot of shots) console.log(await take(page, shot));
} finally {
  await browser.close();
}
