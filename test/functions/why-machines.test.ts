// Why, where a rule asks for clicks and only a machine has clicked: the answer says what was left out.
import { beforeEach, expect, test } from 'vitest';
import { endpoints } from '../../functions/api/index.ts';
import type { Explained } from '../../functions/use-cases/why.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { put } from '../support/pages.ts';
import { follow, minute, openShopWithLinks, told, write } from '../support/reader.ts';
import { get } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

const clicked = { op: 'email', became: 'clicked', campaign: 'offer' };
const rule = 'has clicked in an email of campaign "offer"';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShopWithLinks);
  for (const [id, more] of [
    ['clickers', {}],
    ['lately', { within: '1 hour' }],
    ['all', { machines: true }],
  ] as const) {
    const campaign = { name: id, trigger: { event: 'Asked' }, steps: [{ wait: { for: '1 day' } }] };
    const audience = { ...clicked, ...more };
    await put(workspace, `/api/campaigns/${id}`, { campaign: { ...campaign, audience } });
  }
});

async function why(campaign: string): Promise<Explained> {
  const path = `/api/contacts/user:ann/why/${campaign}`;
  const answer = await get<Explained>(workspace, path);
  const template = '/api/contacts/{id}/why/{campaign}';
  const promised = endpoints.find((one) => one.path === template)?.answer;
  expect(promised?.parse(answer)).toEqual(answer);
  return answer;
}

test('what machines clicked is counted where the rule leaves it out, and nowhere else', async () => {
  const { clicks } = await write(workspace);
  for (const path of clicks.slice(0, 2)) await follow(workspace, path, undefined, 'HEAD');
  expect(await told(workspace)).toHaveLength(2);

  const { leftOut, sentence } = await why('clickers');
  expect(leftOut).toEqual([{ rule, count: 2 }]);
  expect(sentence).toContain(`Left out as a machine's doing: ${rule} (2 times).`);
  expect((await why('lately')).leftOut).toHaveLength(1);
  expect((await why('all')).leftOut).toEqual([]);

  await workspace.world.advance(60 * minute);
  expect((await why('lately')).leftOut).toEqual([]);
});

test('what a person clicked is left out nowhere', async () => {
  const { clicks } = await write(workspace);
  await follow(workspace, clicks[0]);
  expect(await told(workspace)).toHaveLength(1);
  const { leftOut, sentence } = await why('clickers');
  expect([leftOut, sentence.includes('machine')]).toEqual([[], false]);
});
