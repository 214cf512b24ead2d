// One phase of the bench: sends its calls, waits until all that follows is done, tells what it took.
import { setTimeout } from 'node:timers/promises';
import type { Bed } from './bed.ts';
import { type Call, emailOf } from './calls.ts';
import { percentile } from './percentile.ts';
import { added, type Reading, read } from './reading.ts';
import type { Posted } from './traffic.ts';

export interface Measured {
  readonly name: string;
  readonly events: number;
  readonly mails: number;
  readonly eventsPerSecond: number;
  readonly mailsPerSecond: number;
  /** Milliseconds from sending the event to SES's accepting the mail. */
  readonly toMail: { readonly p50: number; readonly p99: number };
  /** Milliseconds until the event was accepted. */
  readonly toAnswer: { readonly p50: number; readonly p99: number };
  /** Handler CPU, milliseconds. */
  readonly cpuPerMail: number;
  /** Bytes, of the whole process. */
  readonly peakMemory: number;
  readonly reading: Reading;
}

export interface Phase {
  readonly name: string;
  readonly calls: readonly Call[];
  readonly send: (calls: readonly Call[]) => Promise<readonly Posted[]>;
}

/** Throws if anything failed on the way, or if mails and events are not as many. */
export async function measure(bed: Bed, { name, calls, send }: Phase): Promise<Measured> {
  const { runtime } = bed;
  const before = read(runtime);
  const mailsBefore = runtime.outbox.count();
  const memory = watchMemory();
  const posted = await send(calls);
  await settled(bed);
  const reading = added(before, read(runtime));
  const times = timesOf(posted, bed.sent(mailsBefore));
  check(name, times, reading);
  const { start, accepted, delivered } = span(posted, times);
  return {
    name,
    events: times.length,
    mails: reading.meter.mails.recipients,
    eventsPerSecond: (times.length * 1000) / (accepted - start),
    mailsPerSecond: (times.length * 1000) / (delivered - start),
    toMail: percentiles(times.map(({ sentAt, mailedAt }) => mailedAt - sentAt)),
    toAnswer: percentiles(posted.map(({ sentAt, answeredAt }) => answeredAt - sentAt)),
    cpuPerMail: sum(Object.values(reading.functions).map(({ cpu }) => cpu)) / times.length,
    peakMemory: memory.stop(),
    reading,
  };
}

/** With the batching windows as they are, feedback included. */
export async function settled({ runtime }: Pick<Bed, 'runtime'>): Promise<void> {
  while (!runtime.forward.isQuiet()) await setTimeout(50);
}

interface Journey {
  readonly sentAt: number;
  readonly mailedAt: number;
}

const timesOf = (posted: readonly Posted[], sent: ReadonlyMap<string, number>): Journey[] =>
  posted.flatMap(({ call, sentAt }) =>
    call.people.map((person) => ({ sentAt, mailedAt: sent.get(emailOf(person)) ?? Number.NaN })),
  );

function check(name: string, journeys: readonly Journey[], { functions, meter }: Reading): void {
  const missing = journeys.filter(({ mailedAt }) => Number.isNaN(mailedAt)).length;
  const errors = sum(Object.values(functions).map((each) => each.errors));
  if (missing > 0 || errors > 0 || meter.mails.recipients !== journeys.length)
    throw new Error(
      `${name}: ${journeys.length} events, ${meter.mails.recipients} mails, ` +
        `${missing} people without one, ${errors} failed invocations`,
    );
}

const span = (posted: readonly Posted[], journeys: readonly Journey[]) => ({
  start: Math.min(...posted.map(({ sentAt }) => sentAt)),
  accepted: Math.max(...posted.map(({ answeredAt }) => answeredAt)),
  delivered: Math.max(...journeys.map(({ mailedAt }) => mailedAt)),
});

const percentiles = (values: readonly number[]) => ({
  p50: percentile(values, 50),
  p99: percentile(values, 99),
});

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function watchMemory() {
  let peak = process.memoryUsage.rss();
  const beat = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 100);
  return {
    stop() {
      clearInterval(beat);
      return Math.max(peak, process.memoryUsage.rss());
    },
  };
}
