// A broadcast as a marketer sends it: whom, what, when; checked before it starts, followed and steered afterwards.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenConsole, openConsole, settled } from '../../support/console.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
  const consent = { status: 'subscribed', method: 'form' };
  const people = [
    { user: 'ann', email: 'ann@example.com', consent },
    { user: 'bob', email: 'bob@example.com', consent: { ...consent, status: 'unsubscribed' } },
  ];
  for (const one of people) await opened.ask('POST', '/api/contacts', one);
}, 300_000);
afterAll(() => opened?.close(), 60_000);

const click = async (page: Page, role: string, name: string) => {
  const found = await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`);
  await found?.click();
};
const shows = (page: Page, text: string) =>
  page.waitForFunction((wanted: string) => document.body.innerText.includes(wanted), {}, text);

/** Says whom and what. */
async function plan(page: Page, template: string) {
  const name = await page.waitForSelector('::-p-aria([name="Name"][role="textbox"])');
  await name?.type('Spring news');
  await (await page.waitForSelector(`::-p-xpath(//label[.='Everybody'])`))?.click();
  const chosen = await page.waitForSelector('input[placeholder="Choose a template"]');
  await chosen?.type(template);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

it('is planned for later, after a look at whom it reaches, and can be paused', async () => {
  const { items } = (await opened.ask('GET', '/api/templates')) as {
    items: { id: string; kind: string }[];
  };
  const template = items.find(({ kind }) => kind === 'marketing')?.id ?? '';
  const page = await opened.open('/broadcasts/new');
  await click(page, 'button', 'Start…');
  await shows(page, 'What is it called?');
  await plan(page, template);
  await page.waitForSelector('[data-count="2"]');
  await shows(page, 'not: unsubscribed');
  await click(page, 'radio', 'At a time');
  await page.$eval('input[type="datetime-local"]', (field) => {
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    write?.call(field, '2035-05-01T09:00');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await click(page, 'button', 'Schedule…');
  await shows(page, 'goes to about 1 people');
  await click(page, 'button', 'Yes, schedule it');

  await shows(page, 'It is scheduled');
  await click(page, 'button', 'Pause');
  const reason = await page.waitForSelector('[role="dialog"] input');
  await reason?.type('a typo');
  await (await page.$$('[role="dialog"] button')).at(-1)?.click();
  await shows(page, 'It is paused');
  await shows(page, 'a typo');
  await settled(page);
  expect(opened.complaints).toEqual([]);
}, 300_000);

it('reaches its people when it runs, and says what came of it', async () => {
  await opened.ask('PUT', '/api/campaigns/news', {
    campaign: {
      name: 'News',
      trigger: { schedule: { at: '2035-05-01T09:00' } },
      audience: { op: 'everyone' },
      steps: [{ wait: { for: '1 minute' } }],
    },
    templates: {},
  });
  const page = await opened.open('/broadcasts');
  await click(page, 'link', 'News');
  await click(page, 'button', 'Run it now');
  await page.waitForSelector('[role="dialog"]');
  await (await page.$$('[role="dialog"] button')).at(-1)?.click();
  await page.waitForFunction(
    () => document.querySelector('[data-figure="People reached"]')?.textContent === '2',
    { timeout: 40_000 },
  );
  await page.waitForSelector('::-p-aria([role="table"]) ::-p-text(Done)');
  expect(opened.complaints).toEqual([]);
}, 120_000);
