// A campaign in the console, as a marketer makes one: drawn, written, published, paused and resumed; and by keyboard alone.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judged, type OpenConsole, openConsole } from '../support/console.ts';

let console: OpenConsole;
beforeAll(async () => {
  console = await openConsole();
}, 300_000);
afterAll(() => console?.close());

const named = (page: Page, role: string, name: string, within = '') =>
  page.locator(`${within} ::-p-aria([role="${role}"][name="${name}"])`);
const reads = (page: Page, text: string) =>
  page.waitForFunction(`document.body.innerText.includes(${JSON.stringify(text)})`);
const isGone = (page: Page, selector: string) =>
  page.waitForFunction(`!document.querySelector(${JSON.stringify(selector)})`);

async function press(page: Page, ...keys: readonly Parameters<Page['keyboard']['press']>[0][]) {
  const [key, ...held] = [...keys].reverse();
  for (const one of held) await page.keyboard.down(one);
  if (key) await page.keyboard.press(key);
  for (const one of held) await page.keyboard.up(one);
}

const stepsOn = (page: Page) =>
  page.evaluate(
    `[...document.querySelectorAll('[data-step]')].map((one) => one.innerText.split('\\n').filter(Boolean)[1])`,
  );

/** Arrow by arrow, until that is where the keyboard is. */
async function goDownTo(page: Page, text: string) {
  const isThere = `document.activeElement?.innerText.startsWith('${text}')`;
  for (let count = 0; count < 20 && !(await page.evaluate(isThere)); count += 1)
    await press(page, 'ArrowDown');
  expect(await page.evaluate(isThere)).toBe(true);
}

async function goDownToLine(page: Page, text: string) {
  const isThere = `document.querySelector('.cm-activeLine').innerText.includes('${text}')`;
  await press(page, 'Control', 'Home');
  for (let count = 0; count < 40 && !(await page.evaluate(isThere)); count += 1)
    await press(page, 'ArrowDown');
  expect(await page.evaluate(isThere)).toBe(true);
}

async function begin(page: Page, name: string) {
  await named(page, 'link', 'New campaign').click();
  await named(page, 'textbox', 'Name').fill(name);
  await named(page, 'button', 'Begin').click();
  await page.waitForSelector('.campaign-canvas');
}

async function addStep(page: Page, about: string) {
  await page.locator(`[role=menuitem] ::-p-text(${about})`).click();
  await page.waitForSelector('[role=dialog]');
}

async function closeDrawer(page: Page) {
  await page.keyboard.press('Escape');
  await isGone(page, '[role=dialog]');
}

test('a campaign is drawn, corrected in its text, published, paused and resumed', async () => {
  const page = await console.open('/campaigns');
  await begin(page, 'Trial calls');
  await named(page, 'tab', 'Settings').click();
  await page.locator('::-p-aria(Event)').fill('Trial Started');
  await named(page, 'tab', 'Canvas').click();
  await named(page, 'button', 'Add a step here').click();
  await addStep(page, 'Hands the contact');
  await page.locator('::-p-aria(Title)').fill('Call them');
  await reads(page, 'Task: "Call them"');
  await closeDrawer(page);
  await named(page, 'button', 'Add a step here').click();
  await addStep(page, 'Keeps the contact here');
  await closeDrawer(page);
  expect(await stepsOn(page)).toEqual(['Wait 1 day', 'Task: "Call them", due in 1 business day']);
  await named(page, 'tab', 'YAML').click();
  await page.waitForSelector('.cm-content');
  await page.focus('.cm-content');
  await goDownToLine(page, 'for: 1 day');
  await press(page, 'End');
  for (const _ of '1 day') await press(page, 'Backspace');
  await page.keyboard.type('2 days');
  await named(page, 'tab', 'Canvas').click();
  await reads(page, 'Wait 2 days');
  await reads(page, 'Saved');
  await named(page, 'button', 'Publish').click();
  await reads(page, 'Live · version 1');
  await named(page, 'button', 'Pause').click();
  await named(page, 'textbox', 'Reason').fill('a typo');
  await named(page, 'button', 'Pause', '[role=dialog]').click();
  await reads(page, 'Paused · version 1');
  await named(page, 'button', 'Resume').click();
  await reads(page, '0 people fell due while it was paused.');
  await page.locator('[role=dialog] ::-p-text(Skip it)').click();
  await named(page, 'button', 'Resume', '[role=dialog]').click();
  await reads(page, 'Live · version 1');
  expect(await console.ask('GET', '/api/campaigns/trial-calls')).toMatchObject({
    state: 'live',
    live: {
      campaign: {
        trigger: { event: 'Trial Started' },
        steps: [{ wait: { for: '2 days' } }, { task: { title: 'Call them' } }],
      },
    },
  });
  expect(console.complaints).toEqual([]);
}, 120_000);

