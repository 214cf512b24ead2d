// Walks an enrollment through its steps until it waits or ends. No step leads back, so every walk ends.
import type { Enrollment } from '../model/enrollment.ts';
import type { Instant } from '../model/time.ts';
import type { Outcome } from '../steps/step.ts';
import { act } from './act.ts';
import { type Draft, drop, keep, note } from './draft.ts';
import { leave } from './end.ts';
import { keepWith } from './keeps.ts';
import { inside, momentOf, nodeAt, settled, type Walker } from './moment.ts';
import type { Node } from './program.ts';

/** Arrives at `from` and goes on; undefined means that the last step is behind. */
export function walk(walker: Walker, draft: Draft, from: string | undefined): Draft {
  let at = from;
  let current = draft;
  while (at !== undefined) {
    const self = selfIn(current, walker);
    // A step before this one may have led out of the campaign.
    if (!self) return current;
    const here = { ...walker, enrollment: self };
    const node = nodeAt(walker.version, at);
    const barred = bar(here, current, node);
    if (barred) return barred;
    const outcome = node.type.arrive(node.step, momentOf(here, current, node.id));
    const ran = run(here, current, { node, outcome });
    if ('rests' in ran) return ran.rests;
    current = ran.draft;
    at = follower(node, outcome);
  }
  return finish(walker, current);
}

/** Leaves a wait by what the waiting step answered to an event, to a change or to its time-out. */
export function resume(walker: Walker, draft: Draft, outcome: Outcome): Draft {
  const node = nodeAt(walker.version, walker.enrollment.step ?? '');
  if (outcome.do === 'wait') return keep(draft, { ...walker.enrollment, until: outcome.until });
  const because = ('because' in outcome && outcome.because) || 'the wait ended';
  const noted = note(draft, { kind: 'resumed', ...inside(walker), step: node.id, because });
  return walk(walker, noted, follower(node, outcome));
}

export function waitingStep(walker: Pick<Walker, 'version' | 'enrollment'>): Node | undefined {
  const { step, parked, dueSince } = walker.enrollment;
  const waits = step !== undefined && parked === undefined && dueSince === undefined;
  return waits ? nodeAt(walker.version, step) : undefined;
}

const selfIn = ({ contact }: Draft, { enrollment }: Walker): Enrollment | undefined =>
  contact.enrollments.find(({ id }) => id === enrollment.id);

const follower = (node: Node, outcome: Outcome): string | undefined =>
  'path' in outcome && outcome.path !== undefined ? node.paths[outcome.path] : node.next;

interface Ran {
  readonly node: Node;
  readonly outcome: Outcome;
}

/** The draft to go on with, or the one that rests here. */
type Carried = { readonly draft: Draft } | { readonly rests: Draft };

function run(walker: Walker, draft: Draft, { node, outcome }: Ran): Carried {
  const where = { ...inside(walker), step: node.id };
  switch (outcome.do) {
    case 'wait':
      return { rests: wait(walker, draft, { node, until: outcome.until }) };
    case 'send':
      return walker.skips
        ? { draft: skip(walker, draft, node) }
        : { rests: ask(walker, draft, node) };
    case 'act':
      return lead(walker, act(walker, draft, { node, outcome }), node);
    case 'go_on': {
      const { path = 'next', because = '', keeps } = outcome;
      const kept = keeps ? keepWith(draft, walker.enrollment, keeps) : draft;
      return { draft: note(kept, { kind: 'branched', ...where, path, because }) };
    }
    default:
      return outcome satisfies never;
  }
}

/** On to the next step, or out of the campaign. */
function lead(walker: Walker, draft: Draft, { id, type, step }: Node): Carried {
  const { enrollment } = walker;
  if (!type.ends?.(step, enrollment.campaign)) return { draft };
  return { rests: leave(draft, { ...enrollment, step: id }, 'it ends here') };
}

function wait(
  walker: Walker,
  draft: Draft,
  { node, until }: { node: Node; until: Instant },
): Draft {
  const since = Math.min(walker.movedAt, walker.world.now);
  const waiting = { ...settled(walker.enrollment), step: node.id, since, until };
  const noted = note(draft, { kind: 'waiting', ...inside(walker), step: node.id, until });
  return keep(noted, waiting);
}

/** Nobody walks on in a campaign that is not live. */
function bar(walker: Walker, draft: Draft, node: Node): Draft | undefined {
  const state = walker.world.playbook.state(walker.enrollment.campaign);
  if (state === 'live') return undefined;
  return state === 'paused' ? park(walker, draft, node) : stop(walker, draft, node);
}

/** Waits at its step until everybody who asks to send in this decision has arrived. */
function ask(walker: Walker, draft: Draft, { id: step }: Node): Draft {
  const { enrollment, world } = walker;
  const asking = {
    ...settled(enrollment),
    ...{ step, since: Math.min(walker.movedAt, world.now), until: world.now },
    dueSince: dueSince(walker),
  };
  return { ...keep(draft, asking), asking: [...draft.asking, enrollment.id] };
}

/** What was held or put off has been due for longer than it has been moving. */
const dueSince = ({ enrollment, movedAt, world }: Walker): Instant =>
  enrollment.dueSince ?? Math.min(movedAt, world.now);

/** Stays where it would arrive, until a command moves it. */
function park(walker: Walker, draft: Draft, { id }: Node): Draft {
  const parked = { ...settled(walker.enrollment), step: id, parked: dueSince(walker) };
  return keep(note(draft, { kind: 'parked', ...inside(walker), step: id }), parked);
}

/** A stopped campaign lets people out as they fall due. */
const stop = ({ enrollment }: Walker, draft: Draft, { id }: Node): Draft =>
  leave(draft, { ...enrollment, step: id }, 'the campaign is stopped');

const skip = (walker: Walker, draft: Draft, { id }: Node): Draft =>
  note(draft, { kind: 'withheld', ...inside(walker), step: id, reason: 'skipped_on_resume' });

/** A finished walk stays until its goal window closes, so that a late goal still counts. */
function finish(walker: Walker, draft: Draft): Draft {
  const self = selfIn(draft, walker);
  if (!self) return draft;
  const noted = note(draft, { kind: 'completed', ...inside(walker) });
  const finished = settled(self);
  return finished.goalUntil === undefined ? drop(noted, finished) : keep(noted, finished);
}
