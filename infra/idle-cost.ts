// What a month costs in which nothing happens, counted from the template.
import { alarmShards } from '../functions/adapters/keys.ts';
import type { Resource } from './local/template.ts';
import { type Cost, costOf, type Item } from './price.ts';

/** What the template does not say. */
const assumed = {
  minutes: (365 / 12) * 24 * 60,
  /** Lambda keeps five long polls of 20 seconds open for each queue, also when the queue is empty. */
  pollsPerMinute: 5 * 3,
  tickSeconds: 0.1,
  /** A sweep that finds nothing: the watermark and the bucket of each shard, mails in doubt, and what is scheduled. */
  tickReads: 2 * alarmShards + 2,
  /** An idle sweep moves each shard's watermark once an hour, and notes that there were no orders. */
  tickWrites: (alarmShards + 1) / 60,
  /** For as long as there are few contacts. */
  gigabytesPerTable: 1,
  /** The console's files, with those of some deployments before. */
  gigabytesOfFiles: 0.05,
  /** Of a team that looks in every day, though nothing happens. */
  users: 10,
  consoleRequests: 10_000,
} as const;

interface Line {
  readonly what: string;
  readonly item: Item;
  /** In a month. */
  readonly units: number;
}

export function idleUse(resources: readonly Resource[]): Line[] {
  const typed = (type: string) => resources.filter((resource) => resource.type === `AWS::${type}`);
  const { minutes, pollsPerMinute, gigabytesPerTable } = assumed;
  const tables = typed('DynamoDB::GlobalTable');
  const recoverable = tables.filter(isRecoverable);
  const polled = typed('Lambda::EventSourceMapping');
  const alarms = typed('CloudWatch::Alarm');
  const dashboards = typed('CloudWatch::Dashboard');
  const watched = alarms.reduce((sum, alarm) => sum + metricsOf(alarm), 0);
  return [
    line('Polling the queues', 'sqs.request', polled.length * pollsPerMinute * minutes),
    ...sweeping(typed('Lambda::Function')),
    line('Tables', 'dynamodb.storage', tables.length * gigabytesPerTable),
    line('Point-in-time recovery', 'dynamodb.recovery', recoverable.length * gigabytesPerTable),
    line('Alarms', 'cloudwatch.alarm', watched),
    line('Metrics of our own', 'cloudwatch.metric', alarms.filter(isOurs).length),
    line('Dashboard', 'cloudwatch.dashboard', dashboards.length),
    ...looking(typed),
  ];
}

/** None of these has a fee by the month. */
function looking(typed: (type: string) => readonly Resource[]): Line[] {
  const { gigabytesOfFiles, users, consoleRequests } = assumed;
  const count = (type: string) => typed(type).length;
  return [
    line('Console: files', 's3.storage', count('S3::Bucket') * gigabytesOfFiles),
    line(
      'Console: requests',
      'cloudfront.request',
      count('CloudFront::Distribution') * consoleRequests,
    ),
    line('Console: people', 'cognito.user', count('Cognito::UserPool') * users),
  ];
}

export function total(lines: readonly Line[]): Cost {
  const costs = lines.map(({ item, units }) => costOf(item, units));
  const sum = (key: keyof Cost) => costs.reduce((all, cost) => all + cost[key], 0);
  return { usd: sum('usd'), usdAfterFree: sum('usdAfterFree') };
}

const line = (what: string, item: Item, units: number): Line => ({ what, item, units });

function sweeping(functions: readonly Resource[]): Line[] {
  const tick = functions.find(({ logicalId }) => logicalId.startsWith('Tick'));
  if (!tick) throw new Error('There is no function that sweeps');
  const { minutes, tickSeconds, tickReads, tickWrites } = assumed;
  const gigabytes = Number(tick.properties.MemorySize) / 1024;
  return [
    line('Sweeping: calls', 'lambda.request', minutes),
    line('Sweeping: compute', 'lambda.compute', minutes * tickSeconds * gigabytes),
    line('Sweeping: reads', 'dynamodb.read', minutes * tickReads),
    line('Sweeping: writes', 'dynamodb.write', minutes * tickWrites),
  ];
}

const isRecoverable = ({ properties }: Resource): boolean =>
  JSON.stringify(properties.Replicas).includes('"PointInTimeRecoveryEnabled":true');

/** A metric computed from others is paid for by those. */
const metricsOf = ({ properties: { Metrics } }: Resource): number =>
  Array.isArray(Metrics) ? Metrics.filter((metric) => 'MetricStat' in metric).length : 1;

const isOurs = ({ properties }: Resource): boolean => properties.Namespace === 'Perennial';
