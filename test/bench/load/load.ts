// Sends events to the runtime's door and counts what became of them. Every event has an id of its own.
import { setTimeout } from 'node:timers/promises';
import type { Runtime } from '../../../infra/local/runtime.ts';
import type { Call } from '../calls.ts';
import { calm, flood } from '../traffic.ts';
import { countEvents } from './count-events.ts';

export interface Bed {
  readonly runtime: Runtime;
  readonly dataDir: string;
}

export interface Load {
  readonly name: string;
  /** Events that were answered with a 200. */
  readonly accepted: number;
  /** Of them, those that stand in a timeline, each counted once. */
  readonly counted: number;
  /** Milliseconds of sending, and from its end until all was done. */
  readonly took: number;
  readonly caughtUp: number;
  /** Envelopes that waited for the consumer when it came back. */
  readonly backlog?: number;
}

interface Steady {
  readonly name: string;
  readonly perCall: number;
  readonly seconds: number;
}

/** As fast as the door takes them. */
export async function sustained(bed: Bed, { name, perCall, seconds }: Steady): Promise<Load> {
  const run = `${name.replaceAll(' ', '-')}-`;
  const end = performance.now() + seconds * 1_000;
  let accepted = 0;
  function* calls(): Generator<Call> {
    for (let first = 0; performance.now() < end; first += perCall) {
      accepted += perCall;
      yield callOf(run, first, perCall);
    }
  }
  const took = await timed(() => flood(bed.runtime, calls()));
  const caughtUp = await timed(() => settled(bed));
  return { name, accepted, counted: countEvents(bed.dataDir, run), took, caughtUp };
}

/** The consumer of the queue stands still while events come in at a steady rate; then it is let go again. */
export async function standstill(
  bed: Bed,
  { seconds, rate }: { readonly seconds: number; readonly rate: number },
): Promise<Load> {
  const { runtime, dataDir } = bed;
  const run = 'standstill-';
  const advance = runtime.consumer('AdvanceFunction');
  const accepted = seconds * rate;
  const calls = Array.from({ length: accepted }, (_, at) => callOf(run, at, 1));
  advance.disable();
  const took = await timed(() => calm(runtime, calls, rate));
  const before = countEvents(dataDir, run);
  if (before > 0)
    throw new Error(`${before} events were worked off while the consumer stood still`);
  const backlog = runtime.queues.counts(advance.queue).visible;
  advance.enable();
  const caughtUp = await timed(() => settled(bed));
  const name = `consumer stopped for ${seconds} s`;
  return { name, accepted, counted: countEvents(dataDir, run), took, caughtUp, backlog };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function settled({ runtime }: Bed): Promise<void> {
  while (!runtime.forward.isQuiet()) await setTimeout(50);
}

/** People who come back, so that some batches meet on one contact. */
const people = 2_000;

function callOf(run: string, first: number, count: number): Call {
  const events = Array.from({ length: count }, (_, at) => eventOf(run, first + at));
  const [single] = events;
  return count === 1
    ? { path: '/v1/track', people: [], body: JSON.stringify(single) }
    : { path: '/v1/batch', people: [], body: JSON.stringify({ batch: events }) };
}

const eventOf = (run: string, number: number) => ({
  type: 'track',
  messageId: `${run}${number}`,
  userId: `visitor-${number % people}`,
  event: 'Product Viewed',
  timestamp: new Date().toISOString(),
  properties: {
    product_id: `p-${number % 300}`,
    name: 'Garden shears',
    price: 24.9,
    currency: 'EUR',
  },
});
