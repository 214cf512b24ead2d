// EventBridge's rules: what is put on a bus goes to the targets of every rule whose pattern matches.
// A message is in the target's queue before PutEvents answers. It refuses input transformers.
import { randomUUID } from 'node:crypto';
import type { Meter } from './meter.ts';
import { createMatcher } from './patterns.ts';
import type { Queues } from './queue.ts';

export interface EventRule {
  readonly name: string;
  readonly bus: string;
  readonly pattern: unknown;
  /** As the template writes them. */
  readonly targets: readonly RuleTarget[];
}

export interface RuleTarget {
  readonly Id: string;
  readonly Arn: string;
  readonly [property: string]: unknown;
}

/** One entry of PutEvents; whether it is well-formed was checked at the door. */
export interface BusEntry {
  readonly Source: string;
  readonly DetailType: string;
  /** JSON text of an object. */
  readonly Detail: string;
  readonly Resources?: readonly string[];
  /** Seconds since 1970; the clock's if missing. */
  readonly Time?: number;
}

export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: unknown;
}

export interface EventBus {
  /** Event ids. The messages are durable when it returns. */
  put(bus: string, entries: readonly BusEntry[]): string[];
}

interface EventBusParts {
  readonly queues: Pick<Queues, 'send'>;
  /** Names, 'default' included. */
  readonly buses: readonly string[];
  readonly rules: readonly EventRule[];
  /** Lambda's asynchronous invocation. */
  readonly invoke: (functionArn: string, event: BusEvent) => Promise<unknown>;
  readonly now: () => number;
  readonly region: string;
  readonly account: string;
  readonly meter?: Pick<Meter, 'queued'>;
}

export function createEventBus(parts: EventBusParts): EventBus {
  const rules = parts.rules.map(compileRule);
  return {
    put(bus, entries) {
      if (!parts.buses.includes(bus)) throw new Error(`There is no event bus named ${bus}`);
      const local = rules.filter((rule) => rule.bus === bus);
      const events = entries.map((entry) => toEvent(entry, parts));
      const deliveries = events.flatMap((event) => deliveriesOf(event, local));
      deliver(parts, deliveries);
      return events.map(({ id }) => id);
    },
  };
}

type CompiledRule = EventRule & { readonly matches: (event: unknown) => boolean };

function compileRule(rule: EventRule): CompiledRule {
  for (const target of rule.targets) checkTarget(rule.name, target);
  return { ...rule, matches: createMatcher(rule.pattern) };
}

const understood = new Set(['Id', 'Arn', 'DeadLetterConfig', 'RetryPolicy']);

function checkTarget(rule: string, target: RuleTarget): void {
  const unknown = Object.keys(target).filter((property) => !understood.has(property));
  if (unknown.length > 0)
    throw new Error(`Rule ${rule}: the local event bus does not know a target's ${unknown}`);
  if (!/^arn:[^:]*:(sqs|lambda):/.test(target.Arn))
    throw new Error(`Rule ${rule}: the local event bus delivers to no ${target.Arn}`);
}

type Delivery = { readonly arn: string; readonly event: BusEvent };

/** Sends all messages for one queue in one go; invokes functions without waiting for them. */
function deliver(parts: EventBusParts, deliveries: readonly Delivery[]): void {
  for (const [arn, toOne] of Map.groupBy(deliveries, (delivery) => delivery.arn)) {
    if (arn.includes(':sqs:')) send(parts, nameOf(arn), toOne.map(toMessage));
    else for (const { event } of toOne) void invokeWithRetry(parts.invoke, arn, event);
  }
}

function send({ queues, meter }: EventBusParts, queue: string, messages: { body: string }[]): void {
  queues.send(queue, messages);
  for (const { body } of messages) meter?.queued(queue, Buffer.byteLength(body));
}

const toMessage = ({ event }: Delivery) => ({ body: JSON.stringify(event) });

const deliveriesOf = (event: BusEvent, rules: readonly CompiledRule[]): Delivery[] =>
  rules
    .filter((rule) => rule.matches(event))
    .flatMap((rule) => rule.targets.map(({ Arn: arn }) => ({ arn, event })));

const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1);

/** Lambda tries an asynchronous invocation three times; here without its pauses of minutes. */
async function invokeWithRetry(invoke: EventBusParts['invoke'], arn: string, event: BusEvent) {
  for (let retries = 2; ; retries -= 1) {
    try {
      return await invoke(arn, event);
    } catch (error) {
      if (retries === 0) return console.error(`${nameOf(arn)} failed for good`, error);
    }
  }
}

function toEvent(entry: BusEntry, { now, account, region }: EventBusParts): BusEvent {
  const time = entry.Time === undefined ? now() : entry.Time * 1000;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': entry.DetailType,
    source: entry.Source,
    account,
    time: `${new Date(time).toISOString().slice(0, 19)}Z`,
    region,
    resources: entry.Resources ?? [],
    detail: JSON.parse(entry.Detail),
  };
}
