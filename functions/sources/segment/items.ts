// Unpacks a Segment body into items: one for a single call, many for a batch.
// Refuses what the client must fix (size, broken JSON); a batch with too many events is set aside whole.
import { Refused } from '../../errors.ts';
import { parseJson, readText } from '../body.ts';
import type { Rejected } from '../source.ts';

export type Call = 'identify' | 'track' | 'page' | 'screen' | 'group' | 'alias' | 'batch';

type Item = Readonly<Record<string, unknown>>;

interface Items {
  /** Each with what its batch says for all of them laid underneath. */
  readonly items: readonly unknown[];
  readonly writeKey: unknown;
  readonly rejected: readonly Rejected[];
}

const singleBytes = 32 * 1024;
const batchBytes = 500 * 1024;
const batchEvents = 2500;

export function readItems(body: Buffer, call: Call): Items {
  const text = readText(body, call === 'batch' ? batchBytes : singleBytes);
  const whole = parseJson(text);
  if (!isObject(whole)) throw new Refused(400, 'The body is not a JSON object.');
  const { writeKey } = whole;
  if (call !== 'batch') return { items: [{ ...whole, type: call }], writeKey, rejected: [] };
  const items = itemsOf(whole);
  return items.length > batchEvents
    ? { items: [], writeKey, rejected: [{ reason: `More than ${batchEvents} events`, raw: text }] }
    : { items, writeKey, rejected: [] };
}

function itemsOf({ batch, sentAt, context }: Item): readonly unknown[] {
  if (!Array.isArray(batch)) throw new Refused(400, 'The field "batch" is not an array.');
  return batch.map((item) =>
    isObject(item) ? { sentAt, ...item, context: merged(context, item.context) } : item,
  );
}

const merged = (under: unknown, over: unknown): unknown =>
  isObject(under) && isObject(over) ? { ...under, ...over } : (over ?? under);

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
