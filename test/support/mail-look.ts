// How a mail looks to somebody: opened in a browser at a width and in a scheme, and measured there. Contrast is WCAG 2's,
// computed from the styles that hold in the end.
import type { Browser, Page } from 'puppeteer-core';

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
  await page.evaluate((marked) => {
    for (const name of ['data-ogsc', 'data-ogsb'])
      document.documentElement.toggleAttribute(name, marked);
  }, scheme === 'outlook');
}

export interface Measured {
  /** In CSS pixels; more than the window's means that one has to scroll sideways. */
  readonly width: number;
  /** "2.1 of #777 on #fff: text", worst first, below the least that is asked for. */
  readonly faint: readonly string[];
  /** Texts that are not written in the direction of the document. */
  readonly astray: readonly string[];
  /** Whether the heading stands on a dark ground. */
  readonly isDark: boolean;
  /** Width and height of the button, and how many there are. */
  readonly button: { readonly count: number; readonly width: number; readonly height: number };
}

export const measure = (page: Page, leastContrast: number): Promise<Measured> =>
  page.evaluate(measureHere, leastContrast);

/** Runs in the page, so that it brings along all that it needs. */
function measureHere(leastContrast: number): Measured {
  type Color = readonly [number, number, number, number];
  const parse = (css: string): Color => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = (above: Color, below: Color): Color => {
    const mix = (at: 0 | 1 | 2) => above[at] * above[3] + below[at] * (1 - above[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const behind = (element: Element | null): Color => {
    if (element === null) return [255, 255, 255, 1];
    const own = parse(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own : over(own, behind(element.parentElement));
  };
  const luminance = (color: Color): number => {
    const [red = 0, green = 0, blue = 0] = color.slice(0, 3).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (element: Element): number => {
    const ground = behind(element);
    const ink = luminance(over(parse(getComputedStyle(element).color), ground));
    const [bright = 0, dim = 0] = [ink, luminance(ground)].sort((one, other) => other - one);
    return (bright + 0.05) / (dim + 0.05);
  };
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true }) && element.getBoundingClientRect().width > 1;
  const written: { readonly element: Element; readonly text: string }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (text !== '' && element && isShown(element)) written.push({ element, text });
  }
  const faint = written
    .map(({ element, text }) => ({ ratio: contrast(element), text }))
    .filter(({ ratio }) => ratio < leastContrast)
    .sort((one, other) => one.ratio - other.ratio)
    .map(({ ratio, text }) => `${ratio.toFixed(2)}: ${text}`);
  const direction = document.documentElement.dir;
  const astray = written
    .filter(({ element }) => !element.closest('bdi'))
    .filter(({ element }) => getComputedStyle(element).direction !== direction)
    .map(({ text }) => text);
  const buttons = [...document.querySelectorAll('.button a')];
  const box = buttons[0]?.getBoundingClientRect();
  return {
    width: document.documentElement.scrollWidth,
    faint,
    astray,
    isDark: luminance(behind(document.querySelector('h1'))) < 0.1,
    button: { count: buttons.length, width: box?.width ?? 0, height: box?.height ?? 0 },
  };
}
