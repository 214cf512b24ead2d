// Blending: what was rebuilt from the past joins what is recorded live, which may know of things that happened since
// the past was read. Doing it again changes nothing.
import { add } from '../model/decimal.ts';
import { type History, inOrder, type Watched } from '../model/history.ts';
import { deepest } from './watch.ts';

/**
 * `rebuilt` is complete up to the moment at which it was made, and `known` from some moment before that. What came
 * since then is told apart one by one, as far as a watch keeps occurrences one by one.
 */
export function blend(known: History, rebuilt: History): History {
  const blended = Object.entries(rebuilt).map(([key, past]) => {
    const live = Object.hasOwn(known, key) ? known[key] : undefined;
    return [key, live ? joined(live, past) : past] as const;
  });
  return { ...known, ...Object.fromEntries(blended) };
}

function joined(live: Watched, past: Watched): Watched {
  const ids = new Set(past.recent.map(([, id]) => id));
  const from = past.recent[0]?.[0] ?? past.last;
  // What is older than all that the past kept one by one is among those it only counted.
  const since = live.recent.filter(([at, id]) => at >= from && !ids.has(id));
  const count = past.count + since.length;
  const sum = since.reduce((all, [, , value = '0']) => add(all, value), past.sum ?? '0');
  const hasSum = past.sum !== undefined || live.sum !== undefined;
  // Live recording may have begun before the oldest row that the timeline still has.
  const total = live.count > count ? live : { count, ...(hasSum && { sum }) };
  return {
    count: total.count,
    first: Math.min(live.first, past.first),
    last: Math.max(live.last, past.last),
    ...(total.sum !== undefined && { sum: total.sum }),
    recent: [...past.recent, ...since].sort(inOrder).slice(-deepest),
  };
}
