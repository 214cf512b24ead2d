// The newest single things that sources sent, in the work table: one item for a source and day with a few places, gone
// after a day or so. It is written at once while somebody looks on; otherwise only now and then, so that it costs nothing.
import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { Now } from '../ports.ts';
import type { Arrival, LatestArrivals } from '../source-ports.ts';
import { dayOf } from '../use-cases/day-of.ts';
import { mostLatest, newest } from '../use-cases/note-happened.ts';
import { deleteAll, type Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { readPortion } from './partition.ts';

const day: Milliseconds = 86_400_000;
const minute: Milliseconds = 60_000;

/** A container writes so often while nobody looks on: a few after one another, then once in so long, for each source. */
const purse = 10;
const refill: Milliseconds = 5 * minute;

// Names come from outside, and reasons in part.
const longest = 100;

interface Counted {
  /** All that was counted of the source today. The places are taken in turns by it, whichever container writes. */
  readonly all: number;
  readonly isWatched: boolean;
}

type KeepLatest = (source: string, latest: readonly Arrival[], counted: Counted) => Promise<void>;

/** What is not written now is taken along by the next that is; a container that ends keeps it. */
export function createKeepLatest(client: DynamoDBClient, table: string, now: Now): KeepLatest {
  const held = new Map<string, readonly Arrival[]>();
  const mayWrite = createPurses(now);
  return async (source, latest, { all, isWatched }) => {
    if (latest.length === 0) return;
    const some = newest([...(held.get(source) ?? []), ...latest]);
    const isHeld = !(isWatched || mayWrite(source));
    if (isHeld) return void held.set(source, some);
    held.delete(source);
    await client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keys.arrived(now(), source),
        ...placed(some, all, ttlAfter(now(), day)),
      }),
    );
  };
}

function createPurses(now: Now): (source: string) => boolean {
  const purses = new Map<string, { readonly left: number; readonly at: Instant }>();
  return (source) => {
    const { left, at } = purses.get(source) ?? { left: purse, at: now() };
    const filled = Math.min(purse, left + (now() - at) / refill);
    if (filled < 1) return false;
    purses.set(source, { left: filled - 1, at: now() });
    return true;
  };
}

const ttlAfter = (now: Instant, time: Milliseconds): Item[string] => ({
  N: String(Math.ceil((now + time) / 1000)),
});

function placed(some: readonly Arrival[], all: number, ttl: Item[string]) {
  const placeOf = (index: number) => (((all - index) % mostLatest) + mostLatest) % mostLatest;
  const set = some.map((one, index) => [`place${placeOf(index)}`, { S: textOf(one) }] as const);
  return {
    UpdateExpression: `SET #ttl = :ttl, ${set.map(([name]) => `${name} = :${name}`).join(', ')}`,
    ExpressionAttributeNames: { '#ttl': 'ttl' },
    ExpressionAttributeValues: {
      ':ttl': ttl,
      ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
    },
  };
}

const textOf = ({ name, why, ...one }: Arrival): string =>
  JSON.stringify({ ...one, name: name?.slice(0, longest), why: why?.slice(0, longest) });

function arrivalsIn({ pk, sk, ttl, ...places }: Item): Arrival[] {
  return Object.values(places).map(({ S = '' }) => JSON.parse(S) as Arrival);
}

const watchTime: Milliseconds = minute;
/** Whoever looks on asks every few seconds: that alone must not cost a write each time. */
const watchAgain: Milliseconds = 30_000;

export function createLatestArrivals(
  client: DynamoDBClient,
  table: string,
  now: Now,
): LatestArrivals {
  const watched = new Map<string, Instant>();
  const watch = (source: string) =>
    client.send(
      new UpdateItemCommand({
        TableName: table,
        Key: keys.seen(source, dayOf(now())),
        UpdateExpression: 'SET watchedUntil = :until, #ttl = if_not_exists(#ttl, :ttl)',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: {
          ':until': { N: String(now() + watchTime) },
          ':ttl': ttlAfter(now(), day),
        },
      }),
    );
  return {
    read: async () => {
      const items = await itemsOf(client, table, [now(), now() - day]);
      return items
        .flatMap((item) => arrivalsIn(item).map((one) => ({ ...one, source: item.sk?.S ?? '' })))
        .filter(({ at }) => at > now() - day);
    },

    watch: async (sources) => {
      const due = sources.filter((source) => (watched.get(source) ?? 0) <= now());
      await Promise.all(due.map(watch));
      for (const source of due) watched.set(source, now() + watchAgain);
    },
  };
}

interface Theirs {
  readonly contacts: ReadonlySet<string>;
  readonly now: Instant;
}

/** Whole items: what else is in one is a sample, and the next that comes in begins it anew. */
export async function removeArrivals(
  client: DynamoDBClient,
  table: string,
  { contacts, now }: Theirs,
): Promise<void> {
  const items = await itemsOf(client, table, [now, now - day, now - 2 * day]);
  const theirs = items.filter((item) =>
    arrivalsIn(item).some(({ contact = '' }) => contacts.has(contact)),
  );
  await deleteAll(
    client,
    table,
    theirs.map(({ pk, sk }) => ({ ...(pk && { pk }), ...(sk && { sk }) })),
  );
}

/** There are as many as sources that sent something. */
const most = 10_000;

async function itemsOf(
  client: DynamoDBClient,
  table: string,
  days: readonly Instant[],
): Promise<Item[]> {
  const read = (at: Instant) =>
    readPortion(client, { table, of: keys.arrived(at, ''), limit: most });
  return (await Promise.all(days.map(read))).flat();
}
