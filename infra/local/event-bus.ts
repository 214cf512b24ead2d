// EventBridge's rules: what is put on a bus goes to the targets of every rule whose pattern matches.
// A message is in the target's queue before PutEvents answers. It refuses input transformers.
import { randomUUID } from 'node:crypto';
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

/** One entry of PutEvents, for one bus. */
export interface BusEntry {
  readonly source: string;
  readonly detailType: string;
  /** JSON text of an object. */
  readonly detail: string;
  readonly resources?: readonly string[];
  /** Milliseconds; the clock's if missing. */
  readonly time?: number;
}

export type BusResult =
  | { readonly eventId: string }
  | { readonly errorCode: string; readonly errorMessage: string };

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
  put(bus: string, entries: readonly BusEntry[]): BusResult[];
}

export interface EventBusParts {
  readonly queues: Pick<Queues, 'send'>;
  /** Names, 'default' included. */
  readonly buses: readonly string[];
  readonly rules: readonly EventRule[];
  /** Lambda's asynchronous invocation. */
  readonly invoke: (functionArn: string, event: BusEvent) => Promise<unknown>;
  readonly now: () => number;
  readonly region: string;
  readonly account: string;
}

export function createEventBus(parts: EventBusParts): EventBus {
  const rules = parts.rules.map(compileRule);
  const deliver = deliverer(parts);
  return {
    put(bus, entries) {
      if (!parts.buses.includes(bus)) throw new Error(`There is no event bus named ${bus}`);
      const results = entries.map((entry) => readEntry(entry, parts));
      const events = results.filter((result) => 'id' in result);
      deliver(
        rules.filter((rule) => rule.bus === bus),
        events,
      );
      return results.map((result) => ('id' in result ? { eventId: result.id } : result));
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

/** Sends all messages for one queue in one go; invokes functions without waiting for them. */
function deliverer({ queues, invoke }: EventBusParts) {
  return (rules: readonly CompiledRule[], events: readonly BusEvent[]): void => {
    const deliveries = events.flatMap((event) => targetsOf(rules, event));
    for (const [arn, toOne] of Map.groupBy(deliveries, ({ arn }) => arn)) {
      const matched = toOne.map(({ event }) => event);
      if (arn.includes(':sqs:')) queues.send(nameOf(arn), matched.map(toMessage));
      else for (const event of matched) void invokeWithRetry(invoke, arn, event);
    }
  };
}

const targetsOf = (rules: readonly CompiledRule[], event: BusEvent) =>
  rules
    .filter((rule) => rule.matches(event))
    .flatMap((rule) => rule.targets.map(({ Arn: arn }) => ({ arn, event })));

const toMessage = (event: BusEvent) => ({ body: JSON.stringify(event) });

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

type Refusal = { readonly errorCode: string; readonly errorMessage: string };

function readEntry(entry: BusEntry, parts: EventBusParts): BusEvent | Refusal {
  const { source, detailType, resources = [], time = parts.now() } = entry;
  if (!source || !detailType)
    return refusal('InvalidArgument', 'Source and DetailType are required.');
  const detail = parseObject(entry.detail);
  if (!detail) return refusal('MalformedDetail', 'Detail is malformed.');
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account: parts.account,
    time: `${new Date(time).toISOString().slice(0, 19)}Z`,
    region: parts.region,
    resources,
    detail,
  };
}

const refusal = (errorCode: string, errorMessage: string): Refusal => ({ errorCode, errorMessage });

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
