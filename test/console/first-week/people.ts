// The first days: the site is connected, people come from a file, one of them is looked at, all of them are a segment.
import { expect } from 'vitest';
import { judged } from '../../support/console.ts';
import { addressOf, crowd, happens, type Week } from './week.ts';

export async function connectSite(week: Week): Promise<void> {
  const { hand, cast, opened } = week;
  const site = `${cast.kind}-shop`;
  await hand.press('link', 'Sources');
  await hand.press('link', 'Connect a source');
  await hand.fill('Name of the key', site);
  await hand.press('button', 'Make a write key');
  await hand.sees('it is shown this once');
  await hand.confirm('I have copied it');
  await hand.press('radio', 'HTML form');
  await hand.sees(`action="${opened.runtime.url}/f/wk_`);
  await hand.press('radio', 'Website');
  const snippet = await hand.page.$eval('[aria-label="Snippet"]', (code) => code.textContent);
  week.writeKey = /analytics\.load\("(wk_[\w-]+)"\)/.exec(snippet ?? '')?.[1] ?? '';
  expect(week.writeKey).not.toBe('');
  await hand.press('link', 'See it arrive');
  await hand.sees('Watching');
  await happens(week, `${cast.kind} visits`, 1);
  await hand.sees(`${cast.kind} visits`, 'Taken');
}

export async function importPeople({ hand, cast, file }: Week): Promise<void> {
  await hand.press('link', 'Contacts');
  await hand.press('link', 'Import');
  await describeFile();
  await hand.press('button', 'Try it out first');
  await hand.sees('Nothing was changed', `Rows worked off: ${crowd + 1}`);
  await hand.press('link', 'Change something first');
  await hand.sees('Where the columns go');
  await hand.press('button', 'Import');
  await hand.sees('Done', `Rows worked off: ${crowd + 1}`, 'Download the rejected rows');
  expect(await judged(hand.page)).toEqual([]);
  const results = await hand.page.$$eval('main p', (all) => all.map((one) => one.textContent));
  expect(results).toEqual(expect.arrayContaining([String(crowd - 1), '1']));

  async function describeFile() {
    await hand.upload('File', file);
    await hand.sees('Where the columns go');
    await hand.fill('Attribute that “Home” becomes', 'city');
    await hand.choose('Type of “Seats”', 'number');
    await hand.fill('Where and how they agreed', `A fair in ${cast.city}`);
    await hand.fill('When, for rows without a time of their own', '2025-05-01');
  }
}

export async function lookAtSomebody({ hand, cast, opened }: Week): Promise<void> {
  await hand.press('link', 'Contacts');
  await hand.fill('Search', cast.search);
  // Rows move while it narrows down: what is clicked a moment too early is another one.
  await hand.page.waitForFunction(
    () => !/Friend Number/.test(document.querySelector('main')?.innerText ?? ''),
  );
  await hand.press('link', `${cast.first} ${cast.last}`);
  await hand.sees('Came with an import', `${cast.kind} visits`);
  await hand.fill('Note for your colleagues', 'Likes tea');
  await hand.press('button', 'Add note');
  await hand.sees('Likes tea');
  await hand.press('tab', 'Why?');
  await hand.choose('Why are they in this campaign, or not?', 'Cross-sell');
  await hand.sees('Not in: ');
  await hand.press('tab', 'Attributes');
  await hand.press('button', 'Change seats');
  await hand.fill('seats', '12');
  await hand.press('button', 'Save');
  await hand.page.waitForSelector('::-p-aria([role="cell"][name="12"])');
  await hand.press('button', 'Stop all mail');
  await hand.fill('Reason', 'Moved away');
  await hand.confirm('Stop all mail');
  await hand.sees('Suppressed');
  expect(await opened.ask('GET', `/api/contacts/email:${addressOf(cast, 0)}`)).toMatchObject({
    traits: { seats: 12, city: cast.city },
    suppressions: [{ reason: 'manual' }],
  });
}

export async function buildSegment({ hand, cast, opened }: Week): Promise<void> {
  await hand.press('link', 'Segments');
  await hand.press('link', 'New segment');
  await hand.fill('Name', `People of ${cast.kind}`);
  await hand.press('button', 'Choose a condition');
  await hand.press('menuitem', 'An attribute');
  await hand.fill('Attribute', 'city');
  await hand.fill('Value', cast.city);
  await hand.sees(`Everybody who fits: city is “${cast.city}”.`);
  await hand.page.waitForSelector(`[data-count="${crowd}"]`);
  await hand.press('button', 'Save the segment');
  await hand.sees('Who is in it now');
  await opened.runtime.forward.quiet();
  const id = hand.page.url().split('/').at(-1);
  const { items } = (await opened.ask('GET', `/api/contacts?segment=${id}`)) as Listed;
  expect(items).toHaveLength(crowd);
}

interface Listed {
  readonly items: readonly unknown[];
}
