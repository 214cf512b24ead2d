// Makes what a source delivered durable, so that it may be answered. Returns only when nothing can be lost any more.
import type { Event } from '../../workflows/model/event.ts';
import { refusedAsOurs } from '../../workflows/model/own-events.ts';
import { Refused } from '../errors.ts';
import type { Schedules } from '../job-ports.ts';
import type { Delivery, Rejected, Sender } from '../sources/source.ts';
import { type Packed, type Place, pack } from './envelopes.ts';
import type { FloodGuard } from './flood-guard.ts';
import { keepRequests } from './keep-requests.ts';
import { type Note, newest } from './note-happened.ts';

export interface WriteKeys {
  /** Undefined when there is no such key. */
  readonly nameOf: (key: string) => Promise<string | undefined>;
}

export interface Quarantine {
  readonly keep: (batch: {
    readonly source: string;
    readonly rejected: readonly Rejected[];
    readonly besides?: Delivery['besides'];
    readonly at: number;
  }) => Promise<void>;
}

export interface AcceptPorts {
  readonly writeKeys: WriteKeys;
  readonly bus: Place;
  readonly inbox: Place;
  readonly quarantine: Quarantine;
  readonly schedules: Pick<Schedules, 'put'>;
  readonly note: Note;
  readonly floodGuard: FloodGuard;
}

const manyEvents = 10;
const largestEvent = 32 * 1024;

/**
 * Refuses an unknown write key, and a request that is nothing but a flood. Throws when no place could keep an event:
 * the sender is to try again.
 */
export async function acceptEvents(
  { sender, events, rejected, requests = [], besides }: Delivery,
  at: number,
  { writeKeys, quarantine, schedules, note, floodGuard, ...places }: AcceptPorts,
): Promise<void> {
  const source = await sourceOf(sender, writeKeys);
  if (source === undefined)
    throw new Refused(401, 'The write key is missing or unknown.', { reason: 'unknown key' });
  const sorted = events.map((event) => {
    const text = JSON.stringify({ ...event, source });
    return { text, reason: reasonAgainst(text, event, floodGuard.passes(event, at)) };
  });
  const fitting = sorted.filter(({ reason }) => reason === undefined).map(({ text }) => text);
  const bad = sorted.flatMap(({ text: raw, reason }) =>
    reason ? [{ reason, raw, isEvent: true as const }] : [],
  );
  const aside: readonly Rejected[] = [...rejected, ...bad];
  if (fitting.length === 0 && aside.length > 0 && aside.every(({ reason }) => reason === tooMany))
    throw new Refused(429, `${tooMany}.`, { reason: 'too many', retryAfter: 60 });
  await Promise.all([
    keepSomewhere(fitting, places),
    aside.length > 0 && quarantine.keep({ source, rejected: aside, besides, at }),
    keepRequests({ schedules }, requests, { source, receivedAt: at, besides: besides ?? {} }),
  ]);
  // Events are counted by whoever brings them to their contacts.
  if (requests.length > 0)
    await note(source, { counts: { accepted: requests.length }, seenAt: at });
  const [first] = aside;
  if (first)
    await note(source, {
      counts: { rejected: aside.length },
      saidNo: { at, why: first.reason },
      latest: newest(aside.map(({ reason }) => ({ at, outcome: 'rejected', why: reason }))),
    });
}

const tooMany = 'Too many events of one contact';

const reasonAgainst = (text: string, event: Event, passes: boolean): string | undefined =>
  passes ? untaken(text, event) : tooMany;

/** Why an event from outside, written as that text, is not taken, if it is not. */
export const untaken = (text: string, { name }: Pick<Event, 'name'>): string | undefined =>
  Buffer.byteLength(text) > largestEvent ? 'Larger than 32 KB' : refusedAsOurs(name);

/** "<kind>/<name>"; undefined for a write key that nobody has. */
export async function sourceOf(sender: Sender, writeKeys: WriteKeys): Promise<string | undefined> {
  if ('name' in sender) return `${sender.kind}/${sender.name}`;
  const { kind, writeKey } = sender;
  const name = writeKey === undefined ? undefined : await writeKeys.nameOf(writeKey);
  return name === undefined ? undefined : `${kind}/${name}`;
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
