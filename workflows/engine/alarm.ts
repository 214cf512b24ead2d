// An alarm: does everything that is due by now, and nothing else.
import type { Enrollment } from '../model/enrollment.ts';
import { ringClocks } from './clocks.ts';
import type { Draft, World } from './draft.ts';
import { momentOf } from './moment.ts';
import { forgetGone } from './segments.ts';
import { resume, waitingStep, walk } from './walk.ts';
import { expireWishes } from './wish.ts';

/** The same draft comes back when nothing is due. */
export function ring(world: World, draft: Draft): Draft {
  const known = expireWishes(world.now, draft);
  const moved = known.contact.enrollments.reduce(
    (current, enrollment) =>
      isDue(world, enrollment) ? move(world, current, enrollment) : current,
    known,
  );
  return forgetGone(world, ringClocks(world, moved));
}

const isDue = ({ now }: World, { until }: Enrollment) => until !== undefined && until <= now;

/** What was held or put off arrives at its step again; a wait ends by itself. */
function move(world: World, draft: Draft, enrollment: Enrollment): Draft {
  const { until: movedAt = world.now, dueSince, step } = enrollment;
  const version = world.playbook.version(enrollment.campaign, enrollment.version);
  const walker = { world, version, enrollment, movedAt };
  if (dueSince !== undefined) return walk(walker, draft, step);
  const waiting = waitingStep(walker);
  const outcome = waiting?.type.timeOut?.(waiting.step, momentOf(walker, draft));
  return resume(walker, draft, outcome ?? { do: 'go_on' });
}
