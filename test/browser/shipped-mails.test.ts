// The shipped mails in a real Chromium: on a phone and on a desk, light and dark, from left to right and from right to left.
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { type Look, lookAt, measure, openMailbox } from '../support/mail-look.ts';
import { renderShipped, shippedMails, strangerTo } from '../support/shipped-mails.ts';

let browser: Browser;
let mailbox: Page;
beforeAll(async () => {
  browser = await openBrowser();
  mailbox = await openMailbox(browser);
});
afterAll(() => browser.close());

const looks: readonly Look[] = [
  { width: 375, scheme: 'light' },
  { width: 375, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 1280, scheme: 'outlook' },
];

/** WCAG 2.2, 1.4.3, for text of any size. */
const leastContrast = 4.5;

/** Apple's least size of what a finger hits, in points. */
const leastTarget = 44;

async function seen(look: Look) {
  await lookAt(mailbox, look);
  return await measure(mailbox, leastContrast);
}

test.each(shippedMails.map((mail) => [`${mail.name} in ${mail.language}`, mail] as const))(
  '%s is read with ease',
  async (_, mail) => {
    await mailbox.setContent((await renderShipped(mail)).html);
    for (const look of looks) {
      const { buttons, ...other } = await seen(look);
      const { width, scheme } = look;
      const isDark = scheme !== 'light';
      expect({ scheme, ...other }).toEqual({ scheme, width, isDark, faint: [], astray: [] });
      expect(buttons).toHaveLength(1);
      for (const side of Object.values(buttons[0] ?? {}))
        expect(side).toBeGreaterThanOrEqual(leastTarget);
    }
    await mailbox.setContent((await renderShipped(mail, strangerTo(mail))).html);
    for (const width of [360, 480, 640])
      expect((await seen({ width, scheme: 'light' })).width).toBe(width);
  },
);

test('what is faint, wide or astray is told', async () => {
  const html = `<!doctype html><html dir="rtl" lang="fa"><body>
    <p style="color:#aaa">Faint</p><p dir="ltr" style="width:900px">Astray</p></body></html>`;
  await mailbox.setContent(html);
  const told = await seen({ width: 375, scheme: 'light' });
  expect(told.faint).toEqual([expect.stringMatching(/^2\.3\d: Faint$/)]);
  expect(told.astray).toEqual(['Astray']);
  expect(told.width).toBeGreaterThan(375);
  expect(told.buttons).toEqual([]);
});