test('the keyboard alone adds, opens, moves and takes away steps, and undoes it', async () => {
  const page = await console.open('/campaigns');
  await begin(page, 'Keys only');
  await page.focus('[data-node="start"]');
  await press(page, 'ArrowDown');
  await press(page, 'Enter');
  await page.waitForSelector('[role=menuitem]');
  await goDownTo(page, 'Wait');
  await press(page, 'Enter');
  await page.waitForSelector('[role=dialog]');
  await closeDrawer(page);
  await page.waitForFunction(`document.activeElement?.dataset.step === 'steps.0'`);
  await press(page, 'Control', 'd');
  await press(page, 'Enter');
  await page.waitForSelector('[role=dialog]');
  await page.locator('::-p-aria(For)').fill('5');
  await reads(page, 'Wait 5 days');
  await closeDrawer(page);
  expect(await stepsOn(page)).toEqual(['Wait 5 days', 'Wait 1 day']);
  await press(page, 'Alt', 'ArrowDown');
  expect(await stepsOn(page)).toEqual(['Wait 1 day', 'Wait 5 days']);
  await press(page, 'Delete');
  await page.waitForFunction(`document.querySelectorAll('[data-step]').length === 1`);
  await press(page, 'Control', 'z');
  await press(page, 'Control', 'z');
  expect(await stepsOn(page)).toEqual(['Wait 5 days', 'Wait 1 day']);
}, 60_000);

test('text that cannot be read never reaches the campaign', async () => {
  const page = await console.open('/campaigns/drip-nurture/yaml');
  await page.waitForSelector('.cm-content');
  await page.click('.cm-line');
  await press(page, 'End');
  await page.keyboard.type(': a: b');
  await reads(page, 'This text cannot be read yet');
  await named(page, 'tab', 'Canvas').click();
  await reads(page, 'Send "welcome"');
  expect(await console.ask('GET', '/api/campaigns/drip-nurture')).not.toHaveProperty('writing');
}, 60_000);

test('an audience is built from conditions and counted; one that is unfinished is kept, and says what it wants', async () => {
  const page = await console.open('/campaigns/score-pricing/settings');
  const audience = '[role=group][aria-label="Audience"]';
  await named(page, 'button', 'Add a condition', audience).click();
  await named(page, 'button', 'Choose a condition', audience).click();
  await page.locator('[role=menuitem] ::-p-text(Consent or a topic)').click();
  await page.waitForSelector('[data-count]');
  await named(page, 'button', 'Add a condition', audience).click();
  await page.locator('[role=menuitem] ::-p-text(A segment)').click();
  await reads(page, 'Which segment?');
  await reads(page, 'Saved');
  await named(page, 'button', 'Close the builder', audience).click();
  await reads(page, 'have said yes to marketing mail and are in the segment');
  expect(await console.ask('GET', '/api/campaigns/score-pricing')).toMatchObject({
    writing: {
      campaign: {
        audience: { op: 'and', rules: [{ op: 'consent' }, { op: 'in_segment', segment: '' }] },
      },
    },
  });
  await named(page, 'button', 'Change the condition', audience).click();
  expect(await judged(page)).toEqual([]);
}, 60_000);
