// Why, over the API: for anyone and any campaign, with everything that the description promises.
import { beforeEach, expect, test } from 'vitest';
import { endpoints } from '../../functions/api/index.ts';
import type { Explained } from '../../functions/use-cases/why.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { fill, get, identify, openShop, order, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  await tell(workspace, identify('ann'));
});

const template = '/api/contacts/{id}/why/{campaign}';
const promised = endpoints.find(({ path }) => path === template)?.answer;

async function why(campaign: string, who = 'user:ann'): Promise<Explained> {
  const answer = await get<Explained>(workspace, `/api/contacts/${who}/why/${campaign}`);
  expect(promised?.parse(answer)).toEqual(answer);
  return answer;
}

test('somebody inside is told where they wait, and what their next mail would meet', async () => {
  await tell(workspace, fill('ann'));
  const { sentence, standing, messages, places } = await why('nudge');
  expect(sentence).toMatch(
    /^In: waits at "wait" until 2026-01-07 .*because "Cart Filled" happened\.$/,
  );
  expect(standing).toBe('in');
  expect(places).toHaveLength(1);
  expect(messages).toMatchObject([{ step: 'mail', template: 'mail', verdict: 'pass' }]);
});

test('somebody who did nothing is told what would have to happen', async () => {
  expect(await why('nudge')).toMatchObject({
    standing: 'never_in',
    sentence: 'Not in: it lets people in when "Cart Filled" happens, which has not come.',
    checks: expect.arrayContaining([expect.objectContaining({ rule: 'audience', passes: true })]),
  });
});

test('somebody who was inside is told how that ended', async () => {
  await tell(workspace, order('ann'));
  const { sentence, standing, decided } = await why('receipt');
  expect(sentence).toMatch(/^Not in: it was, and came through all its steps on /);
  expect(standing).toBe('was_in');
  expect(decided.map(({ kind }) => kind)).toEqual(['completed', 'requested', 'entered']);
});

test.each([
  ['user:nobody', 'nudge', 'There is no such contact'],
  ['user:ann', 'nothing', 'There is no campaign nothing'],
])('of %s and campaign %s: there is nothing to tell', async (who, campaign, error) => {
  const path = `/api/contacts/${who}/why/${campaign}`;
  const answer = await ask(workspace.world, workspace.keys.adminToken, { path, method: 'GET' });
  expect(answer).toEqual({ status: 404, code: 'not_found', error });
});
