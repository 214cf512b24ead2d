// Walks an enrollment through its steps until it waits or ends. No step leads back, so every walk ends.
import type { Enrollment } from '../model/enrollment.ts';
import type { Message, MessageKind } from '../model/message.ts';
import type { Instant } from '../model/time.ts';
import type { Transition } from '../model/transition.ts';
import type { Moment, Outcome } from '../steps/step.ts';
import { type Draft, drop, keep, note, type World } from './draft.ts';
import type { Node, RunnableVersion } from './program.ts';

interface Walker {
  readonly world: World;
  readonly version: RunnableVersion;
  readonly enrollment: Enrollment;
  /**
   * When what moves it happened, or was due. Work may come minutes later, and what people do
   * meanwhile must not fall between two steps.
   */
  readonly movedAt: Instant;
}

/** Arrives at `from` and goes on; undefined means that the last step is behind. */
export function walk(walker: Walker, draft: Draft, from: string | undefined): Draft {
  let at = from;
  let current = draft;
  while (at !== undefined) {
    const node = nodeAt(walker.version, at);
    const outcome = node.type.arrive(node.step, momentOf(walker, current));
    if (outcome.do === 'wait') return wait(walker, current, { node, until: outcome.until });
    current = carryOut(walker, current, { node, outcome });
    at = follower(node, outcome);
  }
  return finish(walker, current);
}

/** Leaves a wait by what the waiting step answered to an event or to its time-out. */
export function resume(walker: Walker, draft: Draft, outcome: Outcome): Draft {
  const node = nodeAt(walker.version, walker.enrollment.step ?? '');
  const because = (outcome.do === 'go_on' && outcome.because) || 'the wait ended';
  const noted = note(draft, { kind: 'resumed', ...inside(walker), step: node.id, because });
  return walk(walker, noted, follower(node, outcome));
}

export function waitingStep(version: RunnableVersion, enrollment: Enrollment): Node | undefined {
  return enrollment.step === undefined ? undefined : nodeAt(version, enrollment.step);
}

export const momentOf = ({ world, version, enrollment }: Walker, draft: Draft): Moment => ({
  contact: draft.contact,
  enrollment,
  basis: version.document.basis,
  now: world.now,
  kindOf: (template) => kindOf(version, template),
});

/** A template of unknown kind is held to the stricter rules. */
const kindOf = ({ kinds }: RunnableVersion, template: string): MessageKind =>
  (Object.hasOwn(kinds, template) && kinds[template]) || 'marketing';

const inside = ({ enrollment }: Walker) => ({
  campaign: enrollment.campaign,
  enrollment: enrollment.id,
});

function nodeAt(version: RunnableVersion, step: string): Node {
  const node = version.program.nodes.get(step);
  if (!node) throw new Error(`${version.campaign} v${version.version} has no step ${step}`);
  return node;
}

const follower = (node: Node, outcome: Outcome): string | undefined =>
  outcome.do === 'go_on' && outcome.path !== undefined ? node.paths[outcome.path] : node.next;

function wait(walker: Walker, draft: Draft, { node, until }: { node: Node; until: number }): Draft {
  const since = Math.min(walker.movedAt, walker.world.now);
  const waiting = { ...walker.enrollment, step: node.id, since, until };
  const noted = note(draft, { kind: 'waiting', ...inside(walker), step: node.id, until });
  return keep(noted, waiting);
}

interface Ran {
  readonly node: Node;
  readonly outcome: Exclude<Outcome, { do: 'wait' }>;
}

function carryOut(walker: Walker, draft: Draft, { node, outcome }: Ran): Draft {
  const where = { ...inside(walker), step: node.id };
  switch (outcome.do) {
    case 'send': {
      const message = messageOf(walker, draft, { node, template: outcome.template });
      const asked: Transition = { kind: 'requested', ...where, message: message.id };
      return { ...note(draft, asked), messages: [...draft.messages, message] };
    }
    case 'withhold':
      return note(draft, { kind: 'withheld', ...where, reason: outcome.reason });
    case 'go_on': {
      const { path = 'next', because = '' } = outcome;
      return note(draft, { kind: 'branched', ...where, path, because });
    }
    default:
      return outcome satisfies never;
  }
}

/** The id comes from enrollment and step, not from the version: moving people never mails them twice. */
function messageOf(
  { world, version, enrollment }: Walker,
  { contact }: Draft,
  { node, template }: { node: Node; template: string },
): Message {
  return {
    id: `msg_${world.hash(`${enrollment.id}/${node.id}`)}`,
    contact: contact.id,
    enrollment: enrollment.id,
    campaign: enrollment.campaign,
    version: enrollment.version,
    step: node.id,
    template,
    kind: kindOf(version, template),
    event: enrollment.event,
    requestedAt: world.now,
  };
}

/** A finished walk stays until its goal window closes, so that a late goal still counts. */
function finish(walker: Walker, draft: Draft): Draft {
  const noted = note(draft, { kind: 'completed', ...inside(walker) });
  const { step: _, since: __, until: ___, ...finished } = walker.enrollment;
  return finished.goalUntil === undefined ? drop(noted, finished) : keep(noted, finished);
}
