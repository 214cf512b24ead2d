// Makes what a source delivered durable, so that it may be answered. Returns only when nothing can be lost any more.
import { Refused } from '../errors.ts';
import type { Delivery, Rejected } from '../sources/source.ts';
import { type Packed, type Place, pack } from './envelopes.ts';

export interface WriteKeys {
  readonly knows: (key: string) => Promise<boolean>;
}

export interface Quarantine {
  readonly keep: (batch: {
    readonly source: string;
    readonly rejected: readonly Rejected[];
    readonly at: number;
  }) => Promise<void>;
}

export interface AcceptPorts {
  readonly writeKeys: WriteKeys;
  readonly bus: Place;
  readonly inbox: Place;
  readonly quarantine: Quarantine;
}

const manyEvents = 10;
const largestEvent = 32 * 1024;

/** Refuses an unknown write key. Throws when no place could keep an event: the sender is to try again. */
export async function acceptEvents(
  { source, writeKey, events, rejected }: Delivery,
  at: number,
  { writeKeys, quarantine, ...places }: AcceptPorts,
): Promise<void> {
  if (writeKey === undefined || !(await writeKeys.knows(writeKey)))
    throw new Refused(401, 'The write key is missing or unknown.');
  const { fitting = [], tooLarge = [] } = Object.groupBy(
    events.map((event) => JSON.stringify(event)),
    (text) => (Buffer.byteLength(text) <= largestEvent ? 'fitting' : 'tooLarge'),
  );
  const aside = [...rejected, ...tooLarge.map((raw) => ({ reason: 'Larger than 32 KB', raw }))];
  await Promise.all([
    keepSomewhere(fitting, places),
    aside.length > 0 && quarantine.keep({ source, rejected: aside, at }),
  ]);
}

/** A few events are cheaper through the queue, many straight on the bus; each stands in for the other. */
async function keepSomewhere(
  events: readonly string[],
  { bus, inbox }: Pick<AcceptPorts, 'bus' | 'inbox'>,
): Promise<void> {
  let left: readonly Packed[] = pack(events, (event) => event);
  for (const place of events.length < manyEvents ? [inbox, bus] : [bus, inbox])
    if (left.length > 0) left = await place.keep(left);
  if (left.length > 0) throw new Error(`${left.length} envelopes could not be made durable`);
}
