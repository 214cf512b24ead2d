// What a marketer does to people inside a campaign: moves them to another version, resumes them, lets them leave.
import type { Cause, Command } from '../model/cause.ts';
import type { Enrollment } from '../model/enrollment.ts';
import { spoken } from '../model/spoken.ts';
import { duration, type Milliseconds } from '../model/time.ts';
import { type Draft, keep, note, type World } from './draft.ts';
import { draw } from './draw.ts';
import { leave } from './end.ts';
import { inside, nodeAt, settled, type Walker } from './moment.ts';
import type { RunnableVersion } from './program.ts';
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

/** Parked though its campaign is not paused: whoever went through all who were parked has passed it by. */
export function resumeStranded(world: World, draft: Draft): Draft {
  return draft.contact.enrollments.reduce((current, one) => {
    const state = world.playbook.state(one.campaign);
    if (one.parked === undefined || state === 'paused') return current;
    return state === 'live'
      ? resumeParked(world, current, one, { do: 'resume', stale: 'skip' })
      : leave(current, one, 'the campaign is stopped');
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

function move(world: World, draft: Draft, enrollment: Enrollment, order: Move): Draft {
  if (enrollment.version === order.version) return draft;
  const step = landing(world, enrollment, order);
  const because = step === undefined ? 'its step is gone' : `goes on at ${step}`;
  const place = inside({ enrollment });
  const moved = note(draft, { kind: 'moved', ...place, version: order.version, because });
  const version = world.playbook.version(enrollment.campaign, order.version);
  const there = { ...enrollment, version: order.version, ...goalOf(world, enrollment, version) };
  if (step === undefined) return leave(keep(moved, there), there, because);
  if (goesOn(world, enrollment, { version, step })) return keep(moved, there);
  const arriving = { ...settled(there), ...dueOf(enrollment) };
  const walker = { world, version, enrollment: arriving, movedAt: world.now };
  return walk(walker, keep(moved, arriving), step);
}

interface Place {
  readonly version: RunnableVersion;
  readonly step: string;
}

/** A wait that goes on in the other version keeps its end; a step that is new to the person is arrived at. */
const goesOn = ({ playbook }: World, enrollment: Enrollment, { version, step }: Place): boolean =>
  step === enrollment.step &&
  nodeAt(version, step).type ===
    nodeAt(playbook.version(enrollment.campaign, enrollment.version), step).type;

/** Whoever had no goal has from now on as long as everybody. */
const goalOf = ({ now }: World, { goalUntil }: Enrollment, { document }: RunnableVersion) =>
  goalUntil === undefined && document.goal
    ? { goalUntil: now + duration(document.goal.within) }
    : {};

/** What was due before is due still: neither a move nor a pause makes a message young again. */
function dueOf({ parked, dueSince = parked }: Enrollment): Pick<Enrollment, 'dueSince'> {
  return dueSince === undefined ? {} : { dueSince };
}

function resumeParked(world: World, draft: Draft, enrollment: Enrollment, order: Resume): Draft {
  const { parked, step } = enrollment;
  if (parked === undefined || step === undefined) return draft;
  if (world.playbook.state(enrollment.campaign) === 'paused') return draft;
  const version = world.playbook.version(enrollment.campaign, enrollment.version);
  const resumed = { ...settled(enrollment), ...dueOf(enrollment) };
  if (order.stale === 'space_out') return spaceOut(world, draft, { ...resumed, step }, order.over);
  const because = 'the campaign goes on';
  const noted = note(draft, { kind: 'resumed', ...inside({ enrollment }), step, because });
  // Waits that follow count from now: for whoever is inside a paused campaign time stands still.
  const walker: Walker = { world, version, enrollment: resumed, movedAt: world.now };
  const skipping = order.stale === 'skip' ? { ...walker, skips: true as const } : walker;
  return walk(skipping, keep(noted, resumed), step);
}

/** Each at a time of its own, where everything is asked again. Being spaced out makes no message older. */
function spaceOut(
  { hash, now }: World,
  draft: Draft,
  enrollment: Enrollment & { readonly step: string },
  over: Milliseconds,
): Draft {
  const share = draw(hash, draft.contact.id, `resume/${enrollment.id}`) / 100;
  const later = Math.floor(over * share);
  const until = now + later;
  const because = `the campaign goes on, spaced out over ${spoken(over)}`;
  const { step, dueSince = now } = enrollment;
  const held = note(draft, { kind: 'held', ...inside({ enrollment }), step, until, because });
  return keep(held, { ...enrollment, until, dueSince: dueSince + later });
}
