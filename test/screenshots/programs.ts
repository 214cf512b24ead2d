// `npm run screenshots`: the mails of the four programs, all of a program side by side, in each language, on a phone and
// on a desk, for docs/screenshots. The fonts are those of the machine, so that pictures of two machines differ.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { readPrograms } from '../../infra/programs.ts';
import { openBrowser } from '../support/browser.ts';
import { heightOf, type Look, lookAt, openMailbox } from '../support/mail-look.ts';
import { renderShipped, shippedMails } from '../support/shipped-mails.ts';

const folder = join(import.meta.dirname, '../../docs/screenshots/programs');

type Shot = readonly [language: string, width: number, scheme: Look['scheme']];

const shots: readonly Shot[] = [
  ['en', 375, 'light'],
  ['fa', 375, 'light'],
  ['pl', 375, 'dark'],
  ['en', 1280, 'dark'],
  ['fa', 1280, 'light'],
];

/** A desk is wide, and several of them stand in one picture. */
const scaleAt = (width: number) => (width > 1000 ? 0.4 : 0.65);

async function takeMail(page: Page, name: string, [language, width, scheme]: Shot) {
  const mail = shippedMails.find(
    (one) => one.name === `program: ${name}` && one.language === language,
  );
  if (!mail) throw new Error(`${name} does not ship in ${language}`);
  await page.setContent((await renderShipped(mail)).html);
  await lookAt(page, { width, scheme });
  const deviceScaleFactor = scaleAt(width);
  await page.setViewport({ width, height: await heightOf(page), deviceScaleFactor });
  return `<img src="data:image/png;base64,${await page.screenshot({ encoding: 'base64' })}">`;
}

async function takeProgram(page: Page, program: string, names: readonly string[], shot: Shot) {
  const images: string[] = [];
  for (const name of names) images.push(await takeMail(page, name, shot));
  await page.setViewport({ width: 100, height: 100 });
  await page.setContent(`<!doctype html><body style="margin:0"><div id="sheet"
    style="display:flex;gap:12px;align-items:flex-start;width:max-content;background:#888">${images.join('')}</div>`);
  const path = join(folder, `${program}-${shot.join('-')}.webp`) as `${string}.webp`;
  await (await page.$('#sheet'))?.screenshot({ path, type: 'webp', quality: 55 });
  return path;
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  const page = await openMailbox(browser);
  for (const { name, campaigns } of readPrograms()) {
    const mails = Object.keys(campaigns[0]?.body.templates ?? {});
    for (const shot of shots) console.log(await takeProgram(page, name, mails, shot));
  }
} finally {
  await browser.close();
}
