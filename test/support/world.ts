// The whole system in one process, in virtual time: the template's queues, rules and tables, and the functions'
// own code on real AWS clients. A function instance can be killed at any of its calls.
import { vi } from 'vitest';
import { createDynamo } from '../../functions/adapters/dynamo.ts';
import { synthesize } from '../../infra/assembly.ts';
import { openAws } from '../../infra/local/aws.ts';
import {
  eventRules,
  eventSourceMappings,
  functionDefinitions,
  functionId,
  queueDefinitions,
  scheduleRules,
} from '../../infra/local/deployment.ts';
import { createEventBus } from '../../infra/local/event-bus.ts';
import { createEventSource } from '../../infra/local/event-source.ts';
import { createFastForward } from '../../infra/local/fast-forward.ts';
import { counting } from '../../infra/local/function-host.ts';
import { type AwsRequest, createGateway, type Gateway } from '../../infra/local/gateway.ts';
import { inProcess } from '../../infra/local/in-process.ts';
import { createNextDue } from '../../infra/local/next-due.ts';
import { openQueues } from '../../infra/local/queue.ts';
import { createSchedule } from '../../infra/local/schedule.ts';
import type { SendLimits } from '../../infra/local/services/ses-limits.ts';
import { toRecord } from '../../infra/local/sqs-event.ts';
import { loadAssembly } from '../../infra/local/template.ts';
import { type Builder, builders, type FunctionName, runnableBuilder } from './builders.ts';
import { createInstance, type Fate, type Instance } from './instance.ts';
import { unsignedBy } from './unsigned.ts';

const place = { region: 'us-east-1', account: '000000000000', publicUrl: 'http://localhost:4400' };
const assembly = await synthesize();
const resources = loadAssembly(assembly, place);
const definitions = functionDefinitions(resources, assembly);
const definitionsOfQueues = queueDefinitions(resources);

const nameOf = (id: string) => id.replace(/Function[0-9A-F]{8}$/, '').toLowerCase() as FunctionName;

/** A call that a function is about to make. */
export interface Call {
  readonly function: FunctionName;
  readonly number: number;
  readonly what: string;
}

export interface WorldOptions {
  readonly start: number;
  /** What becomes of the caller at each call. */
  readonly fate?: (call: Call) => Fate;
  /** Functions to run in place of the real ones. */
  readonly replaced?: Partial<Record<FunctionName, Builder>>;
  /** What SES lets us send; without end if missing. */
  readonly sendLimits?: SendLimits;
  /** Functions that take nothing from their queues by themselves: a test takes for them. */
  readonly idle?: readonly FunctionName[];
}

export type World = Awaited<ReturnType<typeof openWorld>>;

