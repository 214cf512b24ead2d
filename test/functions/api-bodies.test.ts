// What a body may ask of a contact: so much, and nested so deep; the rest is refused in words, and nothing is stored.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Contact } from '../../workflows/model/contact.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { ask } from '../support/sender.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';
import type { Workspace } from '../support/workspace.ts';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await forThisTest(openShop);
  await tell(workspace, identify('ann'));
});

const ann = '/api/contacts/user:ann';
const send = (method: string, path: string, text: string) =>
  ask(workspace.world, workspace.keys.adminToken, { method, path, text });

test('attributes beyond their budget are refused with the reason, and nothing is stored', async () => {
  const much = { set: { plan: 'pro', essay: 'x'.repeat(16_000) }, tag: ['vip'] };
  expect(await send('PATCH', ann, JSON.stringify(much))).toMatchObject({
    status: 422,
    error: expect.stringContaining('would exceed 16000 characters'),
  });
  const { traits } = await get<Contact>(workspace, ann);
  expect(traits).not.toHaveProperty('plan');
  expect(traits).not.toHaveProperty('tags');
});

describe('a body nested too deep is refused in words', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

  test.each([
    [100_000, 422, '100 levels'],
    [99, 422, '100 levels'],
    [98, 400, '20 levels'],
    [21, 400, '20 levels'],
  ])('of %i levels in an attribute', async (levels, status, why) => {
    const value = nested(levels);
    const answers = [
      await send('PATCH', ann, `{"set":{"a":${value}}}`),
      await send('POST', '/api/contacts', `{"user":"ann","attributes":{"a":${value}}}`),
      await send('POST', `${ann}/events`, `{"name":"X","properties":{"a":${value}}}`),
    ];
    for (const answer of answers)
      expect(answer).toMatchObject({ status, error: expect.stringContaining(why) });
  });

  test('but not an attribute of twenty levels', async () => {
    expect(await send('PATCH', ann, `{"set":{"a":${nested(20)}}}`)).toMatchObject({
      status: 200,
      traits: { a: JSON.parse(nested(20)) },
    });
  });
});
