// Something happened to the contact: published rules remember it, if any of them asks.
import { type Happening, record } from '../conditions/record.ts';
import { change, type Draft, type World } from './draft.ts';

/** What the engine or our mail's way tells. */
export const happenOurs = (world: World, draft: Draft, one: Happening): Draft =>
  happen(world, draft, { ...one, ours: true });

export function happen(world: World, draft: Draft, happening: Happening): Draft {
  const watches = world.playbook.watches(`event:${happening.event}`);
  if (watches.length === 0) return draft;
  const history = record(draft.contact.history, watches, happening);
  return history === draft.contact.history ? draft : change(draft, { history });
}