export async function openWorld(options: WorldOptions) {
  const { start, fate = () => 'live', replaced = {}, sendLimits, idle = [] } = options;
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  const now = () => Date.now();
  const clock = {
    now,
    advanceTo: (instant: number) => vi.setSystemTime(Math.max(now(), instant)),
    shared: new SharedArrayBuffer(8),
  };
  const queues = openQueues(':memory:', now);
  for (const definition of definitionsOfQueues) queues.create(definition);
  const calls: Call[] = [];
  const instances = new Map<string, Instance>();
  const call = async (caller: FunctionName, request: AwsRequest) => {
    const made = { function: caller, number: calls.length, what: describe(request) };
    calls.push(made);
    return fate(made);
  };
  const { region, account } = place;
  const startInstance = (id: string): Instance => {
    const name = nameOf(id);
    const environment = definitions.find((one) => one.id === id)?.environment ?? {};
    return createInstance({
      name,
      gateway: aws.gateway,
      fate: (request) => call(name, request),
      died: () => instances.delete(id),
      build: (gateway) =>
        runnableBuilder(replaced[name] ?? builders[name])(environment, config(id, gateway)),
    });
  };

  const host = counting({
    invoke: async (id, payload) => {
      const instance = instances.get(id) ?? startInstance(id);
      instances.set(id, instance);
      return instance.run(payload);
    },
    close: async () => {},
  });
  const bus = createEventBus({
    queues,
    buses: [
      'default',
      ...resources.filter(({ type }) => type === 'AWS::Events::EventBus').map(({ ref }) => ref),
    ],
    rules: eventRules(resources),
    invoke: (arn, event) => host.invoke(functionId(resources, arn), event),
    now,
    region,
    account,
  });
  const aws = openAws({ resources, region, account, queues, bus, now, sendLimits });

  const mappings = eventSourceMappings(resources);
  const sources = mappings
    .filter(({ functionId: id }) => !idle.includes(nameOf(id)))
    .map((mapping) =>
      createEventSource({ ...mapping, window: 0 }, { queues, host, meter: aws.meter }),
    );
  /** Its first queue with something to take, or else its first. */
  const mappingOf = (name: FunctionName) => {
    const all = mappings.filter(({ functionId: id }) => nameOf(id) === name);
    const found = all.find(({ queue }) => queues.holds(queue, 1)) ?? all[0];
    if (!found) throw new Error(`${name} has no queue`);
    return found;
  };
  const schedules = scheduleRules(resources).map(({ targets, ...rule }) =>
    createSchedule(
      { ...rule, region, account },
      (event) =>
        Promise.all(targets.map(({ Arn }) => host.invoke(functionId(resources, Arn), event))),
      now,
    ),
  );
  const observer = createDynamo(
    config('observer', createGateway({ services: { dynamodb: aws.dynamodb } })),
  );
  const workTable = tableNamed('Work');
  const forward = createFastForward({
    clock,
    queues,
    sources,
    host,
    schedules,
    nextDue: createNextDue(aws.dynamodb, workTable),
  });

  return {
    calls,
    dynamodb: aws.dynamodb,
    queues,
    outbox: aws.outbox,
    observer,
    tables: { core: tableNamed('Core'), activity: tableNamed('Activity'), work: workTable },
    deadLetters: () =>
      definitionsOfQueues
        .filter(({ name }) => name.includes('Dead'))
        .reduce((sum, { name }) => sum + queues.counts(name).visible, 0),
    invoke: (name: FunctionName, payload: unknown) => host.invoke(idOf(name), payload),
    /** One more instance, beside the one that `invoke` uses. */
    start: (name: FunctionName) => startInstance(idOf(name)),
    /** What waits for an idle function, as it would be handed over; it stays in flight. */
    take: (name: FunctionName, max = 10) => {
      const { queue, queueArn } = mappingOf(name);
      return { Records: queues.receive(queue, max).map((one) => toRecord(one, queueArn)) };
    },
    queueOf: (name: FunctionName) => mappingOf(name).queue,
    deadLetterQueueOf: (name: FunctionName) =>
      definitionsOfQueues.find((one) => one.name === mappingOf(name).queue)?.deadLetter?.queue ??
      '',
    quiet: () => forward.quiet(),
    advance: (time: number) => forward.advanceTo(now() + time),
    now,
    close() {
      for (const source of sources) source.close();
      aws.close();
      queues.close();
      vi.useRealTimers();
    },
  };
}

const config = (caller: string, gateway: Gateway) => ({
  region: place.region,
  credentials: { accessKeyId: caller, secretAccessKey: 'local' },
  requestHandler: inProcess(gateway) as never,
  signerConstructor: unsignedBy(caller),
});

const idOf = (name: FunctionName) => definitions.find(({ id }) => nameOf(id) === name)?.id ?? name;

const tableNamed = (part: string) =>
  resources.find(
    ({ type, logicalId }) => type.startsWith('AWS::DynamoDB') && logicalId.startsWith(part),
  )?.ref ?? '';

/** "DynamoDB_20120810.PutItem", or the action of an SES call. */
function describe({ headers, body }: AwsRequest): string {
  return headers['x-amz-target'] ?? /Action=(\w+)/.exec(body.toString('latin1'))?.[1] ?? 'unknown';
}
