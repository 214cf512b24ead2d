// Unpacks a Segment body into items: one for a single call, many for a batch.
// Refuses what the client must fix (size, broken JSON). One item that is too large is set aside, and costs no other.
import { Refused } from '../../errors.ts';
import { parseJson, readText } from '../body.ts';
import type { Rejected } from '../source.ts';
import { written } from '../written.ts';
import type { Call } from './paths.ts';

type Item = Readonly<Record<string, unknown>>;

interface Parts {
  /** Each with what its batch says for all of them laid underneath. */
  readonly items: readonly unknown[];
  readonly rejected: readonly Rejected[];
}

const largestItem = 32 * 1024;
const largestBatch = 500 * 1024;
/** A batch may be larger by items that are set aside: clients send it as soon as one item made it too large. */
const largestBody = 4 * 1024 * 1024;
const mostItems = 2500;

export function readItems(body: Buffer, call: Call): Parts & { readonly writeKey: unknown } {
  const text = readText(body, call === 'batch' ? largestBody : largestItem);
  const whole = parseJson(text);
  if (!isObject(whole)) throw new Refused(400, 'The body is not a JSON object.');
  const { writeKey } = whole;
  return call === 'batch'
    ? { writeKey, ...partsOf(whole, text) }
    : { writeKey, items: [{ ...whole, type: call }], rejected: [] };
}

function partsOf({ batch, sentAt, context, integrations }: Item, text: string): Parts {
  if (!Array.isArray(batch)) throw new Refused(400, 'The field "batch" is not an array.');
  const aside = (reason: string): Parts => ({ items: [], rejected: [{ reason, raw: text }] });
  if (batch.length > mostItems) return aside(`More than ${mostItems} events`);
  const shared = { context, integrations };
  // Repeated in every item, it would make a gigabyte of half a megabyte.
  if (written(shared).length > largestItem) return aside('What all events share is over 32 KB');
  const { items, rejected } = sizedOf(batch, text);
  const full = items.map((item) =>
    isObject(item) ? { sentAt, ...item, ...merged(shared, item) } : item,
  );
  return { items: full, rejected };
}

/** Counted in letters, as clients count before they send: a Persian one has two bytes. */
function sizedOf(items: readonly unknown[], text: string): Parts {
  if (text.length <= largestBatch) return { items, rejected: [] };
  const sized = items.map((item) => ({ item, raw: written(item) }));
  const large = sized.filter(({ raw }) => raw.length > largestItem);
  const good = sized.filter(({ raw }) => raw.length <= largestItem);
  if (good.reduce((sum, { raw }) => sum + raw.length, 0) > largestBatch)
    throw new Refused(400, 'The body is larger than 500 KB.');
  return {
    items: good.map(({ item }) => item),
    rejected: large.map(({ raw }) => ({ reason: 'Larger than 32 KB', raw })),
  };
}

/** What an item says itself counts more than what its batch says. */
const merged = (shared: Item, own: Item): Item =>
  Object.fromEntries(
    Object.entries(shared).map(([name, under]) => {
      const over = own[name];
      return [name, isObject(under) && isObject(over) ? { ...under, ...over } : (over ?? under)];
    }),
  );

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
