// What is said of the contact's mail: it did not leave, or the person wants no more.
import type { Cause, Unsent } from '../model/cause.ts';
import { wishOf } from '../model/contact.ts';
import type { Fields } from '../model/event.ts';
import { topicOf } from '../model/topic.ts';
import type { Transition } from '../model/transition.ts';
import { change, type Draft, note, type World } from './draft.ts';
import { happenOurs } from './happen.ts';
import { release } from './reserve.ts';
import { joinedSince, proofOfShown, setWish, withWish } from './wish.ts';

/**
 * Always heard, whatever the clock of an earlier wish said. Said again, it outdates what was wished meanwhile. A topic
 * that is there no more stands for all marketing: whoever says no gets a no.
 */
export function hearUnsubscribe(
  world: World,
  draft: Draft,
  { id, at, method, message, topic, ...shown }: Extract<Cause, { kind: 'unsubscribe' }>,
): Draft {
  const { contact } = draft;
  const about = topic !== undefined && topicOf(world.workspace.topics, topic) ? topic : undefined;
  const known = wishOf(contact, about);
  const newest = Math.max(at, known?.at ?? 0);
  if (known?.status === 'unsubscribed' && !joinedSince(contact, known)) {
    if (newest === known.at) return draft;
    return change(draft, withWish(contact, about, { ...known, at: newest }));
  }
  const properties: Fields = about === undefined ? {} : { topic: about };
  const happened = happenOurs(world, draft, { id, event: 'Unsubscribed', at, properties });
  const wish = { status: 'unsubscribed', at: newest, method } as const;
  const proof = { ...proofOfShown(shown), actor: 'contact', message };
  return setWish(happened, { about, wish, proof });
}

/** The place that it had is free for others again. */
export const hearUnsent = (draft: Draft, { unsent }: Extract<Cause, { kind: 'unsent' }>): Draft =>
  note(release(draft, unsent.message), toldOf(unsent));

/** The same for whoever tells it. */
export const toldOf = ({ state, because, message }: Unsent): Transition => {
  const { id, campaign, enrollment, step } = message;
  return { kind: 'unsent', campaign, enrollment, step, message: id, state, because };
};
