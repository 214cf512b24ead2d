// Packs JSON texts of events into the fewest envelopes the bus counts as one chunk each. Parses nothing.
import { envelopeBytes } from '../../workflows/model/event.ts';

/** An envelope as it travels, and what went into it. */
export interface Packed<T = unknown> {
  readonly json: string;
  readonly items: readonly T[];
}

/** Somewhere envelopes are durable. Gives back those it could not keep; a throw means it kept none. */
export interface Place {
  readonly keep: <P extends Packed>(envelopes: readonly P[]) => Promise<readonly P[]>;
}

const opening = '{"events":[';
const closing = ']}';
const frame = opening.length + closing.length;

/**
 * `json` gives the events of an item, joined by commas. An item is never split, and one that is too
 * large for any envelope travels alone.
 */
export function pack<T>(items: readonly T[], json: (item: T) => string): Packed<T>[] {
  const open: { bytes: number; items: T[] }[] = [];
  for (const item of items) {
    const bytes = Buffer.byteLength(json(item)) + 1;
    const fitting = open.find((envelope) => envelope.bytes + bytes <= envelopeBytes);
    if (fitting) {
      fitting.items.push(item);
      fitting.bytes += bytes;
    } else open.push({ bytes: frame + bytes, items: [item] });
  }
  return open.map(({ items }) => ({ items, json: opening + items.map(json).join(',') + closing }));
}

/**
 * The events of an envelope that `pack` made, as `json` gave them; undefined when it is something
 * else. What comes back is a whole list of JSON values, so that it cannot spoil those packed beside it.
 */
export function unpack(envelope: string): string | undefined {
  const events = envelope.slice(opening.length, -closing.length);
  const framed = envelope.startsWith(opening) && envelope.endsWith(closing) && events !== '';
  return framed && isList(`[${events}]`) ? events : undefined;
}

function isList(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
