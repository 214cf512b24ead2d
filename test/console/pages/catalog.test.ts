// The catalog as a marketer keeps it: a product, and an offer with its limit.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenConsole, openConsole } from '../../support/console.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
}, 300_000);
afterAll(() => opened?.close());

const field = (name: string) => `[role="dialog"] ::-p-aria(${name})`;
const save = '::-p-xpath(//*[@role="dialog"]//button[.="Save"])';

it('lists a product, by the keyboard alone', async () => {
  const page = await opened.open('/catalog');
  const add = await page.waitForSelector('::-p-xpath(//button[.="Add a product"])');
  await add?.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector(field('Name'));
  await page.waitForFunction('document.activeElement?.closest("[role=dialog] form")');
  await page.keyboard.type('Green tea');
  await page.keyboard.press('Tab');
  await page.keyboard.type('tea-1');
  await page.keyboard.press('Enter');
  await page.waitForSelector('::-p-aria(Edit Green tea)');
  const { items } = (await opened.ask('GET', '/api/products?limit=100')) as Listed;
  expect(items).toContainEqual(expect.objectContaining({ id: 'tea-1', name: 'Green tea' }));
  await page.browserContext().close();
});

it('lists an offer with how many there are', async () => {
  const page = await opened.open('/catalog/offers');
  await page.locator('::-p-xpath(//button[.="Add an offer"])').click();
  await page.locator(field('Name')).fill('Tea for free');
  await page.locator(field('Id')).fill('free-tea');
  await page.locator(field('Id of the product')).fill('tea-1');
  await page.locator(field('How many at most')).fill('50');
  await page.locator(save).click();
  await page.waitForSelector('::-p-text(0 of 50)');
  expect(opened.complaints).toEqual([]);
  await page.browserContext().close();
});

interface Listed {
  readonly items: readonly unknown[];
}
