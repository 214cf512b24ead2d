// What is said of the contact's mail: it did not leave, or the person wants no more.
import type { Cause, Unsent } from '../model/cause.ts';
import type { Transition } from '../model/transition.ts';
import { change, type Draft, note, type World } from './draft.ts';
import { happen } from './happen.ts';
import { release } from './reserve.ts';

/** Always heard, whatever the clock of an earlier wish said. Said again, it outdates what was wished meanwhile. */
export function hearUnsubscribe(
  world: World,
  draft: Draft,
  { id, at, method }: Extract<Cause, { kind: 'unsubscribe' }>,
): Draft {
  const status = 'unsubscribed';
  const { consent } = draft.contact;
  const newest = Math.max(at, consent?.at ?? 0);
  if (consent?.status === status)
    return newest > consent.at ? change(draft, { consent: { ...consent, at: newest } }) : draft;
  const happened = happen(world, draft, { id, event: 'Unsubscribed', at, properties: {} });
  const changed = change(happened, { consent: { status, at: newest, method } });
  return note(changed, { kind: 'consent_changed', status, method });
}

/** The place that it had is free for others again. */
export const hearUnsent = (draft: Draft, { unsent }: Extract<Cause, { kind: 'unsent' }>): Draft =>
  note(release(draft, unsent.message), toldOf(unsent));

/** The same for whoever tells it. */
export const toldOf = ({ state, because, message }: Unsent): Transition => {
  const { id, campaign, enrollment, step } = message;
  return { kind: 'unsent', campaign, enrollment, step, message: id, state, because };
};
