// Contacts in the console, as a marketer works with them: import a file, find somebody, see everything, ask why, change,
// stop mail, take a file along. Once with the mouse, once by the keyboard alone.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judged, type OpenConsole, openConsole, settled } from '../support/console.ts';

const folder = mkdtempSync(join(tmpdir(), 'perennial-contacts-'));
const file = join(folder, 'people.csv');

let opened: OpenConsole;
beforeAll(async () => {
  const rows = [
    'Email Address,First Name,Last Name,Seats',
    'ola@example.com,Ola,Wiśniewska,4',
    'jan@example.com,Jan,Kot,2',
    'not an address,Nobody,Here,1',
  ];
  writeFileSync(file, rows.join('\n'));
  opened = await openConsole();
}, 240_000);
afterAll(() => opened?.close());

const named = (role: string, name: string) => `::-p-aria([name="${name}"][role="${role}"])`;
const press = (page: Page, role: string, name: string) => page.locator(named(role, name)).click();
const fill = (page: Page, name: string, text: string) =>
  page.locator(`::-p-aria([name="${name}"])`).fill(text);
const shown = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted: string) => document.body.innerText.includes(wanted),
    { timeout: 15_000 },
    text,
  );

test('somebody comes from a file, is found, understood, changed, stopped and taken along', async () => {
  const page = await opened.open('/contacts/import');
  const chosen = await page.$('input[type=file]');
  await chosen?.uploadFile(file);
  await shown(page, 'Where the columns go');
  await fill(page, 'Where and how they agreed', 'A fair in Kraków');
  await fill(page, 'When, for rows without a time of their own', '2025-05-01');
  await press(page, 'button', 'Import');
  await shown(page, '3 rows worked off');
  await shown(page, 'Done');
  expect(await judged(page)).toEqual([]);
  await press(page, 'button', 'Download the rejected rows');
  await page.goto(`${opened.runtime.url}/#/contacts`);
  await fill(page, 'Search', 'WISN');
  await press(page, 'link', 'Ola Wiśniewska');
  await shown(page, 'Came with an import');
  await press(page, 'tab', 'Why?');
  await press(page, 'combobox', 'Why are they in this campaign, or not?');
  await press(page, 'option', 'Cross-sell');
  await shown(page, 'Not in: ');
  await press(page, 'tab', 'Attributes');
  await press(page, 'button', 'Change seats');
  await page.locator(named('textbox', 'seats')).fill('12');
  await press(page, 'button', 'Save');
  await page.waitForSelector(named('cell', '12'));
  await press(page, 'button', 'Stop all mail');
  await settled(page);
  await page.locator(named('textbox', 'Reason')).fill('Moved away');
  await page.locator(`[role=dialog] ${named('button', 'Stop all mail')}`).click();
  await shown(page, 'Suppressed');
  const ola = await opened.ask('GET', '/api/contacts/email:ola@example.com');
  expect(ola).toMatchObject({
    traits: { seats: 12 },
    suppressions: [{ reason: 'manual' }],
  });
  expect(opened.complaints).toEqual([]);
}, 300_000);

test('the contacts are taken along as a file', async () => {
  const page = await opened.open('/contacts');
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    ...{ behavior: 'allow', downloadPath: folder, eventsEnabled: true },
    browserContextId: page.browserContext().id ?? '',
  });
  const done = new Promise<void>((resolve) =>
    session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve()),
  );
  await press(page, 'button', 'Export');
  await press(page, 'menuitem', 'For a spreadsheet (CSV)');
  await done;
  expect(readdirSync(folder)).toContain('contacts.csv');
  expect(readFileSync(join(folder, 'contacts.csv'), 'utf8')).toContain('jan@example.com');
}, 60_000);

/** Moves the focus on until it stands on what is called so. */
async function reach(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 80; count += 1) {
    const focus = await page.evaluate(() => {
      const one = document.activeElement;
      const label = one?.id ? document.querySelector(`label[for="${one.id}"]`)?.textContent : '';
      return one?.getAttribute('aria-label') || label || one?.textContent || '';
    });
    if (focus.trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach "${name}"`);
}

test('by the keyboard alone somebody is found, noted about and asked about', async () => {
  await opened.ask('POST', '/api/contacts', {
    ...{ email: 'kai@example.com', user: 'kai' },
    attributes: { first_name: 'Kai', last_name: 'Berg' },
  });
  const page = await opened.open('/contacts');
  await reach(page, 'Search');
  await page.keyboard.type('kai b');
  await page.waitForSelector(named('link', 'Kai Berg'));
  await settled(page);
  await reach(page, 'Kai Berg');
  await page.keyboard.press('Enter');
  await page.waitForSelector(named('tab', 'Timeline'));
  await settled(page);
  await reach(page, 'Note for your colleagues');
  await page.keyboard.type('Likes tea');
  await reach(page, 'Add note');
  await page.keyboard.press('Enter');
  await shown(page, 'Likes tea');
  await page.locator(named('tab', 'Timeline')).wait();
  await page.evaluate(() => document.getElementById('main')?.focus());
  await reach(page, 'Timeline');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await reach(page, 'Why are they in this campaign, or not?');
  await page.keyboard.type('Cross');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await shown(page, 'Not in: ');
  expect(opened.complaints).toEqual([]);
}, 60_000);
