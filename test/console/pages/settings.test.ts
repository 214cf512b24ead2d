// Settings as an administrator makes them: the organization by keyboard, a topic by mouse, a server that is told.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenConsole, openConsole } from '../../support/console.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
}, 300_000);
afterAll(() => opened?.close());

it('saves who mail is from, by the keyboard alone', async () => {
  const page = await opened.open('/settings');
  const name = await page.waitForSelector('::-p-aria(Name)');
  await name?.focus();
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.type('Green Tea House');
  await page.keyboard.press('Enter');
  await page.waitForSelector('::-p-text(Mail that is sent from now on shows it)');
  const kept = await opened.ask('GET', '/api/organization');
  expect(kept).toMatchObject({ name: 'Green Tea House' });
  await page.browserContext().close();
});

it('adds a topic, and leaves the other rules as they were', async () => {
  const before = await opened.ask('GET', '/api/workspace');
  const page = await opened.open('/settings/topics');
  await page.locator('::-p-xpath(//button[.="Add a topic"])').click();
  await page.locator('[role="dialog"] ::-p-aria(Name)').fill('News');
  await page.locator('[role="dialog"] ::-p-aria(Id)').fill('news');
  await page.locator('::-p-xpath(//*[@role="dialog"]//button[.="Save"])').click();
  await page.waitForSelector('::-p-aria(Edit News)');
  const topics = [{ id: 'news', name: 'News', joined: 'opt_in' }];
  expect(await opened.ask('GET', '/api/workspace')).toEqual({ ...(before as object), topics });
  await page.browserContext().close();
});

it('registers a server that is told, and shows its secret once', async () => {
  const page = await opened.open('/settings/webhooks');
  await page.locator('::-p-xpath(//button[.="Add a server"])').click();
  await page.locator('[role="dialog"] ::-p-aria(Id)').fill('crm');
  await page.locator('[role="dialog"] ::-p-aria(Address)').fill('https://crm.example.com/hook');
  await page.locator('::-p-xpath(//*[@role="dialog"]//button[.="Save"])').click();
  await page.waitForSelector('::-p-text(I have copied it)');
  expect(await page.$eval('[aria-label="Secret"]', (code) => code.textContent)).toMatch(/^whsec_/);
  await page.browserContext().close();
});

it('tells in the audit who did what', async () => {
  const page = await opened.open('/settings/audit');
  await page.waitForSelector('::-p-text(Changed organization)');
  expect(opened.complaints).toEqual([]);
  await page.browserContext().close();
});
