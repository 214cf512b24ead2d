// What was not taken as an event, kept for thirty days for a person to look at. One item for a request, however
// much of it is bad, so that a flood of bad events is not a flood of writes.
import { gunzipSync, gzipSync } from 'node:zlib';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Quarantined, QuarantineReader } from '../ports.ts';
import type { Quarantine } from '../use-cases/accept-events.ts';
import type { Item } from './dynamo.ts';
import { hash, keys } from './keys.ts';
import { readPortion } from './partition.ts';

const days = 30;
// An item of DynamoDB holds 400 KB, names and all.
const largest = 350 * 1024;

/** `raw` is gzipped JSON: a list of { reason, raw }. When `truncated`, it is cut and no longer JSON. */
export const createQuarantine = (client: DynamoDBClient, table: string): Quarantine => ({
  keep: async ({ source, rejected, at }) => {
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
          ttl: { N: String(Math.floor(at / 1000) + days * 86_400) },
        },
      }),
    );
  },
});

/** Requests of one day, the newest first. */
export const createQuarantineReader = (
  client: DynamoDBClient,
  table: string,
): QuarantineReader => ({
  list: async (at, { limit, after }) => {
    const last = after && {
      ...keys.quarantine(at, ''),
      sk: keys.quarantine(after.at, after.id).sk,
    };
    const of = keys.quarantine(at, '');
    const items = await readPortion(client, { table, of, limit, after: last, newestFirst: true });
    return items.map(toQuarantined);
  },
});

function toQuarantined({ sk, source, count, raw, truncated }: Item): Quarantined {
  const text = gunzipSync(raw?.B ?? Buffer.alloc(0)).toString();
  return {
    id: sk?.S?.slice(sk.S.indexOf('#') + 1) ?? '',
    at: Number.parseInt(sk?.S ?? '', 10),
    source: source?.S ?? '',
    count: Number(count?.N ?? 0),
    // Cut where it was too large, it is no JSON any more, and is shown as the text it is.
    rejected: truncated?.BOOL ? text : JSON.parse(text),
  };
}
