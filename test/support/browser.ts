// A browser for tests, with web security on: what a page of another origin may not do fails here as it fails for people.
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';
import { findChromium } from './chromium.ts';

interface Visit {
  readonly page: Page;
  /** Errors on the page's console, and what it has thrown. */
  readonly complaints: readonly string[];
  /** Whom the page has asked for anything. */
  readonly hosts: ReadonlySet<string>;
  readonly visitor: BrowserContext;
}

export async function openBrowser(): Promise<Browser> {
  try {
    return await puppeteer.launch({
      ...(await findChromium()),
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
  } catch (cause) {
    throw new Error(
      `No browser could be started here. The one from npm (@sparticuz/chromium) runs on Linux on x64; elsewhere, or where
it does not start, install Chrome or Chromium and name it: PUPPETEER_EXECUTABLE_PATH=/usr/bin/chromium npm test`,
      { cause },
    );
  }
}

/** A visitor who has never been here before. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const visitor = await browser.createBrowserContext();
  const page = await visitor.newPage();
  const complaints: string[] = [];
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto(url);
  return { page, complaints, hosts, visitor };
}
