// Notes what a source did, for the counters that people look at. Strangers cannot make it dear: a container writes
// once a second at the most for each source, and what comes between goes along with the next write.
import { log } from '../log.ts';
import type { Now } from '../ports.ts';
import type { Happened, SourceCounter, SourceCounts } from '../source-ports.ts';

export type Note = (source: string, happened: Happened) => Promise<void>;

interface NotePorts {
  readonly sourceCounts: Pick<SourceCounts, 'add'>;
  readonly now: Now;
}

const apart = 1_000;

/** Never throws: counters are estimates, and no event is refused for them. What could not be written is tried again. */
export function createNote({ sourceCounts, now }: NotePorts): Note {
  const waiting = new Map<string, Happened>();
  const dueAt = new Map<string, number>();
  return async (source, happened) => {
    const all = together(waiting.get(source), happened);
    waiting.set(source, all);
    if (now() < (dueAt.get(source) ?? 0)) return;
    dueAt.set(source, now() + apart);
    waiting.delete(source);
    try {
      await sourceCounts.add(new Map([[source, all]]));
    } catch (error) {
      log.error('not counted yet', { source, error });
      waiting.set(source, together(waiting.get(source), all));
    }
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
  return {
    counts: Object.fromEntries(counters.map((counter) => [counter, sum(counter)])),
    ...(seenAt > 0 && { seenAt }),
    ...(saidNo && { saidNo }),
  };
}
