// The book as items of the core table. Every change is an entry that names the one before it; one small stamp names the
// last. What the stamp does not lead to is not live: an entry whose writer lost the race, or died, is never seen.
import { randomUUID } from 'node:crypto';
import { type DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Signed } from '../book-ports.ts';
import { wins } from '../errors.ts';
import { onRevision, put } from './conditional-put.ts';
import type { Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';

/** Where the book is after so many changes. Two histories of the same length have different heads. */
export interface Place {
  readonly revision: number;
  /** The name of the last entry; empty before the first. */
  readonly head: string;
}

/** The whole book at a place, in so many pages: what a new container reads in place of the entries up to there. */
export interface Snapshot extends Place {
  readonly pages: number;
}

export interface Stamp extends Place {
  readonly snapshot?: Snapshot;
  /** The one before, which somebody may be reading still. */
  readonly earlier?: Snapshot;
}

interface Entry extends Signed {
  readonly previous: string;
}

interface Found extends Entry {
  readonly name: string;
}

export const beginning: Stamp = { revision: 0, head: '' };

export type BookLog = ReturnType<typeof createBookLog>;

export function createBookLog(client: DynamoDBClient, table: string) {
  const query = queryEntries(client, table);
  return {
    /** One unit, however large the book. */
    readStamp: async (): Promise<Stamp> => {
      const request = { TableName: table, Key: keys.stamp(), ConsistentRead: true };
      const { Item } = await client.send(new GetItemCommand(request));
      return Item ? unpack<Stamp>(Item) : beginning;
    },

    /** The changes that lead from one place to the other, in order; undefined when they do not lead there. */
    entries: async (from: Place, to: Place): Promise<Found[] | undefined> => {
      if (from.head === to.head) return [];
      if (from.revision >= to.revision) return undefined;
      return chainOf(await query(from.revision + 1, to.revision), from, to);
    },

    /** Puts an entry on top of `known`; answers where the book is with it, once a stamp says so. */
    writeEntry: async (known: Place, signed: Signed): Promise<Place> => {
      const revision = known.revision + 1;
      const head = `${prefix(revision)}${randomUUID().slice(0, 8)}`;
      const entry = { ...signed, previous: known.head } satisfies Entry;
      await put(client, { TableName: table, Item: { ...keys.entry(head), ...pack(entry) } });
      return { revision, head };
    },

    /** Whether the stamp was still at `known`, and is now moved. */
    moveStamp: async (known: Place, next: Stamp): Promise<boolean> => {
      const rev = { N: String(next.revision) };
      const Item = { ...keys.stamp(), rev, ...pack(next) };
      return wins(put(client, { TableName: table, Item, ...onRevision(known.revision) }));
    },
  };
}

/** From the last back to the first: only so those who lost are told from those who won. */
function chainOf(found: ReadonlyMap<string, Entry>, from: Place, to: Place): Found[] | undefined {
  const chain: Found[] = [];
  for (let name = to.head; name !== from.head; ) {
    const entry = found.get(name);
    if (!entry) return undefined;
    chain.push({ name, ...entry });
    name = entry.previous;
  }
  return chain.reverse();
}

const prefix = (revision: number) => `R#${String(revision).padStart(12, '0')}#`;

/** By name; among them are those of writers who lost. */
const queryEntries =
  (client: DynamoDBClient, table: string) =>
  async (first: number, last: number): Promise<Map<string, Entry>> => {
    const found = new Map<string, Entry>();
    let from: Item | undefined;
    do {
      const answer = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
          ExpressionAttributeValues: {
            ':pk': keys.entry('').pk,
            ':first': { S: prefix(first) },
            ':last': { S: `${prefix(last)}~` },
          },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      for (const item of answer.Items ?? []) found.set(item.sk?.S ?? '', unpack<Entry>(item));
      from = answer.LastEvaluatedKey;
    } while (from);
    return found;
  };
