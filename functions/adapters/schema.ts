// The schema of what arrived: one small item in the core table for the events of one name, one for contacts and one for
// accounts. A container reads an item once, and writes only what is new to it, or has not come that day. Refuses to
// grow without end: senders may make names up.
import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { EventNames } from '../book-ports.ts';
import { wins } from '../errors.ts';
import type { Now } from '../ports.ts';
import type { Fieldset, Mismatches, Schema, Section, SectionKey } from '../schema-ports.ts';
import type { Day } from '../tally-ports.ts';
import { dayOf } from '../use-cases/day-of.ts';
import { onRevision, put } from './conditional-put.ts';
import { readAll } from './dynamo.ts';
import { keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readFrom, readPortion } from './partition.ts';
import { isKnown, joined } from './schema-section.ts';

interface SchemaParts {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly now: Now;
  /** Which names of events are kept: what bounds the number of items. */
  readonly names: Pick<EventNames, 'note'>;
}

interface Kept {
  readonly section: Section;
  readonly revision: number;
}

type Sighting = readonly [SectionKey, Fieldset];

/** Whoever loses so many races leaves it to those who come after. */
const attempts = 5;

export function createSchema(parts: SchemaParts): Schema {
  const { client, table, now, names } = parts;
  const known = new Map<SectionKey, Section>();
  const noteAll = notesInto(parts, known);
  const noteMismatches = mismatchesInto(parts);
  return {
    note: async ({ sections, mistyped }) => {
      const day = dayOf(now());
      const fresh = [...sections].filter(([key, fields]) => !isKnown(known.get(key), fields, day));
      const kept = await names.note(fresh.flatMap(([key]) => eventOf(key) ?? []));
      const news = fresh.filter(([key]) => kept.has(eventOf(key) ?? '') || !eventOf(key));
      await Promise.all([noteAll(news, day), noteMismatches(mistyped, day)]);
    },

    list: async ({ limit, after }) => {
      const of = keys.section('');
      const last = after === undefined ? undefined : keys.section(after);
      const items = await readPortion(client, { table, of, limit, after: last });
      return items.map((item) => unpack<Section>(item));
    },

    get: async (key) => {
      const [item] = await readAll(client, table, [keys.section(key)]);
      return item && unpack<Section>(item);
    },

    mismatches: async () => {
      const items = await readFrom(client, table, keys.mismatches(' '));
      return new Map(
        items.map((item): [string, Mismatches] => [
          item.sk?.S ?? '',
          { count: Number(item.count?.N), last: item.last?.S ?? '' },
        ]),
      );
    },
  };
}

/** Adds what came to the sections that are stored, and remembers them in `known`. */
function notesInto({ client, table }: SchemaParts, known: Map<SectionKey, Section>) {
  /** False when the race for it was lost. */
  const isWritten = async ([key, fields]: Sighting, before: Kept | undefined, day: Day) => {
    const section = joined(before?.section, { key, fields, day });
    const revision = before?.revision ?? 0;
    const rev = { N: String(revision + 1) };
    const Item = { ...keys.section(key), rev, ...pack(section) };
    const write = () => put(client, { TableName: table, Item, ...onRevision(revision) });
    if (section !== before?.section && !(await wins(write()))) return false;
    known.set(key, section);
    return true;
  };

  return async (news: readonly Sighting[], day: Day): Promise<void> => {
    let left = news;
    for (let count = 0; count < attempts && left.length > 0; count += 1) {
      const wanted = left.map(([key]) => keys.section(key));
      const items = await readAll(client, table, wanted, count > 0);
      const found = new Map(items.map((item) => [item.sk?.S, kept(item)]));
      const done = await Promise.all(left.map((one) => isWritten(one, found.get(one[0]), day)));
      left = left.filter((_, at) => !done[at]);
    }
  };
}

const mismatchesInto =
  ({ client, table }: SchemaParts) =>
  async (counts: ReadonlyMap<string, number>, day: Day): Promise<void> => {
    const updates = [...counts].map(([attribute, times]) =>
      client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: keys.mismatches(attribute),
          UpdateExpression: 'ADD #count :times SET #last = :day',
          ExpressionAttributeNames: { '#count': 'count', '#last': 'last' },
          ExpressionAttributeValues: { ':times': { N: String(times) }, ':day': { S: day } },
        }),
      ),
    );
    await Promise.all(updates);
  };

const kept = (item: Parameters<typeof unpack>[0]): Kept => ({
  section: unpack<Section>(item),
  revision: Number(item.rev?.N),
});

const eventOf = (key: SectionKey): string | undefined =>
  key.startsWith('event:') ? key.slice('event:'.length) : undefined;
