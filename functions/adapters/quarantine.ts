// What was not taken as an event, kept for thirty days for a person to look at. One item for a request, however
// much of it is bad, so that a flood of bad events is not a flood of writes.
import { gzipSync } from 'node:zlib';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Quarantine } from '../use-cases/accept-events.ts';
import { hash, keys } from './keys.ts';

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
