// What chance has decided stays decided: arms of splits, and who is held out to measure a campaign.
import { expect } from 'vitest';
import { always } from './engine-properties.ts';
import type { Lived } from './live.ts';

type Version = Lived['version'];

/** Over re-entry, over other weights and in another version: as long as the arm is there, it is taken again. */
export const armsStay = (runs: number) =>
  always(runs, (lived) => {
    const arms = new Map<string, string>();
    for (const { place, path, paths } of splitsIn(lived)) {
      const known = arms.get(place) ?? path;
      if (known in paths) expect(path).toBe(known);
      arms.set(place, path);
    }
  });

/** Every arm that was taken, with those that there were to take. */
function splitsIn({ transitions, version }: Lived) {
  const versions = new Map<string, number>();
  return transitions.flatMap((one) => {
    if (one.kind === 'entered' || one.kind === 'moved') versions.set(one.enrollment, one.version);
    if (one.kind !== 'branched') return [];
    const { campaign, step, path, enrollment } = one;
    const node = version(campaign, versions.get(enrollment) ?? 1).program.nodes.get(step);
    const isSplit = node?.type.type === 'split';
    return isSplit ? [{ place: `${campaign}/${step}`, path, paths: node.paths }] : [];
  });
}

/** A campaign that sends no marketing holds nobody out; in all others a contact has one group. */
export const groupsStay = (runs: number) =>
  always(runs, ({ transitions, version }) => {
    const groups = new Map<string, string>();
    const entries = transitions
      .filter((one) => one.kind === 'entered' || one.kind === 'held_out')
      .filter((one) => isMarketing(version, one.campaign, one.version));
    for (const { kind, campaign } of entries) {
      expect(kind).toBe(groups.get(campaign) ?? kind);
      groups.set(campaign, kind);
    }
  });

const isMarketing = (version: Version, campaign: string, number: number) =>
  Object.values(version(campaign, number).kinds).some((kind) => kind === 'marketing');

/** Nothing is done to them: no step, no mail, no order. Only their goal is seen. */
export const heldOutGetNothing = (runs: number) =>
  always(runs, ({ transitions, decisions }) => {
    const heldOut = new Set(
      transitions.flatMap((one) => (one.kind === 'held_out' ? [one.enrollment] : [])),
    );
    const told = transitions.filter((one) => 'enrollment' in one && heldOut.has(one.enrollment));
    for (const { kind } of told) expect(['held_out', 'goal_reached', 'redeemed']).toContain(kind);
    for (const { after } of decisions) {
      const asked = [...after.messages, ...after.orders].flatMap((one) =>
        'enrollment' in one ? [one.enrollment] : [],
      );
      expect(asked.filter((enrollment) => heldOut.has(enrollment))).toEqual([]);
      const offers = after.messages.filter(({ kind }) => kind === 'marketing');
      const groups = offers.map(({ campaign }) => after.contact.entries[campaign]?.group);
      expect(groups).not.toContain('holdout');
    }
  });
