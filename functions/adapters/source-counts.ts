// What was counted of each source, in the work table: one item for a source and day, kept for more than a year.
// DynamoDB adds; what was there need not be read.
import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Now } from '../ports.ts';
import type { Happened, SourceCounts } from '../source-ports.ts';
import type { Day } from '../tally-ports.ts';
import { dayOf } from '../use-cases/day-of.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { createKeepLatest } from './latest-arrivals.ts';
import { readFrom } from './partition.ts';

const days = 400;
// Reasons come from outside in part: a field's name, an owner's settings.
const longestReason = 200;

export const createSourceCounts = (
  client: DynamoDBClient,
  table: string,
  now: Now,
): SourceCounts => {
  const keepLatest = createKeepLatest(client, table, now);
  const count = async (source: string, one: Happened): Promise<void> => {
    const { Attributes = {} } = await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keys.seen(source, dayOf(now())),
        ...changeBy(one, Math.floor(now() / 1000) + days * 86_400),
        // Costs nothing, and tells whether somebody looks on.
        ReturnValues: 'ALL_NEW',
      }),
    );
    const { watchedUntil, happened } = toCounted(Attributes);
    await keepLatest(source, one.latest ?? [], {
      all: sumOf(happened.counts),
      isWatched: watchedUntil > now(),
    });
  };
  return {
    add: async (happened) => {
      await Promise.all([...happened].map(([source, one]) => count(source, one)));
    },

    read: async (source, since) => {
      const items = await readFrom(client, table, keys.seen(source, since));
      const days = items.map((item): [Day, Happened] => [
        item.sk?.S ?? '',
        toCounted(item).happened,
      ]);
      // A day on which somebody only looked on.
      return new Map(days.filter(([, { counts }]) => Object.keys(counts).length > 0));
    },
  };
};

const sumOf = (counts: Happened['counts']): number =>
  Object.values(counts).reduce<number>((sum, one) => sum + (one ?? 0), 0);

function changeBy({ counts, seenAt, saidNo }: Happened, ttl: number) {
  const sums = Object.entries(counts);
  const set: [string, Item[string]][] = [
    ['ttl', { N: String(ttl) }],
    ...(seenAt === undefined ? [] : [['seenAt', { N: String(seenAt) }] as [string, Item[string]]]),
    ...(saidNo === undefined ? [] : noted(saidNo)),
  ];
  const all = [...sums.map(([name, sum]) => [name, { N: String(sum) }] as const), ...set];
  const added = sums.map((_, at) => `#${at} :${at}`);
  const replaced = set.map((_, at) => `#${sums.length + at} = :${sums.length + at}`);
  const adding = added.length > 0 ? `ADD ${added.join(', ')} ` : '';
  return {
    UpdateExpression: `${adding}SET ${replaced.join(', ')}`,
    ExpressionAttributeNames: Object.fromEntries(all.map(([name], at) => [`#${at}`, name])),
    ExpressionAttributeValues: Object.fromEntries(all.map(([, value], at) => [`:${at}`, value])),
  };
}

const noted = ({ at, why }: NonNullable<Happened['saidNo']>): [string, Item[string]][] => [
  ['saidNoAt', { N: String(at) }],
  ['why', { S: why.slice(0, longestReason) }],
];

function toCounted({ pk, sk, ttl, watchedUntil, seenAt, saidNoAt, why, ...counts }: Item) {
  const happened: Happened = {
    counts: Object.fromEntries(
      Object.entries(counts).map(([name, { N = '0' }]) => [name, Number(N)]),
    ),
    ...(seenAt && { seenAt: Number(seenAt.N) }),
    ...(saidNoAt && { saidNo: { at: Number(saidNoAt.N), why: why?.S ?? '' } }),
  };
  return { happened, watchedUntil: Number(watchedUntil?.N ?? 0) };
}
