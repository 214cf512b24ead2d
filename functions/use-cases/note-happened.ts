// Notes what a source did, for the counters that people look at: at once, for a container that rests writes nothing later.
// Strangers cannot make it dear: beyond some writes a second a container holds back, and the next write takes all along.
import { log } from '../log.ts';
import type { Now } from '../ports.ts';
import type { Arrival, Happened, SourceCounter, SourceCounts } from '../source-ports.ts';

export type Note = (source: string, happened: Happened) => Promise<void>;

interface NotePorts {
  readonly sourceCounts: Pick<SourceCounts, 'add'>;
  readonly now: Now;
}

const second = 1_000;
const mostPerSecond = 20;

/** Never throws: counters are estimates, and no event is refused for them. What could not be written is tried again. */
export function createNote({ sourceCounts, now }: NotePorts): Note {
  const waiting = new Map<string, Happened>();
  let since = Number.NEGATIVE_INFINITY;
  let written = 0;
  const wait = (source: string, happened: Happened) =>
    waiting.set(source, together(waiting.get(source), happened));
  const write = async ([source, happened]: readonly [string, Happened]) => {
    try {
      await sourceCounts.add(new Map([[source, happened]]));
    } catch (error) {
      log.error('not counted yet', { source, error });
      wait(source, happened);
    }
  };
  return async (source, happened) => {
    wait(source, happened);
    if (now() - since >= second) [since, written] = [now(), 0];
    if (written >= mostPerSecond) return;
    const all = [...waiting];
    waiting.clear();
    written += all.length;
    await Promise.all(all.map(write));
  };
}

const nothing: Happened = { counts: {} };

/** The sum of both; of two moments the later. */
export function together(one: Happened = nothing, other: Happened): Happened {
  const counters = Object.keys({ ...one.counts, ...other.counts }) as SourceCounter[];
  const sum = (counter: SourceCounter) => (one.counts[counter] ?? 0) + (other.counts[counter] ?? 0);
  const [saidNo] = [one, other]
    .flatMap((each) => each.saidNo ?? [])
    .toSorted((before, after) => after.at - before.at);
  const seenAt = Math.max(one.seenAt ?? 0, other.seenAt ?? 0);
  const latest = newest([...(one.latest ?? []), ...(other.latest ?? [])]);
  return {
    counts: Object.fromEntries(counters.map((counter) => [counter, sum(counter)])),
    ...(seenAt > 0 && { seenAt }),
    ...(saidNo && { saidNo }),
    ...(latest.length > 0 && { latest }),
  };
}

/** More come in at once than anybody can read. */
export const mostLatest = 10;

/** The newest first; of one moment those that stand further behind. */
export const newest = (all: readonly Arrival[]): readonly Arrival[] =>
  all
    .toReversed()
    .toSorted((one, other) => other.at - one.at)
    .slice(0, mostLatest);
