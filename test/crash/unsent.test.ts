// A mail that is let go and withheld at the last moment: whoever dies over it, it is told to its contact, which holds
// no place for it in the end.
import { beforeEach, expect, it, vi } from 'vitest';
import { campaign } from '../support/shop.ts';
import { explore } from './explorer.ts';
import { openPrepared } from './prepared.ts';
import type { Scenario } from './scenarios.ts';
import { batch, hour, identify, minute, track } from './website.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

const holed = {
  path: '/api/campaigns/offer',
  body: campaign('Cart Abandoned', 'marketing', 'Come {{ event.back }}'),
};

const scenario: Scenario = {
  name: 'a mail with a hole in it',
  mails: 0,
  open: (options) => openPrepared('holed', () => [holed], options),
  run: async (workspace) => {
    await batch(workspace, identify);
    await workspace.world.advance(10 * minute);
    await batch(workspace, track('Cart Abandoned'));
    await workspace.world.advance(hour);
  },
};

it.each(['deliver', 'feedback'] as const)(
  '%s killed at any of its calls ends as if nothing had happened',
  async (only) => {
    const { points, findings, calm } = await explore(scenario, { only });
    expect(points).toBeGreaterThan(5);
    expect(Object.values(calm.ledger)).toEqual(['withheld']);
    expect(calm.places).toBe(0);
    expect(findings).toEqual([]);
  },
  200_000,
);
