// Tasks as sales works them: a lead is moved on the board, and its task finished with a note.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenConsole, openConsole } from '../../support/console.ts';

let opened: OpenConsole;
beforeAll(async () => {
  opened = await openConsole();
}, 300_000);
afterAll(() => opened?.close());

/** A campaign that hands Ann to sales. */
async function handOver(): Promise<void> {
  const trigger = { event: 'Demo Requested' };
  const task = { task: { title: 'Call Ann', for: 'sales', due: '1 day' } };
  const campaign = { name: 'Hand over', trigger, steps: [task] };
  await opened.ask('PUT', '/api/campaigns/hand-over', { campaign });
  const made = await opened.ask('POST', '/api/contacts', {
    user: 'ann',
    attributes: { name: 'Ann' },
  });
  const { id } = made as { readonly id: string };
  await opened.ask('POST', `/api/contacts/${id}/events`, { name: 'Demo Requested' });
  await expect
    .poll(async () => opened.ask('GET', '/api/tasks'), { timeout: 30_000 })
    .toMatchObject({
      items: [{ title: 'Call Ann' }],
    });
}

/** Arrow by arrow through the open list, until that is what Enter would choose. */
async function goDownTo(page: Page, option: string): Promise<void> {
  await page.waitForSelector('[role="option"]');
  const chosen = () =>
    page.$$eval('[role="option"][data-combobox-selected]', (all) =>
      all.map((one) => one.innerText),
    );
  for (let count = 0; count < 20 && !(await chosen()).includes(option); count += 1)
    await page.keyboard.press('ArrowDown');
  expect(await chosen()).toContain(option);
}

it('moves a lead on the board, by the keyboard alone', async () => {
  await handOver();
  const page = await opened.open('/tasks/board');
  const stage = await page.waitForSelector('::-p-aria([name="Stage of Ann"])');
  await stage?.focus();
  await page.keyboard.press('Enter');
  await goDownTo(page, 'Meeting');
  await page.keyboard.press('Enter');
  await page.waitForSelector('::-p-xpath(//section[.//h2[.="Meeting"]]//button[.="Ann"])');
  await page.browserContext().close();
});

it('finishes a task with a note', async () => {
  const page = await opened.open('/tasks');
  await page.locator('::-p-aria([role="button"][name="Finish: Call Ann"])').click();
  // Where the question opens, the note has the focus.
  await page.waitForSelector('[role="dialog"] textarea:focus');
  await page.keyboard.type('She buys');
  await page.locator('::-p-text(It is done)').click();
  await page.waitForSelector('::-p-text(No task is open)');
  expect(opened.complaints).toEqual([]);
  await page.browserContext().close();
});
