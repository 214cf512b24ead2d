// Orders among a contact's own campaigns: one step enrolls the contact in another campaign, or lets it leave one.
import type { InnerOrder } from '../model/order.ts';
import { type Draft, note, type World } from './draft.ts';
import { leave } from './end.ts';
import { enter } from './enter.ts';

/** Carries out every order once. Those that this leads to wait for the next turn. */
export const carryOutInner = (world: World, draft: Draft): Draft =>
  draft.inner.reduce<Draft>((current, order) => carryOut(world, current, order), {
    ...draft,
    inner: [],
  });

function carryOut(world: World, draft: Draft, order: InnerOrder): Draft {
  const { id, campaign, target } = order;
  if (order.kind === 'leave') {
    const because = `campaign ${campaign} asked it to leave`;
    return draft.contact.enrollments
      .filter((one) => one.campaign === target)
      .reduce((current, one) => leave(current, one, because), draft);
  }
  const published = world.playbook.campaign(target);
  if (!published) {
    const because = 'it is not published';
    return note(draft, { kind: 'not_entered', campaign: target, reason: 'stopped', because });
  }
  const admission = { held: true, because: `campaign ${campaign} enrolled it` };
  const { properties, hops } = order;
  return enter(world, draft, published, { id, at: world.now, properties, admission, hops });
}
