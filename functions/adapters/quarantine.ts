// What was not taken as an event, kept for thirty days for a person to look at. One item for a request, however
// much of it is bad, so that a flood of bad events is not a flood of writes. What came of a replay lies beside it.
import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Quarantined, QuarantineReader, Replay } from '../source-ports.ts';
import type { Quarantine } from '../use-cases/accept-events.ts';
import { put } from './conditional-put.ts';
import type { Item } from './dynamo.ts';
import { hash, keys } from './keys.ts';
import { pack, unpack } from './packing.ts';
import { readFrom, readPortion } from './partition.ts';

const days = 30;
// An item of DynamoDB holds 400 KB, names and all.
const largest = 350 * 1024;

const ttl = (at: number) => ({ N: String(Math.floor(at / 1000) + days * 86_400) });

/** `raw` is gzipped JSON: a list of what was rejected. When `truncated`, it is cut and no longer JSON. */
export const createQuarantine = (client: DynamoDBClient, table: string): Quarantine => ({
  keep: async ({ source, rejected, besides = {}, at }) => {
    const text = JSON.stringify(rejected);
    const whole = gzipSync(text);
    const truncated = whole.length > largest;
    const [first] = rejected;
    await client.send(
      new PutItemCommand({
        TableName: table,
        Item: {
          ...keys.quarantine(at, hash(text)),
          source: { S: source },
          reason: { S: first?.reason.slice(0, 500) ?? '' },
          count: { N: String(rejected.length) },
          raw: { B: truncated ? gzipSync(Buffer.from(text).subarray(0, largest - 1024)) : whole },
          ...(truncated && { truncated: { BOOL: true } }),
          besides: { S: JSON.stringify(besides) },
          ttl: ttl(at),
        },
      }),
    );
  },
});

export const createQuarantineReader = (
  client: DynamoDBClient,
  table: string,
): QuarantineReader => ({
  list: async (at, { limit, after, source }) => {
    const items = await readPortion(client, {
      ...{ table, limit, newestFirst: true },
      of: keys.quarantine(at, ''),
      after: after === undefined ? undefined : keyOf(after),
      where: source === undefined ? undefined : { source },
    });
    return items.map(toQuarantined);
  },

  get: async (id) => {
    const request = { TableName: table, Key: keyOf(id), ConsistentRead: true };
    const { Item } = await client.send(new GetItemCommand(request));
    return Item && toQuarantined(Item);
  },

  replays: async (id) =>
    (await readFrom(client, table, keys.replay(id, 0))).map((item) => unpack<Replay>(item)),

  setReplay: (id, replay) =>
    put(client, {
      TableName: table,
      Item: {
        ...keys.replay(id, replay.index),
        ...pack(replay),
        done: { BOOL: replay.state === 'accepted' },
        ttl: ttl(replay.at),
      },
      ConditionExpression: 'attribute_not_exists(pk) OR done = :no',
      ExpressionAttributeValues: { ':no': { BOOL: false } },
    }),
});

/** Of an id that nobody gave it is the key of nothing. */
function keyOf(id: string): Item {
  const [, at = '0', rest = ''] = /^(\d{1,15})\.([\w-]+)$/.exec(id) ?? [];
  return keys.quarantine(Number(at), rest);
}

function toQuarantined({ sk, source, count, raw, truncated, besides }: Item): Quarantined {
  const text = gunzipSync(raw?.B ?? Buffer.alloc(0)).toString();
  const at = Number.parseInt(sk?.S ?? '', 10);
  return {
    id: `${at}.${sk?.S?.slice(sk.S.indexOf('#') + 1)}`,
    at,
    source: source?.S ?? '',
    count: Number(count?.N ?? 0),
    // Cut where it was too large, it is no JSON any more, and is shown as the text it is.
    rejected: truncated?.BOOL ? text : JSON.parse(text),
    besides: JSON.parse(besides?.S ?? '{}'),
  };
}
