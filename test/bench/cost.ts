// Dollars per million events with one mail each, from what was counted, at the prices of the dated table.
// What an installation costs while nothing happens is not in it, nor storage: see `npm run cost:idle`.
import type { FunctionDefinition } from '../../infra/local/function-host.ts';
import { costOf, type Item } from '../../infra/price.ts';
import { computeInAws } from './lambda-time.ts';
import type { Reading } from './reading.ts';

export interface CostLine {
  readonly what: string;
  /** What the price list counts, for a million events. */
  readonly units: number;
  readonly usd: number;
}

export interface Cost {
  readonly lines: readonly CostLine[];
  /** Everything besides SES. */
  readonly usd: number;
  /** The same if Lambda takes as long as we assume that it does in AWS. */
  readonly usdInAws: number;
  /** What SES itself asks for the mails; and for its reports, if AWS should ask anything for those. */
  readonly ses: readonly CostLine[];
}

export function costOfMillion(
  { meter, functions }: Reading,
  events: number,
  definitions: readonly FunctionDefinition[],
): Cost {
  const line = (what: string, item: Item, counted: number): CostLine => {
    const units = (counted * 1e6) / events;
    return { what, units, usd: costOf(item, units).usd };
  };
  const stats = Object.entries(functions);
  const called = (prefix: string) => calls(stats.filter(([id]) => id.startsWith(prefix)));
  const compute = line('Lambda GB-seconds', 'lambda.compute', gigabyteSeconds(stats, definitions));
  const lines = [
    line('HTTP API requests', 'http.request', called('Ingest')),
    line('Lambda requests', 'lambda.request', calls(stats)),
    compute,
    line('EventBridge events', 'events.custom', meter.events),
    ...Object.entries(meter.queues).map(([queue, requests]) =>
      line(`SQS requests, ${shortName(queue)}`, 'sqs.request', requests),
    ),
    ...Object.entries(meter.tables).flatMap(([table, { read, write }]) => [
      line(`DynamoDB reads, ${shortName(table)}`, 'dynamodb.read', read),
      line(`DynamoDB writes, ${shortName(table)}`, 'dynamodb.write', write),
    ]),
    line('CloudWatch Logs, GB', 'logs.ingest', logged(stats) / 1e9),
  ];
  const usd = lines.reduce((sum, each) => sum + each.usd, 0);
  const inAws = line('', 'lambda.compute', computeInAws(stats, definitions));
  const { recipients } = meter.mails;
  return {
    lines: lines.filter(({ units }) => units > 0),
    usd,
    usdInAws: usd - compute.usd + inAws.usd,
    ses: [
      line('SES, à la carte', 'ses.mail', recipients),
      line('SES, Essentials', 'ses.mail.essentials', recipients),
      line('SES reports, if billed', 'events.custom', recipients),
    ],
  };
}

type Stats = readonly (readonly [string, Reading['functions'][string]])[];

const calls = (stats: Stats) => stats.reduce((sum, [, { invocations }]) => sum + invocations, 0);
const logged = (stats: Stats) => stats.reduce((sum, [, { logBytes }]) => sum + logBytes, 0);

const gigabyteSeconds = (stats: Stats, definitions: readonly FunctionDefinition[]): number =>
  stats.reduce((sum, [id, { duration }]) => {
    const { memory = 0 } = definitions.find((each) => each.id === id) ?? {};
    return sum + (duration / 1000) * (memory / 1024);
  }, 0);

/** "App-AdvanceQueueE5E91F5B" is the advance queue. */
const shortName = (name: string): string =>
  (/([A-Z][a-z]+)(Queue)?[0-9A-F]{8}$/.exec(name)?.[1] ?? name).toLowerCase();
