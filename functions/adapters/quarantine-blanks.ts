// Blanks what is a person's among what was not taken as an event. The rest keeps its place, by which it is replayed.
import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Instant } from '../../workflows/model/time.ts';
import { deleteAll, type Item } from './dynamo.ts';
import { keys } from './keys.ts';
import { readPortion } from './partition.ts';

interface Search {
  readonly table: string;
  /** Any moment of it (UTC). */
  readonly day: Instant;
  readonly isTheirs: (raw: string) => boolean;
  /** What the portion before answered. */
  readonly after: string | undefined;
}

/** One item may be a whole request of a third of a megabyte. */
const portion = 10;

/** Of one portion. Answers where the next begins; undefined at the end. */
export async function blankQuarantined(
  client: DynamoDBClient,
  search: Search,
): Promise<string | undefined> {
  const of = keys.quarantine(search.day, '');
  const after = search.after === undefined ? undefined : { ...of, sk: { S: search.after } };
  const items = await readPortion(client, { table: search.table, of, limit: portion, after });
  for (const item of items) await blank(client, search, item);
  return items.length < portion ? undefined : items.at(-1)?.sk?.S;
}

const keyOf = ({ pk, sk }: Item): Item => ({ ...(pk && { pk }), ...(sk && { sk }) });

interface Rejected {
  readonly reason: string;
  readonly raw: string;
}

async function blank(
  client: DynamoDBClient,
  { table, isTheirs }: Search,
  item: Item,
): Promise<void> {
  const text = gunzipSync(item.raw?.B ?? Buffer.alloc(0)).toString();
  // What was cut is no list any more, and goes as a whole.
  if (item.truncated?.BOOL) {
    if (isTheirs(text)) await deleteAll(client, table, [keyOf(item)]);
    return;
  }
  const all = JSON.parse(text) as Rejected[];
  const theirs = all.flatMap(({ raw, reason }, index) =>
    isTheirs(raw) || isTheirs(reason) ? [index] : [],
  );
  if (theirs.length === 0) return;
  const replays = theirs.map((index) => keys.replay(idOf(item), index));
  await deleteAll(client, table, replays);
  const left = all.map((one, index) => (theirs.includes(index) ? { reason: why, raw: '' } : one));
  const raw = { B: gzipSync(JSON.stringify(left)) };
  // What it takes to read it once more is of use as long as there is something to read.
  const isEmpty = left.every((one) => one.raw === '');
  const Item: Item = {
    ...{ ...item, raw, reason: { S: why } },
    ...(isEmpty && { besides: { S: '{}' } }),
  };
  await client.send(new PutItemCommand({ TableName: table, Item }));
}

const why = 'Erased';

/** As the quarantine names it. */
const idOf = ({ sk }: Item): string => {
  const [at = '', hash = ''] = (sk?.S ?? '').split('#');
  return `${Number(at)}.${hash}`;
};
