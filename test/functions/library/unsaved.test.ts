// What somebody is writing, before it is saved: sent to colleagues as it is, and refused with all that is wrong in it.
import { beforeEach, expect, test } from 'vitest';
import { forThisTest } from '../../support/for-this-test.ts';
import { type Ask, asking, transactional } from '../../support/library.ts';
import { openShop } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
let ask: Ask;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  ask = asking(workspace);
});

test('a template that nobody has saved goes to colleagues as a test', async () => {
  const asked = { template: transactional('Hello, {{ event.name }}'), to: ['ann@example.com'] };
  const event = { properties: { name: 'Zoë' } };
  expect(await ask('POST', 'templates/test', { ...asked, event })).toMatchObject({
    tests: [{ to: 'ann@example.com', sent: true }],
  });
  const letters = await workspace.world.outbox.letters();
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    ['ann@example.com', '[Test] Hello'],
  ]);
  expect(letters[0]?.html).toContain('Hello, Zoë');
  expect(await ask('GET', 'templates')).toMatchObject({ items: [] });
});

test('everything that is wrong is told at once, each in its field and its line', async () => {
  const fa = { ...transactional('{{ nobody }}'), kind: undefined, subject: '{{ persn }}' };
  const template = { ...transactional('{{ anybody }}'), variants: { fa } };
  expect(await ask('POST', 'templates/preview', { template })).toMatchObject({
    status: 422,
    problems: [
      { at: 'mjml', message: expect.stringContaining('line 2') },
      { at: 'variants.fa.subject', message: expect.stringContaining('line 1') },
      { at: 'variants.fa.mjml', message: expect.stringContaining('line 2') },
    ],
  });
});
