// How a mail looks to somebody: opened in a browser at a width and in a scheme, and measured there.
import type { Browser, Page } from 'puppeteer-core';
import { contrast, luminance } from './contrast.ts';

export interface Look {
  readonly width: number;
  /** `outlook`: dark as Outlook on the web makes it, by attributes instead of a media query. */
  readonly scheme: 'light' | 'dark' | 'outlook';
}

/** A page without scripts, as mailboxes show mail. */
export async function openMailbox(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  return page;
}

/** Looks anew at the mail that the page shows. */
export async function lookAt(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewport({ width, height: 700 });
  const value = scheme === 'dark' ? 'dark' : 'light';
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
  await page.evaluate(`for (const name of ['data-ogsc', 'data-ogsb'])
    document.documentElement.toggleAttribute(name, ${scheme === 'outlook'})`);
}

/** In CSS pixels. */
export const heightOf = async (page: Page): Promise<number> =>
  Math.ceil((await page.evaluate('document.body.offsetHeight')) as number);

interface Measured {
  /** In CSS pixels; more than the window's means that one has to scroll sideways. */
  readonly width: number;
  /** "2.32: text", below the least that is asked for. */
  readonly faint: readonly string[];
  /** Texts that are not written in the direction of the document, though nothing sets them apart. */
  readonly astray: readonly string[];
  /** Whether the heading stands on a dark ground. */
  readonly isDark: boolean;
  /** The sizes of the buttons. */
  readonly buttons: readonly { readonly width: number; readonly height: number }[];
}

interface Written {
  readonly text: string;
  readonly ink: string;
  /** The backgrounds behind it, the uppermost first. */
  readonly grounds: readonly string[];
  readonly isAstray: boolean;
}

interface Collected extends Pick<Measured, 'width' | 'buttons'> {
  readonly written: readonly Written[];
  /** Behind the heading. */
  readonly behind: readonly string[];
}

/** In the browser's own language, for here nobody knows its types. What nobody sees is left out. */
const inPage = `(() => {
  const groundsOf = (element) =>
    element ? [getComputedStyle(element).backgroundColor, ...groundsOf(element.parentElement)] : [];
  const written = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent.trim();
    if (text === '' || !element.checkVisibility()) continue;
    const grounds = groundsOf(element);
    const { color, direction } = getComputedStyle(element);
    const isAstray = direction !== document.documentElement.dir && !element.closest('bdi');
    written.push({ text, ink: color, grounds, isAstray });
  }
  const boxes = [...document.querySelectorAll('.button a')].map((one) => one.getBoundingClientRect());
  return {
    written,
    width: document.documentElement.scrollWidth,
    behind: groundsOf(document.querySelector('h1')),
    buttons: boxes.map(({ width, height }) => ({ width, height })),
  };
})()`;

export async function measure(page: Page, leastContrast: number): Promise<Measured> {
  const { written, behind, ...sizes } = (await page.evaluate(inPage)) as Collected;
  const told = written.map((one) => ({ ...one, ratio: contrast(one.ink, one.grounds) }));
  return {
    ...sizes,
    faint: told
      .filter(({ ratio }) => ratio < leastContrast)
      .map(({ ratio, text }) => `${ratio.toFixed(2)}: ${text}`),
    astray: written.filter(({ isAstray }) => isAstray).map(({ text }) => text),
    isDark: luminance(behind) < 0.05,
  };
}
