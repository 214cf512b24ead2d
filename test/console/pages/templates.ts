// Templates, besides what the first week has: two languages, versions and the way back, what is not saved, hostile mail.
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import type { OpenConsole } from '../../support/console.ts';
import { handOn } from '../hands/hand.ts';

/** The mail in its frame. */
const mail = (page: Page, text: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('iframe')?.srcdoc.includes(wanted),
    {},
    text,
  );

const subjectOf = async ({ ask }: OpenConsole, id: string) =>
  ((await ask('GET', `/api/templates/${id}`)) as { source: { subject: string } }).source.subject;

export function templatesTests(opened: () => OpenConsole): void {
  it('is written in two languages, saved, and brought back to what it was', async () => {
    const before = await subjectOf(opened(), 'welcome');
    const page = await opened().open('/templates/welcome');
    const hand = handOn(page, 'mouse');
    await hand.fill('Subject', 'Spring is here');
    await hand.sees('Spring is here');
    await hand.press('tab', 'Persian');
    await mail(page, 'dir="rtl"');
    await hand.press('button', 'Save');
    await hand.sees('Saved as version');
    await hand.press('tab', 'Versions');
    await hand.sees('Spring is here');
    const { version } = (await opened().ask('GET', '/api/templates/welcome')) as Kept;
    await hand.press('button', `Restore version ${version - 1}`);
    await hand.confirm(`Restore version ${version - 1}`);
    await hand.sees('is the newest again');
    expect(await subjectOf(opened(), 'welcome')).toBe(before);
    await page.browserContext().close();
  });

  it('keeps what is not saved over a reload, until it is discarded by the keyboard', async () => {
    const page = await opened().open('/templates/cart');
    // The browser asks before it leaves what is not saved.
    page.on('dialog', (asked) => asked.accept());
    const hand = handOn(page, 'keyboard');
    await hand.reach('field', 'Source: MJML with Liquid');
    await page.keyboard.type('{{ persn }}');
    await hand.sees('did you mean person');
    await page.reload();
    await hand.sees('Your changes from before are here again');
    await hand.press('button', 'Discard them');
    await page.waitForFunction(() => !document.body.innerText.includes('Not saved yet'));
    await page.browserContext().close();
  });

  it('runs no script, should one ever stand in a mail', async () => {
    const page = await opened().open('/templates/newsletter');
    await mail(page, 'Plant now');
    await answerWithScript(page);
    await handOn(page, 'mouse').fill('Subject', 'Another');
    await mail(page, 'Hostile');
    expect(await page.$eval('iframe', (frame) => frame.getAttribute('sandbox'))).toBe('');
    const [frame] = page.frames().filter((one) => one.parentFrame());
    await frame?.waitForSelector('body');
    const ran = await frame?.evaluate(() => document.documentElement.dataset.ran ?? 'still');
    expect([ran, await page.title()]).toEqual(['still', 'newsletter · Perennial']);
    await page.browserContext().close();
  });
}

async function answerWithScript(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', async (request) => {
    if (!request.url().endsWith('/api/templates/preview')) return request.continue();
    const ran = "document.documentElement.dataset.ran = 'yes'; parent.document.title = 'ran'";
    const html = `<html><body>Hostile<script>${ran}</script><img src="x:" onerror="${ran}"></body></html>`;
    const said = { subject: 'Hostile', preheader: '', text: '', language: 'en' };
    const body = JSON.stringify({ ...said, html, bytes: 1, links: [], warnings: [] });
    await request.respond({ status: 200, contentType: 'application/json', body });
  });
}

interface Kept {
  readonly version: number;
}
