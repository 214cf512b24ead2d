// Reads something that was set aside once more, as its source did: mended by a person, or as it was.
// It keeps the time at which it came in, so that it says what it would have said then.
import { type Event, event as eventSchema, type Fields } from '../../workflows/model/event.ts';
import { Refused } from '../errors.ts';
import { parseJson } from './body.ts';
import { collectJson } from './form/answers.ts';
import { honeypot, leadOf } from './form/lead.ts';
import type { Provider, Reading } from './hook/provider.ts';
import { providers } from './hook/providers.ts';
import type { Incoming } from './incoming.ts';
import { segment } from './segment/segment.ts';
import type { Rejected } from './source.ts';
import { wrongIn } from './wrong-in.ts';

export interface SetAside extends Pick<Rejected, 'raw' | 'isEvent'> {
  /** "<kind>/<name>" */
  readonly source: string;
  readonly besides: Readonly<Record<string, string>>;
  /** Of a webhook source, as they are now. */
  readonly settings: Fields;
  /** When it came in, in milliseconds. */
  readonly receivedAt: number;
}

/** Throws Refused when it cannot be read at all. */
export async function readAgain(aside: SetAside): Promise<Reading> {
  if (aside.isEvent) return { events: [asEvent(aside)], rejected: [] };
  const { source } = aside;
  const read = readers[kindOf(source)] ?? asWebhook;
  const { events, ...others } = await read(aside);
  return { ...others, events: events.map((event) => ({ ...event, source })) };
}

/** The two halves of "<kind>/<name>". */
const kindOf = (source: string): string => source.split('/', 1).join();
export const nameOf = (source: string): string => source.slice(kindOf(source).length + 1);

type Read = (aside: SetAside) => Reading | Promise<Reading>;

const readers: Readonly<Record<string, Read>> = {
  segment: (aside) =>
    segment.read({ ...requestOf(aside), path: '/v1/batch', body: Buffer.from(inBatch(aside.raw)) }),
  form: (aside) => ({ events: [leadAgain(aside)], rejected: [] }),
};

/** A page told of the form beside what was filled in; a server sent it to the address of the form itself. */
function leadAgain({
  raw,
  source,
  besides: { form, page, ...headers },
  receivedAt,
}: SetAside): Event {
  const answers = collectJson(parseJson(raw));
  const spam = honeypot(answers);
  if (spam !== undefined) throw new Refused(400, `Spam: ${spam} is filled in`);
  const writeKey = nameOf(source);
  const isFromServer = 'content-type' in headers;
  return leadOf(answers, { writeKey, form: isFromServer ? writeKey : form, page, receivedAt });
}

/** One call goes into a batch of its own; what was a batch is one again. */
function inBatch(raw: string): string {
  const sent = parseJson(raw);
  const isBatch = typeof sent === 'object' && sent !== null && 'batch' in sent;
  return isBatch ? raw : `{"batch":[${raw}]}`;
}

const asWebhook: Read = (aside) => {
  const { source, settings } = aside;
  const request = { ...requestOf(aside), name: nameOf(source), settings };
  return providerOf(kindOf(source)).read(request);
};

function providerOf(kind: string): Provider {
  const found = providers.find((one) => one.kind === kind);
  if (found) return found;
  throw new Refused(409, `Nothing reads what came from ${kind} any more`);
}

const requestOf = ({ raw, besides, receivedAt }: SetAside): Incoming => ({
  method: 'POST',
  path: '',
  headers: besides,
  query: {},
  body: Buffer.from(raw),
  receivedAt,
});

/** Of what was read already. Where it comes from, and when it came, nobody may mend; and only we name contacts. */
function asEvent({ raw, source, receivedAt }: SetAside): Event {
  const { contact: _, hops: __, ...given } = record(parseJson(raw));
  const mended = { ...given, source, receivedAt };
  const { data, error } = eventSchema.safeParse(mended);
  if (data) return data;
  throw new Refused(400, `${wrongIn(error, mended, 'the event')}.`);
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
