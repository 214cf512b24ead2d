// Moves virtual time on by jumping from one thing that is due to the next, never ticking through the
// time between. It never jumps while anything is in flight.
import type { Clock } from './clock.ts';
import type { EventSource } from './event-source.ts';
import type { CountingHost } from './function-host.ts';
import type { Queues } from './queue.ts';
import type { Schedule } from './schedule.ts';

interface FastForwardParts {
  readonly clock: Clock;
  readonly queues: Pick<Queues, 'nextVisibleAt'>;
  readonly sources: readonly Pick<EventSource, 'busy' | 'drain'>[];
  readonly host: Pick<CountingHost, 'inFlight' | 'settled'>;
  readonly schedules: readonly Pick<Schedule, 'period' | 'lastFired' | 'fire'>[];
  /** The earliest instant at which running the schedules would find work. */
  readonly nextDue: () => Promise<number | undefined>;
}

export interface FastForward {
  /** No invocation in flight, and nothing visible that a function takes. */
  isQuiet(): boolean;
  quiet(): Promise<void>;
  /** Does, in order, all that falls due until the instant. One advance at a time. */
  advanceTo(instant: number): Promise<void>;
}

interface Step {
  readonly at: number;
  readonly scheduled: boolean;
}

export function createFastForward(parts: FastForwardParts): FastForward {
  const { clock, sources, host, schedules } = parts;
  const isQuiet = () => host.inFlight() === 0 && sources.every((source) => !source.busy());

  async function quiet() {
    do {
      await Promise.all(sources.map((source) => source.drain()));
      await host.settled();
    } while (!isQuiet());
  }

  async function take({ at, scheduled }: Step) {
    clock.advanceTo(at);
    if (scheduled) await Promise.all(schedules.map((schedule) => schedule.fire()));
    await quiet();
  }

  async function advance(target: number) {
    await quiet();
    for (let step = await next(parts); step.at <= target; step = await next(parts))
      await take(step);
    await take({ at: target, scheduled: true });
  }

  let before = Promise.resolve();
  return {
    isQuiet,
    quiet,
    advanceTo(instant) {
      const advanced = before.then(() => advance(instant));
      before = advanced.catch(() => {});
      return advanced;
    },
  };
}

async function next(parts: FastForwardParts): Promise<Step> {
  const visible = parts.queues.nextVisibleAt() ?? Number.POSITIVE_INFINITY;
  const due = await scheduledAt(parts);
  return { at: Math.min(visible, due), scheduled: due <= visible };
}

/** What a schedule has left undone it may try again when its period is over, as it would by itself. */
async function scheduledAt({ nextDue, schedules }: FastForwardParts): Promise<number> {
  const due = await nextDue();
  if (due === undefined || schedules.length === 0) return Number.POSITIVE_INFINITY;
  const instants = schedules.map(({ period, lastFired }) =>
    due > lastFired() ? due : lastFired() + period,
  );
  return Math.min(...instants);
}
