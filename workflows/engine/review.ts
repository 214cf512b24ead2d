// A review: a segment, or a campaign with a clock, was published since this contact last changed.
import { blend } from '../conditions/blend.ts';
import type { Cause } from '../model/cause.ts';
import { armClocks } from './clocks.ts';
import { change, type Draft, type World } from './draft.ts';
import { refreshSegments } from './segments.ts';

/** Being found in a new segment is no event in the contact's life: it lets nobody into a campaign. */
export function review(
  world: World,
  draft: Draft,
  { of, history }: Extract<Cause, { kind: 'review' }>,
): Draft {
  const known = history ? change(draft, { history: blend(draft.contact.history, history) }) : draft;
  if ('campaign' in of) {
    const published = world.playbook.campaign(of.campaign);
    return published ? armClocks(world, known, [published]) : known;
  }
  const segment = world.playbook.segment(of.segment);
  return segment ? refreshSegments(world, known, [segment]).draft : known;
}
