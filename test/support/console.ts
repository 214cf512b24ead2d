// The built console in a real browser, on a runtime of its own with the sample programs: signed in as the machine's owner.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { isBuilt } from '../../infra/console-files.ts';
import { type Runtime, startRuntime } from '../../infra/local/runtime.ts';
import { openBrowser } from './browser.ts';

export interface Look {
  readonly width?: 1280 | 390;
  readonly light?: 'light' | 'dark';
  readonly language?: 'en' | 'fa' | 'pl';
}

export interface OpenConsole {
  readonly runtime: Runtime;
  /** A fresh visitor on that page ("/contacts"); what the page complains of is in `complaints`. */
  open(path: string, look?: Look): Promise<Page>;
  /** Errors on the consoles of all pages, what they threw, and what the policy kept from them. */
  readonly complaints: readonly string[];
  /** The API as the machine's owner: throws what is refused. */
  ask(method: string, path: string, body?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

export async function openConsole(): Promise<OpenConsole> {
  if (!isBuilt()) throw new Error('The console is not built: npm run console:build');
  const [browser, runtime] = await Promise.all([openBrowser(), startRuntime()]);
  const complaints: string[] = [];
  const open = async (
    path: string,
    { width = 1280, light = 'light', language = 'en' }: Look = {},
  ) => {
    const page = await (await browser.createBrowserContext()).newPage();
    page.on('console', (said) => {
      if (said.type() === 'error') complaints.push(`${said.text()} ${said.location().url ?? ''}`);
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures(mediaOf(light));
    // Frames in a sandbox have no storage.
    await page.evaluateOnNewDocument(
      `if (window === top) localStorage.getItem('perennial-language') ?? localStorage.setItem('perennial-language', '${language}')`,
    );
    await goTo(page, `${runtime.url}/#${path}`);
    return page;
  };
  const close = async () => {
    await browser.close();
    await runtime.close();
  };
  return { runtime, open, complaints, ask: askOf(runtime), close };
}

const mediaOf = (light: 'light' | 'dark') => [
  { name: 'prefers-color-scheme', value: light },
  { name: 'prefers-reduced-motion', value: 'reduce' },
];

/** Waits until all that the page asks for has come. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await settled(page);
}

/** Waits until nothing is under way: no request, nothing busy. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.waitForNetworkIdle({ idleTime: 150 });
  await page.waitForFunction(`!document.querySelector('[aria-busy="true"]')`);
}

/** The API as the machine's owner: throws what is refused. */
export const askOf =
  ({ url, adminToken }: Runtime): OpenConsole['ask'] =>
  async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Rules of accessibility that a page breaks, and where (axe; also what is moderate or minor). Only what one theme can break
 * and the other not is asked in both.
 */
export async function judged(page: Page): Promise<unknown> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(axe);
  const findings = await findingsOf(page, '');
  const isDark = await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`);
  await paint(page, isDark ? 'light' : 'dark');
  const contrasts = await findingsOf(page, `runOnly: ['color-contrast']`);
  await paint(page, isDark ? 'dark' : 'light');
  return [...findings, ...contrasts];
}

const findingsOf = (page: Page, options: string) =>
  page.evaluate(`axe.run({ resultTypes: ['violations'], ${options} }).then(({ violations }) =>
    violations.map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target, failureSummary])]))`) as Promise<
    unknown[]
  >;

async function paint(page: Page, light: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures(mediaOf(light));
  await page.waitForSelector(`html[data-mantine-color-scheme="${light}"]`);
}
