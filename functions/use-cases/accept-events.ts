// Makes what a source delivered durable, so that it may be answered. Returns only when nothing can be lost any more.
import { Refused } from '../errors.ts';
import type { Delivery, Rejected, Sender } from '../sources/source.ts';
import { type Packed, type Place, pack } from './envelopes.ts';
import type { Note } from './note-happened.ts';

export interface WriteKeys {
  /** Undefined when there is no such key. */
  readonly nameOf: (key: string) => Promise<string | undefined>;
}

export interface Quarantine {
  readonly keep: (batch: {
    readonly source: string;
    readonly rejected: readonly Rejected[];
    readonly headers?: Delivery['headers'];
    readonly at: number;
  }) => Promise<void>;
}

export interface AcceptPorts {
  readonly writeKeys: WriteKeys;
  readonly bus: Place;
  readonly inbox: Place;
  readonly quarantine: Quarantine;
  readonly note: Note;
}

const manyEvents = 10;
const largestEvent = 32 * 1024;

/** Refuses an unknown write key. Throws when no place could keep an event: the sender is to try again. */
export async function acceptEvents(
  { sender, events, rejected, headers = {} }: Delivery,
  at: number,
  { writeKeys, quarantine, note, ...places }: AcceptPorts,
): Promise<void> {
  const source = `${sender.kind}/${await nameOf(sender, writeKeys)}`;
  const { fitting = [], tooLarge = [] } = Object.groupBy(
    events.map((event) => JSON.stringify({ ...event, source })),
    (text) => (Buffer.byteLength(text) <= largestEvent ? 'fitting' : 'tooLarge'),
  );
  const aside = [...rejected, ...tooLarge.map((raw) => ({ reason: 'Larger than 32 KB', raw }))];
  await Promise.all([
    keepSomewhere(fitting, places),
    aside.length > 0 && quarantine.keep({ source, rejected: aside, headers, at }),
  ]);
  const [first] = aside;
  if (first)
    await note(source, { counts: { rejected: aside.length }, saidNo: { at, why: first.reason } });
}

async function nameOf(sender: Sender, writeKeys: WriteKeys): Promise<string> {
  if ('name' in sender) return sender.name;
  const { writeKey } = sender;
  const name = writeKey === undefined ? undefined : await writeKeys.nameOf(writeKey);
  if (name !== undefined) return name;
  throw new Refused(401, 'The write key is missing or unknown.', { reason: 'unknown key' });
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
