// What a marketer does to people inside a campaign: moves them to another version, resumes them, lets them leave.
import type { Cause, Command } from '../model/cause.ts';
import type { Enrollment } from '../model/enrollment.ts';
import { type Draft, keep, note, type World } from './draft.ts';
import { draw } from './draw.ts';
import { leave } from './end.ts';
import { inside, nodeAt, settled, type Walker } from './moment.ts';
import { walk } from './walk.ts';

export function command(
  world: World,
  draft: Draft,
  { campaign, command: order }: Extract<Cause, { kind: 'command' }>,
): Draft {
  return draft.contact.enrollments.reduce((current, enrollment) => {
    if (enrollment.campaign !== campaign || enrollment.step === undefined) return current;
    switch (order.do) {
      case 'leave':
        return leave(current, enrollment, 'a marketer let it leave');
      case 'move':
        return move(world, current, enrollment, order);
      case 'resume':
        return resumeParked(world, current, enrollment, order);
      default:
        return order satisfies never;
    }
  }, draft);
}

type Move = Extract<Command, { do: 'move' }>;
type Resume = Extract<Command, { do: 'resume' }>;

/** Where somebody would be in another version: the step of the same name, its substitute, or nowhere. */
export const landing = (
  world: World,
  { campaign, step = '' }: Pick<Enrollment, 'campaign' | 'step'>,
  { version, steps = {} }: Omit<Move, 'do'>,
): string | undefined => {
  const wanted = Object.hasOwn(steps, step) ? (steps[step] as string) : step;
  return world.playbook.version(campaign, version).program.nodes.has(wanted) ? wanted : undefined;
};

/** A wait that goes on in the other version keeps its end; a step that is new to the person is arrived at. */
function move(world: World, draft: Draft, enrollment: Enrollment, order: Move): Draft {
  if (enrollment.version === order.version) return draft;
  const step = landing(world, enrollment, order);
  const because = step === undefined ? 'its step is gone' : `goes on at ${step}`;
  const place = inside({ enrollment });
  const moved = note(draft, { kind: 'moved', ...place, version: order.version, because });
  const there = { ...enrollment, version: order.version };
  if (step === undefined) return leave(keep(moved, there), there, because);
  if (step === enrollment.step) return keep(moved, there);
  const version = world.playbook.version(enrollment.campaign, order.version);
  const arriving = settled(there);
  const walker = { world, version, enrollment: arriving, movedAt: world.now };
  return walk(walker, keep(moved, arriving), step);
}

function resumeParked(world: World, draft: Draft, enrollment: Enrollment, order: Resume): Draft {
  const { parked, step } = enrollment;
  if (parked === undefined || step === undefined) return draft;
  const version = world.playbook.version(enrollment.campaign, enrollment.version);
  const walker = { world, version, enrollment: settled(enrollment), movedAt: parked };
  if (order.stale === 'skip') return skip(walker, draft, step);
  if (order.stale !== 'space_out') return walk(walker, draft, step);
  const { hash, now } = world;
  const share = draw(hash, draft.contact.id, `resume/${enrollment.id}`) / 100;
  const until = now + Math.floor(order.over * share);
  return keep(draft, { ...walker.enrollment, step, until, dueSince: parked });
}

/** The message that fell due meanwhile is left out; the walk goes on behind it. */
function skip(walker: Walker, draft: Draft, step: string): Draft {
  const node = nodeAt(walker.version, step);
  if (node.type.type !== 'send') return walk(walker, draft, step);
  const reason = 'skipped_on_resume';
  const noted = note(draft, { kind: 'withheld', ...inside(walker), step, reason });
  return walk({ ...walker, movedAt: walker.world.now }, noted, node.next);
}
