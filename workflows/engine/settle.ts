// Settling: what one change leads to in segments, waits, clocks and other campaigns, until nothing moves any more.
import { recordChange } from '../conditions/record.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import { triggerTypeOf } from '../triggers/index.ts';
import type { Touch } from '../triggers/trigger.ts';
import { armClocks } from './clocks.ts';
import { change, type Draft, note, subjectOf, type World } from './draft.ts';
import { exitByCondition, leave } from './end.ts';
import { enter } from './enter.ts';
import { carryOutInner } from './inner.ts';
import { momentOf } from './moment.ts';
import { sendNext } from './outgoing.ts';
import { rootOf } from './routes.ts';
import { dueSegments, refreshSegments } from './segments.ts';
import { changedKeys } from './touched.ts';
import { resume, waitingStep } from './walk.ts';

/** Rules that lead from one to another further than this are taken for a circle. */
const rounds = 10;

/** Nobody is sent more at one moment, not even by walks that lead to one another. */
const mostMessages = 500;

/** `before` is the contact as the cause found it. Rules that lead in a circle are cut, and the cut is noted. */
export function settle(world: World, before: Contact, draft: Draft): Draft {
  let rested = rest(world, before, draft);
  for (let count = 0; count < mostMessages; count += 1) {
    if (rested.asking.length === 0) return rested;
    rested = rest(world, rested.contact, sendNext(world, rested));
  }
  return cut(rested, `campaigns asked for ${mostMessages} messages at one moment`);
}

/**
 * Whoever asks for more is let out. Failing instead would fail the same way at every delivery, and stop the contact
 * for ever.
 */
function cut(draft: Draft, because: string): Draft {
  const left = draft.contact.enrollments
    .filter(({ id }) => draft.asking.includes(id))
    .reduce((current, one) => leave(current, one, because), draft);
  return note({ ...left, asking: [] }, { kind: 'unsettled', because });
}

/** Until nothing moves any more but messages that ask to go. */
function rest(world: World, before: Contact, draft: Draft): Draft {
  let seen = before;
  let current = draft;
  for (let round = 0; round < rounds; round += 1) {
    const remembered = rememberChange(world, seen, current);
    const keys = changedKeys(seen, remembered.contact);
    if (keys.length === 0 && remembered.inner.length === 0 && round > 0) return remembered;
    seen = remembered.contact;
    current = turn(world, remembered, keys);
  }
  // It stays as it is by now. Failing instead would fail the same way at every delivery, and stop the contact for ever.
  const because = `a change led to another ${rounds} times in a row`;
  return note({ ...current, inner: [] }, { kind: 'unsettled', because });
}

function turn(world: World, draft: Draft, keys: readonly string[]): Draft {
  const { playbook } = world;
  const touched = keys.flatMap((key) => playbook.segmentsAt(key));
  const { draft: refreshed, moves } = refreshSegments(world, draft, [
    ...touched,
    ...dueSegments(world, draft),
  ]);
  const looked = look(world, refreshed);
  const clocks = keys.flatMap((key) => playbook.campaignsAt(key));
  const armed = armClocks(world, looked, clocks);
  if (world.silent) return carryOutInner(world, armed);
  const moved = moves.reduce((current, move) => enterBySegment(world, current, move), armed);
  return carryOutInner(world, moved);
}

/** Rules that ask how long an attribute has been what it is want its changes remembered. */
function rememberChange(world: World, before: Contact, draft: Draft): Draft {
  const { traits } = draft.contact;
  if (traits === before.traits) return draft;
  const names = [...Object.keys(before.traits), ...Object.keys(traits)];
  const roots = new Set(names.map(rootOf));
  const watches = [...roots].flatMap((name) => world.playbook.watches(`attribute:${name}`));
  if (watches.length === 0) return draft;
  const seen = { before: before.traits, after: traits, at: world.now };
  const history = recordChange(draft.contact.history, watches, seen);
  return history === draft.contact.history ? draft : change(draft, { history });
}

/** Exits by condition, and waits for one. */
const look = (world: World, draft: Draft): Draft =>
  draft.contact.enrollments.reduce((current, enrollment) => {
    if (enrollment.step === undefined) return current;
    const exited = exitByCondition(world, current, enrollment);
    return exited === current ? lookAt(world, current, enrollment) : exited;
  }, draft);

function lookAt(world: World, draft: Draft, enrollment: Enrollment): Draft {
  const version = world.playbook.version(enrollment.campaign, enrollment.version);
  const walker = { world, version, enrollment, movedAt: world.now };
  const waiting = waitingStep(walker);
  const outcome = waiting?.type.look?.(waiting.step, momentOf(walker, draft));
  return outcome ? resume(walker, draft, outcome) : draft;
}

function enterBySegment(world: World, draft: Draft, touch: Touch): Draft {
  if (touch.kind !== 'segment') return draft;
  return world.playbook.campaignsAt(`segment:${touch.segment}`).reduce((current, published) => {
    const { trigger } = published.version.document;
    const subject = subjectOf(world, current.contact);
    const admission = triggerTypeOf(trigger).answer?.(trigger, touch, subject);
    // In one moment somebody may leave and come back: that is another entry, and another walk.
    const { count = 0 } = current.contact.entries[published.version.campaign] ?? {};
    const id = `segment/${touch.segment}/${touch.entered}/${world.now}/${count}`;
    return admission
      ? enter(world, current, published, { id, at: world.now, properties: {}, admission })
      : current;
  }, draft);
}
