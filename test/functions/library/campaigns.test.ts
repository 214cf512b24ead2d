// Campaigns that send templates of the library: frozen when published, in the language of whoever gets them, and a hold
// on what they would need to be published again.
import { beforeEach, describe, expect, test } from 'vitest';
import { forThisTest } from '../../support/for-this-test.ts';
import { type Ask, asking, transactional } from '../../support/library.ts';
import { fates, identify, openShop, order, tell } from '../../support/shop.ts';
import type { Workspace } from '../../support/workspace.ts';

let workspace: Workspace;
let ask: Ask;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  ask = asking(workspace);
});

const wording = (subject: string) => ({ subject, mjml: transactional(subject).mjml });
const receipt = {
  campaign: {
    name: 'Receipt',
    trigger: { event: 'Order Completed' },
    reentry: 'always',
    steps: [{ send: 'receipt' }],
  },
};
const publish = (body: object = receipt) => ask('PUT', 'campaigns/receipt', body);
const save = (subject: string, change: object = {}) =>
  ask('PUT', 'templates/receipt', { ...transactional(subject), subject, ...change });

const letters = async (to: string) =>
  (await workspace.world.outbox.letters({ to: `${to}@example.com` })).map(({ subject }) => subject);

const speaking = (user: string, traits: object) => ({
  ...identify(user),
  traits: { email: `${user}@example.com`, ...traits },
});

describe('a campaign sends a template of the library', () => {
  test('as it was when the campaign was published', async () => {
    await save('First');
    expect(await publish()).toMatchObject({ status: 200, library: { 'template:receipt': 1 } });
    await save('Second');
    await tell(workspace, identify('ann'), order('ann'));
    expect(await letters('ann')).toEqual(['First']);
    await publish();
    await tell(workspace, order('ann', '2'));
    expect(await letters('ann')).toEqual(['First', 'Second']);
  });

  test('unless it brings one of that name along', async () => {
    await save('Library');
    const own = { receipt: { ...transactional('Own'), subject: 'Own' } };
    expect(await publish({ ...receipt, templates: own })).not.toHaveProperty('library');
    await tell(workspace, identify('ann'), order('ann'));
    expect(await letters('ann')).toEqual(['Own']);
  });

  test('and is read back as it was written, without it', async () => {
    await save('Library');
    await publish();
    expect(await ask('GET', 'campaigns/receipt')).toMatchObject({
      live: { ...receipt, templates: {} },
    });
  });

  test('and is refused where there is none', async () => {
    expect(await publish()).toMatchObject({
      status: 422,
      at: 'campaign.steps[0].send',
      error: expect.stringContaining('neither in the library nor under "templates"'),
    });
  });
});

test('a template stays as long as a campaign would need it to be published again', async () => {
  await save('Library');
  await publish();
  expect(await ask('DELETE', 'templates/receipt')).toMatchObject({
    status: 409,
    error: 'It is used by campaign "receipt"',
  });
  await ask('POST', 'campaigns/receipt/stop', { because: 'over' });
  expect(await ask('DELETE', 'templates/receipt')).toEqual({ status: 204 });
});

test('a block stays as long as a campaign has it in a template of its own', async () => {
  await ask('PUT', 'blocks/foot', { mjml: '<mj-text>Bye</mj-text>' });
  const mjml = wording('x').mjml.replace(
    '</mj-column>',
    '<mj-include path="blocks/foot.mjml" />$&',
  );
  const own = { receipt: { ...transactional(''), mjml } };
  expect(await publish({ ...receipt, templates: own })).toMatchObject({
    library: { 'block:foot': 1 },
  });
  expect(await ask('DELETE', 'blocks/foot')).toMatchObject({ status: 409 });
  await publish({ ...receipt, templates: { receipt: transactional('x') } });
  expect(await ask('DELETE', 'blocks/foot')).toEqual({ status: 204 });
});

test.each([
  [{ locale: 'fa-IR' }, 'سلام'],
  [{ language: 'FA' }, 'سلام'],
  [{ locale: 'pt_BR.UTF-8' }, 'Oi'],
  [{ locale: 'pt-PT' }, 'Hello'],
  [{ locale: 'pl', language: 'fa' }, 'Hello'],
  [{}, 'Hello'],
])('whoever has %j gets "%s"', async (traits, expected) => {
  await save('Hello', { variants: { fa: wording('سلام'), 'pt-BR': wording('Oi') } });
  await publish();
  await tell(workspace, speaking('ann', traits), order('ann'));
  expect(await letters('ann')).toEqual([expected]);
});

test('the language of a browser counts where nobody has said one', async () => {
  await save('Hello', { variants: { fa: wording('سلام') } });
  await publish();
  const context = { locale: 'fa-IR' };
  await tell(workspace, identify('ann'), { ...order('ann'), context });
  expect(await letters('ann')).toEqual(['سلام']);
});

describe('whoever lacks a value', () => {
  const named = { mjml: transactional('Hi {{ person.first_name }}').mjml };

  test('is skipped, and the timeline says why', async () => {
    await save('Hello', named);
    await publish();
    await tell(workspace, identify('ann'), order('ann'));
    expect(await fates(workspace, 'user:ann')).toEqual([
      expect.stringMatching(/^withheld: template_skip: .*person\.first_name/),
    ]);
  });

  test('reads nothing in its place, where the template says so', async () => {
    await save('Hello', { ...named, missing: 'blank' });
    await publish();
    await tell(workspace, identify('ann'), order('ann'));
    const [letter] = await workspace.world.outbox.letters();
    expect(letter?.text.trim()).toBe('Hi');
  });
});
