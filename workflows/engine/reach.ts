// Reach: steps of a document at which nobody can ever arrive, whatever happens.
import type { Step } from '../steps/index.ts';
import { typeOf } from '../steps/index.ts';

interface Unreachable {
  /** The first of those that nobody comes to; what follows it is not told again. */
  readonly step: Step;
  readonly because: string;
}

/** `campaign` is the id of the campaign that the steps are of. */
export function unreachable(steps: readonly Step[], campaign: string): Unreachable[] {
  const end = steps.findIndex((step) => isEnd(step, campaign));
  const reached = end < 0 ? steps : steps.slice(0, end + 1);
  const [behind] = steps.slice(reached.length);
  const because = 'nobody comes here: every walk has ended before';
  return [
    ...reached.flatMap((step) => inside(step, campaign)),
    ...(behind ? [{ step: behind, because }] : []),
  ];
}

function inside(step: Step, campaign: string): Unreachable[] {
  const type = typeOf(step);
  const dead = type.deadPaths?.(step) ?? {};
  return Object.entries(type.paths(step)).flatMap(([name, path]) => {
    const [first] = path;
    const because = Object.hasOwn(dead, name) ? dead[name] : undefined;
    if (first && because !== undefined)
      return [{ step: first, because: `nobody comes here: ${because}` }];
    return unreachable(path, campaign);
  });
}

/** Whether nobody gets past a step: it ends the walk itself, or all of its paths do. */
function isEnd(step: Step, campaign: string): boolean {
  const type = typeOf(step);
  if (type.ends?.(step, campaign)) return true;
  // A wait may go on beside its paths.
  if (type.timeOut) return false;
  const dead = type.deadPaths?.(step) ?? {};
  const open = Object.entries(type.paths(step)).filter(([name]) => !Object.hasOwn(dead, name));
  return open.length > 0 && open.every(([, path]) => path.some((one) => isEnd(one, campaign)));
}
