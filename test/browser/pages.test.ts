// The pages behind the links of a mail in a real browser: by keyboard, without a script, on a phone, light and dark, in every
// language; and looked over by axe.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, visit } from '../support/browser.ts';
import {
  openPageServer,
  type PageServer,
  pending,
  tokens,
  visitedAt,
} from '../support/page-server.ts';

let browser: Browser;
let server: PageServer;
beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), openPageServer()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(() => server.reset());

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const languages = ['en', 'fa', 'pl'] as const;
const names = Object.keys(tokens) as (keyof typeof tokens)[];
const shown = names.flatMap((name) => languages.map((language) => [name, language] as const));

const address = (name: keyof typeof tokens, language = 'en') =>
  `${server.url}${tokens[name]}?lang=${language}`;

/** Names of the rules that are broken, and where. */
const judged = async (page: Page): Promise<unknown> => {
  await page.evaluate(axe);
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target, failureSummary])]))`);
};

/** What fingers must hit, and its size where that is too small. */
const smallTargets = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('button, a, .pick')]
    .map((one) => [one.textContent, one.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 44 || height < 44)
    .map(([text, { width, height }]) => [text, width, height])`);

describe.each(shown)('the page to %s, in %s', (name, language) => {
  it('is sound, light and dark, and fits a phone with large letters', async () => {
    if (name === 'confirm' || name === 'late') server.reset(pending);
    const { page, complaints, hosts, visitor } = await visit(browser, address(name, language));
    const root = await page.$eval('html', ({ lang, dir }) => [lang, dir]);
    expect(root).toEqual([language, language === 'fa' ? 'rtl' : 'ltr']);
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect([value, await judged(page)]).toEqual([value, []]);
    }
    await page.setViewport({ width: 320, height: 640 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    expect(await smallTargets(page)).toEqual([]);
    // Letters twice as large in the same window.
    await page.setViewport({ width: 640, height: 640 });
    await page.evaluate(`document.documentElement.style.zoom = 2`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(640);
    expect([...hosts]).toEqual([new URL(server.url).host]);
    expect(complaints.filter((said) => !said.includes('404'))).toEqual([]);
    await visitor.close();
  });
});

/** Opens it as somebody who has scripts switched off. */
async function plainly(name: keyof typeof tokens, language: string): Promise<Page> {
  const { page } = await visit(browser, 'about:blank');
  await page.setJavaScriptEnabled(false);
  await page.goto(address(name, language));
  return page;
}

/** Tabs to what has that value, or does that; fails where the keyboard does not lead there, or it is not seen. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let count = 0; count < 40; count += 1) {
    await page.keyboard.press('Tab');
    const [found, outline] = (await page.evaluate(`(() => {
      const one = document.activeElement;
      const deed = one.form?.elements.do?.value;
      return [[one.name + '=' + one.value, deed && one.type === 'submit' ? deed : ''], getComputedStyle(one).outlineWidth];
    })()`)) as [string[], string];
    if (!found.includes(wanted)) continue;
    expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(3);
    return;
  }
  throw new Error(`The keyboard does not lead to ${wanted}`);
}

async function enter(page: Page): Promise<string> {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  return page.$eval('main', (main) => main.textContent ?? '');
}

describe.each(languages)('by keyboard and without a script, in %s', (language) => {
  it('people choose topics, a pause, their language, and an end to it all', async () => {
    const page = await plainly('choose', language);
    await tabTo(page, 'topic=offers');
    await page.keyboard.press('Space');
    await tabTo(page, 'topics');
    await enter(page);
    expect(server.contact().topics).toMatchObject({ offers: { status: 'subscribed' } });
    await tabTo(page, 'days=30');
    await enter(page);
    expect(server.contact().pausedUntil).toBe(visitedAt + 30 * 86_400_000);
    await tabTo(page, 'untrack');
    await enter(page);
    expect(server.contact().untracked).toBe(true);
    await tabTo(page, 'off');
    await enter(page);
    expect(server.contact().consent).toMatchObject({ status: 'unsubscribed' });
    expect(await page.$eval('html', ({ lang }) => lang)).toBe(language);
    await page.browserContext().close();
  });

  it('people leave one topic, or all', async () => {
    const page = await plainly('leave', language);
    await tabTo(page, 'topic');
    await enter(page);
    expect(server.contact()).toMatchObject({ topics: { offers: { status: 'unsubscribed' } } });
    expect(server.contact().consent).toBeUndefined();
    await page.goto(address('leave', language));
    await tabTo(page, 'all');
    await enter(page);
    expect(server.contact().consent).toMatchObject({ status: 'unsubscribed' });
    await page.browserContext().close();
  });

  it('people confirm their address, and go on to choose', async () => {
    server.reset(pending);
    const page = await plainly('confirm', language);
    await tabTo(page, 'confirm');
    await enter(page);
    expect(server.contact().consent).toMatchObject({ status: 'subscribed' });
    await page.keyboard.press('Tab');
    await enter(page);
    expect(new URL(page.url()).pathname).toBe(tokens.choose);
    await page.browserContext().close();
  });
});

it('people choose their language, and read on in it', async () => {
  const page = await plainly('choose', 'en');
  await tabTo(page, 'language=en');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'language');
  await enter(page);
  expect(server.contact().traits.locale).toBe('fa');
  expect(await page.$eval('html', ({ lang }) => lang)).toBe('fa');
  await page.browserContext().close();
});
