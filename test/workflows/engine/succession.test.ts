// What a campaign's card remembers for people inside versions that came before.
import { describe, expect, it } from 'vitest';
import { watch } from '../../../workflows/conditions/watch.ts';
import type { CampaignCard } from '../../../workflows/engine/card.ts';
import { succeed } from '../../../workflows/engine/succession.ts';

const day = 86_400_000;
const seen = (event: string, depth = 1) => ({ ...watch({ event, depth }), depth });
const card = (version: number, ...watches: CampaignCard['watches']): CampaignCard => ({
  ...{ id: 'welcome', version, state: 'live', keys: [], watches, refers: [] },
});
const keysOf = ({ watches }: CampaignCard) =>
  watches.map((one) => ('event' in one ? `${one.event} ${one.depth}` : one.key));

describe('A version that takes the place of another', () => {
  it('goes on watching what the other watched', () => {
    const next = succeed(card(2, seen('B')), card(1, seen('A')), 0);
    expect(keysOf(next)).toEqual(['B 1', 'A 1']);
    expect(next.version).toBe(2);
  });

  it('watches as deeply as either of them', () => {
    const deep = succeed(card(2, seen('A')), card(1, seen('A', 5)), 0);
    expect(keysOf(deep)).toEqual(['A 5']);
    expect(keysOf(succeed(card(2, seen('A', 5)), card(1, seen('A')), 0))).toEqual(['A 5']);
  });

  it('carries nothing when it watches all of it itself', () => {
    const next = card(2, seen('A'), seen('B'));
    expect(succeed(next, card(1, seen('A')), 0)).toEqual(next);
  });

  it('lets go when nobody can be inside those versions any more', () => {
    const second = succeed(card(2), card(1, seen('A')), 0);
    const third = succeed(card(3), second, 399 * day);
    expect(keysOf(third)).toEqual(['A 1']);
    expect(keysOf(succeed(card(4), third, 401 * day))).toEqual([]);
  });

  it('counts anew from a version that watches it itself', () => {
    const second = succeed(card(2), card(1, seen('A')), 0);
    const third = succeed(card(3, seen('A')), second, 300 * day);
    expect(keysOf(succeed(card(4), third, 500 * day))).toEqual(['A 1']);
  });

  it('carries a hundred at the most, the newest', () => {
    const many = Array.from({ length: 150 }, (_, index) => seen(`Event ${index}`));
    const second = succeed(card(2, seen('Fresh')), card(1, ...many), 0);
    const third = succeed(card(3), second, day);
    expect(third.watches).toHaveLength(100);
    expect(keysOf(third)).toContain('Fresh 1');
  });
});
