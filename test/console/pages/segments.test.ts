// Segments and lists as a marketer makes them: by conditions, with a count before anything is saved; by the mouse, and by
// the keyboard alone.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenConsole, openConsole, settled } from '../../support/console.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
  for (const [user, country] of [
    ['ann', 'NL'],
    ['bob', 'PL'],
  ])
    await opened.ask('POST', '/api/contacts', {
      ...{ user, email: `${user}@example.com`, attributes: { country } },
    });
}, 300_000);
afterAll(() => opened?.close(), 60_000);

const click = async (page: Page, role: string, name: string) => {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
  await found?.click();
};
const type = async (page: Page, name: string, text: string) => {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"]) ::-p-xpath(self::input)`);
  await found?.type(text);
};
const shows = (page: Page, text: string) =>
  page.waitForFunction((wanted: string) => document.body.innerText.includes(wanted), {}, text);
const counts = (page: Page, count: number) => page.waitForSelector(`[data-count="${count}"]`);

it('a segment is built, counted before it is saved, filled and deleted', async () => {
  const page = await opened.open('/segments');
  await click(page, 'link', 'New segment');
  await type(page, 'Name', 'Dutch');
  await click(page, 'button', 'Choose a condition');
  await click(page, 'menuitem', 'An attribute');
  await page.keyboard.type('country');
  await page.keyboard.press('Escape');
  await type(page, 'Value', 'NL');
  await shows(page, 'Everybody of whom it holds: country is “NL”.');
  await counts(page, 1);
  await shows(page, 'ann@example.com');

  await click(page, 'button', 'Save the segment');
  await shows(page, 'Who is in it now');
  await page.waitForSelector('::-p-aria([role="table"]) ::-p-text(ann@example.com)');
  await shows(page, 'Nothing that is live. It can be deleted.');
  await click(page, 'button', 'Delete');
  await page.waitForSelector('[role="dialog"] button');
  await (await page.$$('[role="dialog"] button')).at(-1)?.click();
  await shows(page, 'The segment is deleted.');
  expect(opened.complaints).toEqual([]);
}, 300_000);

it('what the builder cannot draw is shown as code, and saved as it was', async () => {
  const condition = {
    op: 'and',
    rules: [
      { op: 'not', rule: { op: 'consent', status: 'subscribed' } },
      {
        ...{ op: 'performed', event: 'Order Completed' },
        where: { op: 'or', rules: [{ op: 'is_set', property: 'coupon' }] },
      },
      { op: 'is_set', attribute: 'email' },
    ],
  };
  await opened.ask('PUT', '/api/segments/odd', { name: 'Odd', condition });
  const page = await opened.open('/segments/odd');
  await page.waitForSelector('::-p-aria([name="Condition as code"])');
  await type(page, 'Name', ' one');
  await click(page, 'button', 'Save the segment');
  await shows(page, 'Version 2');
  const saved = (await opened.ask('GET', '/api/segments/odd')) as { document: object };
  expect(saved.document).toEqual({ name: 'Odd one', condition });
}, 120_000);

it('a condition is built by the keyboard alone', async () => {
  const page = await opened.open('/segments/new');
  const reach = async (name: string) => {
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: one } = document;
        return one?.getAttribute('aria-label') ?? one?.textContent ?? '';
      });
    for (let press = 0; press < 60 && (await focused()) !== name; press += 1)
      await page.keyboard.press('Tab');
    expect(await focused()).toBe(name);
  };
  await reach('Choose a condition');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[role="menuitem"]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('aria-label') === 'Attribute',
  );
  await page.keyboard.type('country');
  await page.keyboard.press('Escape');
  await reach('Value');
  await page.keyboard.type('PL');
  await counts(page, 1);
  await shows(page, 'bob@example.com');
}, 120_000);

it('a list is made, and somebody is put on it and taken off', async () => {
  const page = await opened.open('/segments/lists');
  await click(page, 'button', 'New list');
  await page.waitForSelector('[role="dialog"] input');
  await type(page, 'Name', 'Friends');
  await page.keyboard.press('Enter');
  await shows(page, 'Put somebody on the list');
  await type(page, 'Name, address or id', 'bob');
  await click(page, 'button', 'Put on the list');
  await click(page, 'button', 'Take off the list');
  await page.waitForFunction(() => document.body.innerText.includes('Nobody'));
  await settled(page);
  expect(opened.complaints).toEqual([]);
}, 120_000);
