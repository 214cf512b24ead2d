// Everything behind the door of the local runtime, put together from the template: queues, bus, AWS
// services, functions, and the time they live in.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Aws, openAws } from './aws.ts';
import type { Clock } from './clock.ts';
import {
  eventRules,
  eventSourceMappings,
  functionDefinitions,
  functionId,
  queueDefinitions,
  scheduleRules,
} from './deployment.ts';
import { createEventBus } from './event-bus.ts';
import { createEventSource, type EventSource, type EventSourceParts } from './event-source.ts';
import { createFastForward, type FastForward } from './fast-forward.ts';
import { type CountingHost, counting, type FunctionDefinition } from './function-host.ts';
import { serveGateway } from './gateway-server.ts';
import { openClock } from './kept-clock.ts';
import { createMeter } from './meter.ts';
import { createNextDue } from './next-due.ts';
import { openQueues, type Queues } from './queue.ts';
import type { Relay } from './relay/relay.ts';
import { createSchedule, type Schedule } from './schedule.ts';
import type { SendLimits } from './services/ses-limits.ts';
import type { Place, Resource } from './template.ts';
import { busNames } from './template-parts.ts';
import { createWorkerHost, type WorkerHost } from './worker-host.ts';

/** Batches of one queue, and invocations of one function for each of its queues, at once. */
const atOnce = 2;

export interface MachineParts {
  readonly resources: readonly Resource[];
  readonly place: Place;
  /** The assembly's folder. */
  readonly assembly: string;
  /** Where everything is kept; in memory if missing. */
  readonly dataDir?: string | undefined;
  readonly sendLimits?: SendLimits | undefined;
  readonly relay?: Relay | undefined;
}

export interface Machine {
  readonly clock: Clock;
  readonly queues: Queues;
  readonly aws: Aws;
  readonly functions: readonly FunctionDefinition[];
  readonly host: CountingHost;
  readonly stats: WorkerHost['stats'];
  readonly forward: FastForward;
  /** What takes messages from a queue for the function whose logical id begins so. */
  consumer(functionId: string): Consumer;
  close(): Promise<void>;
}

export interface Consumer extends Pick<EventSource, 'disable' | 'enable'> {
  readonly queue: string;
}

export async function startMachine(parts: MachineParts): Promise<Machine> {
  const clock = openClock(parts.dataDir);
  const queues = startQueues(parts, clock);
  const aws = startAws(parts, { clock, queues, invoke: (...call) => invoke(...call) });
  const server = await serveGateway(aws.gateway);
  const functions = functionDefinitions(parts.resources, parts.assembly);
  const workers = startWorkers(parts, { functions, clock, endpoint: server.url });
  const host = counting(workers);
  const invoke: Invoke = (arn, event) => host.invoke(functionId(parts.resources, arn), event);
  const sources = startSources(parts, { queues, host, meter: aws.meter });
  const schedules = startSchedules(parts, clock, invoke);
  const nextDue = createNextDue(aws.dynamodb, workTable(functions));
  const forward = createFastForward({ clock, queues, sources, host, schedules, nextDue });
  const stop = keepTime(sources, schedules);
  return {
    clock,
    queues,
    aws,
    functions,
    host,
    stats: workers.stats,
    forward,
    consumer: (id) => consumerOf(parts, sources, id),
    async close() {
      stop();
      for (const source of sources) source.close();
      await workers.close();
      await server.close();
      aws.close();
      queues.close();
    },
  };
}

type Invoke = (functionArn: string, event: unknown) => Promise<unknown>;

function startQueues({ resources, dataDir }: MachineParts, clock: Clock): Queues {
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const queues = openQueues(dataDir ? join(dataDir, 'queues.db') : ':memory:', clock.now);
  for (const definition of queueDefinitions(resources)) queues.create(definition);
  // Whoever held them is gone: this process is the only one that hands messages out.
  queues.releaseInFlight();
  return queues;
}

interface State {
  readonly clock: Clock;
  readonly queues: Queues;
  readonly invoke: Invoke;
}

function startAws(parts: MachineParts, { clock, queues, invoke }: State): Aws {
  const { resources, dataDir, sendLimits, relay } = parts;
  const { region, account } = parts.place;
  const meter = createMeter();
  const shared = { queues, now: clock.now, region, account, meter };
  const buses = [...busNames(resources)];
  const bus = createEventBus({ ...shared, buses, rules: eventRules(resources), invoke });
  return openAws({ ...shared, resources, folder: dataDir, bus, sendLimits, relay });
}

interface Workers {
  readonly functions: readonly FunctionDefinition[];
  readonly clock: Clock;
  readonly endpoint: string;
}

function startWorkers(
  { place, resources }: MachineParts,
  { clock: { shared }, ...workers }: Workers,
): WorkerHost {
  const mappings = eventSourceMappings(resources);
  // Who waits for one of its queues, as the mailer does, must not keep the others waiting.
  const queuesOf = (id: string) => mappings.filter(({ functionId: of }) => of === id).length;
  const maximum = (id: string) => atOnce * Math.max(1, queuesOf(id));
  return createWorkerHost({ ...workers, shared, region: place.region, maximum });
}

const startSources = ({ resources }: MachineParts, around: EventSourceParts): EventSource[] =>
  eventSourceMappings(resources).map((mapping) =>
    createEventSource({ ...mapping, concurrency: Math.min(mapping.concurrency, atOnce) }, around),
  );

/** Sources are in the order of the template's mappings. */
function consumerOf(
  { resources }: MachineParts,
  sources: readonly EventSource[],
  id: string,
): Consumer {
  const mappings = eventSourceMappings(resources);
  const at = mappings.findIndex(({ functionId: one }) => one.startsWith(id));
  const [mapping, source] = [mappings[at], sources[at]];
  if (!mapping || !source) throw new Error(`No queue feeds ${id}`);
  return {
    queue: mapping.queue,
    disable: () => source.disable(),
    enable: () => source.enable(),
  };
}

const startSchedules = (
  { resources, place: { region, account } }: MachineParts,
  clock: Clock,
  invoke: Invoke,
): Schedule[] =>
  scheduleRules(resources).map(({ targets, ...rule }) =>
    createSchedule(
      { ...rule, region, account },
      (event) => Promise.all(targets.map((target) => invoke(target.Arn, event))),
      clock.now,
    ),
  );

/** The real clock moves virtual time too: what became visible is taken, and schedules fire. */
function keepTime(sources: readonly EventSource[], schedules: readonly Schedule[]): () => void {
  const beat = setInterval(() => {
    for (const source of sources) source.wake();
    for (const schedule of schedules) schedule.beat();
  }, 200);
  return () => clearInterval(beat);
}

function workTable(functions: readonly FunctionDefinition[]): string {
  const [table] = functions.flatMap(({ environment }) => environment.WORK_TABLE ?? []);
  if (!table) throw new Error('No function is told of a WORK_TABLE');
  return table;
}
