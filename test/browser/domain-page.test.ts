// The page about the domain of one's mail, in a real browser: every record that DNS lacks is there to be pasted.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { visit } from '../support/browser.ts';
import { Visitors } from '../support/visitors.ts';

const visitors = new Visitors();
const { runtime } = visitors;

beforeAll(() => visitors.open(), 120_000);
afterAll(() => visitors.close());

it('shows what DNS says of the domain, whatever that is here', async () => {
  const { page, complaints, visitor } = await visit(
    visitors.browser,
    `${runtime.url}/_local/domain`,
  );
  await page.waitForFunction("document.querySelectorAll('#findings li').length === 8");
  const said = await page.$eval('#said', ({ textContent }) => textContent);
  expect(said).toContain('Mail is from hello@example.com');
  const states = await page.$$eval('#findings li', (all) => all.map((one) => one.className));
  for (const state of states) expect(state).toMatch(/^(ok|add|change|advice|unknown)$/);
  expect(complaints).toEqual([]);
  await visitor.close();
}, 90_000);
