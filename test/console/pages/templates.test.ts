// A template as a marketer writes it: beside a preview that runs nothing, in two languages, tested, saved as a version.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenConsole, openConsole } from '../../support/console.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
}, 240_000);
afterAll(() => opened?.close());

const found = (page: Page, role: string, name: string) =>
  page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
const click = async (page: Page, role: string, name: string) =>
  (await found(page, role, name))?.click();
const shows = (page: Page, text: string) =>
  page.waitForFunction((wanted: string) => document.body.innerText.includes(wanted), {}, text);
/** The line of the mail in an inbox, and the mail itself. */
const inbox = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted: string) =>
      document.querySelector('[data-testid="subject"]')?.textContent?.includes(wanted),
    {},
    text,
  );
const mail = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted: string) => document.querySelector('iframe')?.srcdoc.includes(wanted),
    {},
    text,
  );
const versionOf = async (id: string) =>
  ((await opened.ask('GET', `/api/templates/${id}`)) as { readonly version: number }).version;

it('is edited beside its preview, in two languages, tested and saved', async () => {
  const page = await opened.open('/templates/welcome');
  await mail(page, 'Take your time');
  await (await found(page, 'textbox', 'Subject'))?.type('Spring! ');
  await inbox(page, 'Spring!');
  await click(page, 'tab', 'Persian');
  await mail(page, 'dir="rtl"');
  await click(page, 'tab', 'English');
  await inbox(page, 'Spring!');

  await click(page, 'button', 'Send a test');
  await (await page.waitForSelector('[role="dialog"] input'))?.type('ann@example.com,');
  await click(page, 'button', 'Send');
  await shows(page, 'Sent to ann@example.com');
  const letters = await opened.runtime.outbox.letters({ to: 'ann@example.com' });
  expect(letters.map(({ subject }) => subject)).toEqual([
    expect.stringMatching(/^\[Test\] .*Spring!/),
  ]);
  await click(page, 'button', 'Close');

  const before = await versionOf('welcome');
  await click(page, 'button', 'Save');
  await shows(page, `Saved as version ${before + 1}.`);
  expect(await versionOf('welcome')).toBe(before + 1);
  await click(page, 'tab', 'Versions');
  await shows(page, 'Spring!');
  expect(opened.complaints).toEqual([]);
}, 300_000);

/** By the keyboard, as far as it takes: to the next thing that is called so. */
async function tabTo(page: Page, name: string, key: 'forward' | 'back' = 'forward') {
  for (let step = 0; step < 80; step += 1) {
    if (key === 'back') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (key === 'back') await page.keyboard.up('Shift');
    const isThere = await page.evaluate((wanted: string) => {
      const now = document.activeElement as HTMLInputElement | null;
      const label = now?.ariaLabel ?? now?.labels?.[0]?.textContent ?? now?.textContent ?? '';
      return label.trim().startsWith(wanted);
    }, name);
    if (isThere) return;
  }
  throw new Error(`The keyboard does not lead to ${name}`);
}

it('is made, written and saved by the keyboard alone, and writing that is not saved stays', async () => {
  const page = await opened.open('/templates');
  // The browser asks before it leaves what is not saved.
  page.on('dialog', (dialog) => dialog.accept());
  await tabTo(page, 'New template');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[role="dialog"] input');
  await tabTo(page, 'Name');
  await page.keyboard.type('By hand');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.cm-content');
  await tabTo(page, 'Source: MJML');
  await page.keyboard.down('Control');
  await page.keyboard.press('Home');
  await page.keyboard.up('Control');
  await page.keyboard.type('{{ persn }}');
  await shows(page, 'did you mean person');
  await page.reload();
  await shows(page, 'Your changes from before are here again');
  await page.waitForSelector('.cm-content');
  await tabTo(page, 'Discard them');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Subject');
  await page.keyboard.type('Hands on: ');
  await inbox(page, 'Hands on:');
  await tabTo(page, 'Save', 'back');
  await page.keyboard.press('Enter');
  await shows(page, 'Saved as version');
  expect(await versionOf('by-hand')).toBeGreaterThan(1);
}, 120_000);

it('runs no script, should one ever stand in a mail', async () => {
  const page = await opened.open('/templates/newsletter');
  await mail(page, 'Plant now');
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (!request.url().endsWith('/api/templates/preview')) return request.continue();
    const ran = "document.documentElement.dataset.ran = 'yes'; parent.document.title = 'ran'";
    const html = `<html><body>Hostile<script>${ran}</script><img src="x:" onerror="${ran}"></body></html>`;
    const said = { subject: 'Hostile', preheader: '', text: '', language: 'en' };
    const body = JSON.stringify({ ...said, html, bytes: 1, links: [], warnings: [] });
    await request.respond({ status: 200, contentType: 'application/json', body });
  });
  await (await found(page, 'textbox', 'Subject'))?.type('!');
  await mail(page, 'Hostile');
  expect(await page.$eval('iframe', (frame) => frame.getAttribute('sandbox'))).toBe('');
  const [frame] = page.frames().filter((one) => one.parentFrame());
  await frame?.waitForSelector('body');
  expect(
    await frame?.evaluate(() => [
      document.body.innerText.trim(),
      document.documentElement.dataset.ran ?? 'still',
    ]),
  ).toEqual(['Hostile', 'still']);
  expect(await page.title()).toBe('newsletter · Perennial');
}, 120_000);
