// A step that becomes of another kind inside, such as a branch of two paths one of several: what stood under a path that is no
// more goes under one that is, in their order. Where there is none it goes; undo brings it back. What was asked is asked on.
import { kindOf, type Lane, lanesOf } from './kinds.ts';
import { type Fields, type Step, stepsAt, withValue } from './tree.ts';

/** Paths beside the step's settings; those of arms and cases stand in the settings, and come and go with them. */
const isBeside = ({ list }: Lane): boolean => list.length === 1;

export const movedIn = (before: Step, after: Step): Step =>
  stepsMoved(before, conditionMoved(before, after));

/** One condition that becomes several is the first of them; of several that become one, the first stays. */
function conditionMoved(before: Step, after: Step): Step {
  const kind = kindOf(after) ?? '';
  const [was, is] = [firstOf(before[kind]), firstOf(after[kind])];
  if (was?.if !== undefined && is?.op !== undefined) return { ...after, [kind]: was.if };
  if (was?.op !== undefined && is?.if !== undefined) return withValue(after, [kind, 0, 'if'], was);
  return after;
}

const firstOf = (value: unknown): Fields | undefined =>
  (Array.isArray(value) ? value[0] : value) as Fields | undefined;

function stepsMoved(before: Step, after: Step): Step {
  const [was, is] = [lanesOf(before, []), lanesOf(after, [])];
  const names = new Set(is.map(({ name }) => name));
  const hasItems = !is.every(isBeside);
  const gone = was.filter((lane) => !names.has(lane.name) && (isBeside(lane) || !hasItems));
  if (gone.length === 0) return after;
  const bare = gone
    .filter(isBeside)
    .reduce((step, { list }) => withValue(step, list, undefined), after);
  const free = is.filter(({ list }) => stepsAt(bare, list).length === 0);
  return gone
    .map(({ list }) => stepsAt(before, list))
    .filter((steps) => steps.length > 0)
    .slice(0, free.length)
    .reduce((step, steps, at) => withValue(step, free[at]?.list ?? [], steps), bare);
}
