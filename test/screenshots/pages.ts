// `npm run screenshots`: pictures of the pages behind the links of a mail for docs/screenshots. The fonts are those of
// the machine, so that pictures of two machines differ.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openBrowser } from '../support/browser.ts';
import { heightOf } from '../support/mail-look.ts';
import { openPageServer, type PageServer, pending, tokens } from '../support/page-server.ts';

const folder = process.argv[2] ?? join(import.meta.dirname, '../../docs/screenshots');

type Shot = readonly [keyof typeof tokens, 'en' | 'fa' | 'pl', number, 'light' | 'dark'];

const kept: readonly Shot[] = [
  ['choose', 'en', 1280, 'light'],
  ['choose', 'fa', 375, 'light'],
  ['choose', 'pl', 375, 'dark'],
  ['leave', 'fa', 375, 'dark'],
  ['confirm', 'pl', 375, 'light'],
  ['erasure', 'en', 375, 'light'],
];

/** With a folder named, every page is taken. */
const everything = Object.keys(tokens).flatMap((name) =>
  (['en', 'fa', 'pl'] as const).map((language, at): Shot => {
    const [width, scheme] = [[320, 1280, 375][at] ?? 375, at === 1 ? 'dark' : 'light'] as const;
    return [name as keyof typeof tokens, language, width, scheme];
  }),
);

async function take(server: PageServer, page: Page, shot: Shot): Promise<string> {
  const [name, language, width, scheme] = shot;
  server.reset(name === 'confirm' || name === 'late' ? pending : {});
  await page.setViewport({ width, height: 700 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${server.url}${tokens[name]}?lang=${language}`);
  const path = join(folder, `page-${name}-${language}-${width}-${scheme}.webp`) as `${string}.webp`;
  await page.setViewport({ width, height: await heightOf(page) });
  await page.screenshot({ path, type: 'webp', quality: 60 });
  return path;
}

await mkdir(folder, { recursive: true });
const [browser, server] = await Promise.all([openBrowser(), openPageServer()]);
try {
  const page = await browser.newPage();
  for (const shot of process.argv[2] ? everything : kept)
    console.log(await take(server, page, shot));
} finally {
  await browser.close();
  await server.close();
}
