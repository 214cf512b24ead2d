// Refilling: what a newly published rule would have remembered, made from past events. Doing it again changes nothing.
import { add } from '../model/decimal.ts';
import {
  type EventWatch,
  type History,
  inOrder,
  type Occurrence,
  type Watch,
  type Watched,
} from '../model/history.ts';
import { changed, concerns, type Happening, occurrenceOf } from './record.ts';

/**
 * Unites past occurrences with what was recorded live. An occurrence that is in both counts once, as
 * long as the live history still has it one by one. What live recording has let go is a part of the
 * past or older than it: then the larger of the two counts is the truth that can be told.
 */
export function refill(
  history: History,
  watches: readonly Watch[],
  past: readonly Happening[],
): History {
  return changed(history, watches, (watch, known) => {
    if (!('event' in watch)) return known;
    const found = past.filter((one) => concerns(watch, one)).map((one) => occurrenceOf(watch, one));
    return found.length === 0 ? known : united(watch, known, found);
  });
}

function united(
  watch: EventWatch,
  known: Watched | undefined,
  found: readonly Occurrence[],
): Watched {
  const byId = new Map([...(known?.recent ?? []), ...found].map((one) => [one[1], one]));
  const all = [...byId.values()].sort(inOrder);
  const [first = 0, last = 0] = [all[0]?.[0], all.at(-1)?.[0]];
  const rebuilt: Watched = {
    count: all.length,
    first: Math.min(first, known?.first ?? first),
    last: Math.max(last, known?.last ?? last),
    ...(watch.measure !== undefined && { sum: total(all) }),
    recent: all.slice(-watch.depth),
  };
  return known && known.count > rebuilt.count ? { ...rebuilt, ...totalsOf(known) } : rebuilt;
}

const total = (all: readonly Occurrence[]) =>
  all.reduce((sum, one) => add(sum, one[2] ?? '0'), '0');

const totalsOf = ({ count, sum }: Watched) => ({ count, ...(sum !== undefined && { sum }) });
