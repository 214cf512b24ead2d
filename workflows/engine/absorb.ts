// Absorbing: another contact turned out to be this one. Nothing that either has been told, has wished or has been sent is
// lost, nothing is done twice for it, and segments, exits and clocks are looked at as after any change.
import type { Cause } from '../model/cause.ts';
import { type Contact, wasErased } from '../model/contact.ts';
import { hasAbsorbed, joined, withMerged } from './absorb-joined.ts';
import { singleWalks } from './absorb-walks.ts';
import { recordJoined } from './absorb-wishes.ts';
import { armClocks } from './clocks.ts';
import { resumeStranded } from './command.ts';
import { change, type Draft, note, type World } from './draft.ts';
import { changedKeys } from './touched.ts';

/**
 * The same draft when it was absorbed before. Otherwise a draft that is yet to settle: what asks for the changed
 * sections is due at once, so that how long an attribute has been what it is stays as it was known. Who was merged
 * before the erasure of this contact is a part of what was erased: it is noted, and nothing of it is taken in.
 */
export function absorb(
  world: World,
  draft: Draft,
  { at, from, because }: Extract<Cause, { kind: 'absorb' }>,
): Draft {
  if (hasAbsorbed(draft.contact, from.id)) return draft;
  if (wasErased(draft.contact, at))
    return change(draft, { merged: withMerged(draft.contact, from) });
  const before = draft.contact;
  const both = change(draft, joined(before, from));
  const { consent } = both.contact;
  const outweighed = [before.consent, from.consent].find((one) => one && one !== consent);
  const wish = outweighed && { outweighed };
  const proven = recordJoined(before, from, both);
  const shared = Object.keys(from.segments).filter((id) => Object.hasOwn(before.segments, id));
  const bothIn = shared.length > 0 && { bothIn: shared };
  const told = note(proven, { kind: 'absorbed', contact: from.id, because, ...wish, ...bothIn });
  const keys = changedKeys(before, told.contact);
  const rested = resumeStranded(world, singleWalks(world, told));
  return armClocks(world, lookAgain(world, rested, keys), movedClocks(world, both.contact, keys));
}

/** What is due already rings first; armed anew it would be taken for done. */
const movedClocks = ({ now, playbook }: World, { rechecks }: Contact, keys: readonly string[]) =>
  keys
    .flatMap((key) => playbook.campaignsAt(key))
    .filter(({ version }) => !((rechecks[`campaign:${version.campaign}`] ?? now + 1) <= now));

/** Every segment that either is in, and every one that asks for what has changed. */
function lookAgain(world: World, draft: Draft, keys: readonly string[]): Draft {
  const { segments, rechecks } = draft.contact;
  const touched = keys.flatMap((key) => world.playbook.segmentsAt(key)).map((one) => one.segment);
  const known = Object.keys(segments).filter((id) => world.playbook.segment(id) !== undefined);
  const due = [...touched, ...known].map((id) => [`segment:${id}`, world.now] as const);
  return change(draft, { rechecks: { ...rechecks, ...Object.fromEntries(due) } });
}
