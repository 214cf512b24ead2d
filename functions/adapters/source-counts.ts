// What was counted of each source, in the work table: one item for a source and day, kept for more than a year.
// DynamoDB adds; what was there need not be read.
import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Now } from '../ports.ts';
import type { Happened, SourceCounts } from '../source-ports.ts';
import type { Day } from '../tally-ports.ts';
import { dayOf } from '../use-cases/day-of.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { readFrom } from './partition.ts';

const days = 400;
// Reasons come from outside in part: a field's name, an owner's settings.
const longestReason = 200;

export const createSourceCounts = (
  client: DynamoDBClient,
  table: string,
  now: Now,
): SourceCounts => ({
  add: async (happened) => {
    const updates = [...happened].map(([source, one]) =>
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.seen(source, dayOf(now())),
          ...changeBy(one, Math.floor(now() / 1000) + days * 86_400),
        }),
      ),
    );
    await Promise.all(updates);
  },

  read: async (source, since) => {
    const items = await readFrom(client, table, keys.seen(source, since));
    return new Map(items.map((item): [Day, Happened] => [item.sk?.S ?? '', toHappened(item)]));
  },
});

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

function toHappened({ pk, sk, ttl, seenAt, saidNoAt, why, ...counts }: Item): Happened {
  return {
    counts: Object.fromEntries(
      Object.entries(counts).map(([name, { N = '0' }]) => [name, Number(N)]),
    ),
    ...(seenAt && { seenAt: Number(seenAt.N) }),
    ...(saidNoAt && { saidNo: { at: Number(saidNoAt.N), why: why?.S ?? '' } }),
  };
}
