// What a provider has read: a deed, by somebody, and how it becomes an event of the source. Refuses a deed of nobody.
import type { Event } from '../../../workflows/model/event.ts';
import { Refused } from '../../errors.ts';
import { readAddress } from '../address.ts';
import { parseJson, readText } from '../body.ts';
import { cleanFields, cleanText } from '../clean.ts';
import { fingerprint } from '../fingerprint.ts';
import { type Foreign, list, present, record, text } from './foreign.ts';
import type { HookRequest, Reading } from './provider.ts';

export interface Person {
  readonly email?: unknown;
  /** By which your own systems identify them, where the owner says that it is that. */
  readonly user?: string | undefined;
  /** The vendor's id of the customer: it leads to the contact where a webhook names nothing else. */
  readonly customer?: string | undefined;
  readonly traits?: Foreign;
}

export interface Deed {
  readonly name: string;
  readonly type?: 'identify';
  /** What makes it the same deed, however often it is told. */
  readonly id: readonly string[];
  readonly person: Person;
  readonly properties?: Foreign;
  readonly consent?: Event['consent'];
  /** In milliseconds; when it came, if nothing is said. */
  readonly at?: number | undefined;
}

const day = 86_400_000;
const mostLines = 100;
const largest = 1024 * 1024;

/** Of a JSON object. What of it cannot become events is set aside with the reason, whole. */
export const readDeeds = (
  request: HookRequest,
  kind: string,
  read: (body: Foreign, raw: string) => readonly Deed[],
): Reading =>
  readObject(request, (body, raw) => ({
    events: read(body, raw).map((deed) => eventOf(request, kind, deed)),
    rejected: [],
  }));

/** What is refused of it is set aside with the reason, whole. */
export function readObject(
  request: HookRequest,
  read: (body: Foreign, raw: string) => Reading,
): Reading {
  const raw = readText(request.body, largest);
  const body = parseJson(raw);
  try {
    if (record(body) !== body) throw new Refused(400, 'The body is not a JSON object.');
    return read(record(body), raw);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { events: [], rejected: [{ reason: error.message, raw }] };
  }
}

/** Refuses a deed of nobody. */
export function eventOf(request: HookRequest, kind: string, deed: Deed): Event {
  const source = `${kind}/${request.name}`;
  const { receivedAt } = request;
  const { properties, consent } = deed;
  return {
    id: fingerprint(source, ...deed.id),
    type: deed.type ?? 'track',
    name: nameOf(deed.name),
    ...personOf(deed.person, source),
    ...(properties && { properties: cleanFields(present(properties)) }),
    ...(consent && { consent }),
    timestamp: Math.max(0, Math.min(deed.at ?? receivedAt, receivedAt + day)),
    receivedAt,
    source,
  };
}

function personOf(
  person: Person,
  source: string,
): Pick<Event, 'email' | 'user' | 'anonymous' | 'traits'> {
  const email = readAddress(person.email);
  const customer = text(person.customer, 100);
  const { user } = person;
  if (email === undefined && user === undefined && customer === undefined)
    throw new Refused(400, 'Nobody to tie it to: no email address and no customer.');
  const traits = cleanFields({ ...present(person.traits ?? {}), ...(email && { email }) });
  return {
    ...(email && { email }),
    ...(user && { user }),
    ...(customer && { anonymous: `${source}/${customer}` }),
    ...(Object.keys(traits).length > 0 && { traits }),
  };
}

function nameOf(told: string): string {
  const name = cleanText(told).trim().slice(0, 200).toWellFormed();
  if (name === '') throw new Refused(400, 'The event has no name.');
  return name;
}

/** Products of an order, each as `map` tells it; of a very long order the first hundred. */
export const productsOf = (lines: unknown, map: (line: Foreign) => Foreign): readonly Foreign[] =>
  list(lines)
    .slice(0, mostLines)
    .map((line) => present(map(record(line))));

/** A name in the form of ours for what nobody has mapped: "orders/edited" becomes "Shopify Orders Edited". */
export const namedAfter = (vendor: string, topic: string): string =>
  [vendor, ...topic.split(/[^\p{L}\p{N}]+/u)]
    .filter((word) => word !== '')
    .map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`)
    .join(' ');
