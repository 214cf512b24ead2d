// CloudEvents 1.0 over HTTP, from whatever sends them. Nothing is signed there: the sender brings the secret along,
// as a bearer token or as `access_token` in the address, as the specification of its webhooks says (section 3).
import * as z from 'zod';
import type { Event } from '../../../workflows/model/event.ts';
import { Refused } from '../../errors.ts';
import type { HttpResponse } from '../../lambda.ts';
import { eventOf } from '../hook/deed.ts';
import { type Foreign, record, text } from '../hook/foreign.ts';
import { found, places } from '../hook/places.ts';
import type { HookRequest, Provider, Reading } from '../hook/provider.ts';
import type { Incoming } from '../incoming.ts';
import type { Rejected } from '../source.ts';
import { written } from '../written.ts';
import { cloudEventOf } from './attributes.ts';
import { type Claim, claims } from './modes.ts';

const kind = 'cloudevents';

const settings = z.strictObject({
  email: places('data.email', 'data.user.email', 'data.customer.email', 'data.contact.email'),
  /** The id by which your own systems identify the person. */
  user: places('data.user_id', 'data.userId', 'data.user.id'),
  /** Names for types: {"com.example.order.completed": "Order Completed"}. Others keep their type as their name. */
  names: z.record(z.string().min(1).max(500), z.string().min(1).max(200)).default({}),
});

const read = (request: HookRequest): Reading => {
  const outcomes = claims(request).map((one) => outcomeOf(one, request));
  return {
    events: outcomes.filter((one) => 'id' in one),
    rejected: outcomes.filter((one) => 'reason' in one),
  };
};

/** One bad event of a batch is set aside alone. */
function outcomeOf({ told, raw }: Claim, request: HookRequest): Event | Rejected {
  try {
    if (record(told) !== told) throw new Refused(400, 'An event is not a JSON object.');
    return eventIn(record(told), request);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { reason: error.message, raw: raw ?? written(told) };
  }
}

function eventIn(claimed: Foreign, request: HookRequest): Event {
  const { email, user, names } = settings.parse(request.settings);
  const { id, source, type, subject, time, extensions, data } = cloudEventOf(claimed);
  const told = { ...extensions, subject, data };
  return eventOf(request, kind, {
    name: Object.hasOwn(names, type) ? (names[type] ?? type) : type,
    // Source and id together are what the specification calls the identity of an event.
    id: [source, id],
    person: { email: found(told, email), user: text(found(told, user), 200) },
    properties: { ...extensions, subject, ...data, event_source: source },
    at: time,
  });
}

/** Whoever asks whether events may be sent here may send them, with the secret. No address of theirs is called. */
const greet = ({ method, headers }: Incoming): HttpResponse | undefined => {
  const origin = headers['webhook-request-origin'];
  if (method !== 'OPTIONS' || origin === undefined) return undefined;
  if (!/^[\w.*:/-]{1,255}$/.test(origin)) return { statusCode: 400, body: '' };
  const allowed = { 'webhook-allowed-origin': origin, 'webhook-allowed-rate': '*' };
  return { statusCode: 200, headers: { ...allowed, allow: 'POST' }, body: '' };
};

export const cloudevents: Provider = {
  kind,
  scheme: 'none',
  read,
  greet,
  settings,
  setup: {
    title: 'CloudEvents',
    secretFrom: 'us',
    steps: [
      'In the sender, add {address} as an HTTP endpoint (a "sink" or "subscriber").',
      'Let it send the header "Authorization: Bearer …" with the secret made here. If it cannot send a header, add "?access_token=…" with the secret to the address.',
      'If its events keep the person elsewhere than in data.email or data.user_id, say where in the settings.',
    ],
  },
};
