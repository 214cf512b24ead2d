// Every page of the console in a real browser, of a shop that has had a week: no finding of axe, light and dark, in both
// directions, on a desk and a phone; nothing wider than the phone; and no complaint, so nothing that the policy forbids.
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, judged, type OpenConsole, openConsole } from '../../support/console.ts';
import { addressesOf, type Place, places } from '../../support/console-places.ts';
import { tellWeek } from '../../support/console-story.ts';

let opened: OpenConsole;
let addresses: ReadonlyMap<Place, string>;
let desk: Page;
let phone: Page;
beforeAll(async () => {
  opened = await openConsole();
  await tellWeek(opened.runtime);
  addresses = await addressesOf(opened);
  desk = await opened.open('/', { width: 1280, light: 'light', language: 'en' });
  phone = await opened.open('/', { width: 390, light: 'dark', language: 'fa' });
});
afterAll(() => opened?.close());

/** From the page before, as people go from one to the next. */
const go = (page: Page, place: Place) =>
  goTo(page, `${opened.runtime.url}/#${addresses.get(place)}`);

describe.each(Object.keys(places) as Place[])('the page %s', (place) => {
  it('has no finding in the light, from left to right, on a desk', async () => {
    await go(desk, place);
    expect(await judged(desk)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('has no finding in the dark, from right to left, on a phone, and fits it', async () => {
    await go(phone, place);
    expect(await phone.$eval('html', ({ lang, dir }) => [lang, dir])).toEqual(['fa', 'rtl']);
    expect(await judged(phone)).toEqual([]);
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(opened.complaints).toEqual([]);
  });
});
