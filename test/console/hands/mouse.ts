// The hand that has a mouse: it clicks what it sees.
import type { ElementHandle } from 'puppeteer-core';
import { vi } from 'vitest';
import type { Thing, Touch } from './hand.ts';

export const mouseTouch = (): Touch => ({
  press: click,
  reach: click,
  // The click that reached it has opened it.
  async unfold() {},
  take: (_, shown) =>
    patiently(async () => (await shown()).asLocator().setTimeout(aMoment).click()),
});

/** Milliseconds. */
const [aMoment, patience] = [3_000, 20_000];

/** Found anew when the page has drawn it anew meanwhile. */
const patiently = (deed: () => Promise<void>): Promise<void> =>
  vi.waitFor(deed, { timeout: patience, interval: 25 });

/** Once it can be clicked. */
const click = (thing: Thing): Promise<void> =>
  patiently(async () => {
    const [one] = await thing.find();
    const seen = await one?.evaluateHandle(drawnOf);
    const aim = (seen as ElementHandle<Element>).asLocator().setTimeout(aMoment);
    await aim.filter(isUncovered).click();
  });

/** Nothing lies over its middle: a notice would take the click. */
function isUncovered(one: Element): boolean {
  one.scrollIntoView({ block: 'nearest' });
  const { x, y, width, height } = one.getBoundingClientRect();
  const hit = document.elementFromPoint(x + width / 2, y + height / 2);
  return hit !== null && (one.contains(hit) || hit.contains(one));
}

/**
 * Of a radio or a switch, its words: the box may be too small to see. Of a day too, so that it is written from its
 * beginning.
 */
const drawnOf = (one: Element): Element =>
  one instanceof HTMLInputElement && /radio|checkbox|date/.test(one.type)
    ? (one.labels?.[0] ?? one)
    : one;
