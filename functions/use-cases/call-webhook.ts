// Calls webhooks, as Standard Webhooks 1.0.0 advises: signed, again and again for a day while a server cannot answer,
// never again once it has said no. What came of it stands in the contact's timeline.

import { wasErased } from '../../workflows/model/contact.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { WebhookOrder } from '../../workflows/model/order.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import { serverOf } from '../../workflows/steps/webhook.ts';
import type { Answer, Post } from '../channels/webhook/post.ts';
import { signatureHeaders } from '../channels/webhook/sign.ts';
import { log } from '../log.ts';
import type { Call, CallQueue } from '../order-ports.ts';
import type { Contacts, Hash, Now, SettingsStore, Timeline } from '../ports.ts';

export interface CallPorts {
  readonly contacts: Pick<Contacts, 'load'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly timeline: Pick<Timeline, 'put'>;
  readonly calls: CallQueue;
  readonly post: Post;
  readonly hash: Hash;
  readonly now: Now;
}

const minute = 60_000;
const hour = 60 * minute;

/** Pauses after each try that failed: the first six are the standard's, the last makes it a day. */
const pauses: readonly Milliseconds[] = [
  5_000,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  6 * hour,
];
const longestPatience: Milliseconds = 6 * hour;

interface CallRecord {
  readonly id: string;
  readonly call: Call;
}

/**
 * Answers the ids of those that must be delivered again. Side by side: a slow server must not hold up the
 * others, and a call that is made twice keeps its id. Those that are not due go back in one piece.
 */
export async function callWebhooks(
  ports: CallPorts,
  records: readonly CallRecord[],
): Promise<string[]> {
  const now = ports.now();
  const early = records.filter(({ call }) => call.due > now);
  const due = records.filter(({ call }) => call.due <= now);
  const putOff = ports.calls.send(early.map(({ call }) => call));
  const works = [
    { of: early, work: putOff },
    ...due.map((one) => ({ of: [one], work: callWebhook(ports, one.call) })),
  ];
  const results = await Promise.allSettled(works.map(({ work }) => work));
  return works.flatMap(({ of }, at) => failedOf(of, results[at]));
}

function failedOf(of: readonly CallRecord[], result?: PromiseSettledResult<void>): string[] {
  if (result?.status !== 'rejected') return [];
  for (const { call } of of)
    log.error('call failed', { order: call.order.id, error: result.reason });
  return of.map(({ id }) => id);
}

/** Returns when the call is made, or is back in the queue for its next try. */
async function callWebhook(ports: CallPorts, call: Call): Promise<void> {
  const { order } = call;
  const known = await ports.contacts.load([order.contact], { consistent: false });
  const contact = known.get(order.contact)?.contact;
  // Erased meanwhile: nobody is told about such a person.
  if (!contact || wasErased(contact, order.at))
    return tell(ports, call, { state: 'skipped', because: 'no such contact' });
  return conclude(ports, call, await ports.post(await letter(ports, order)));
}

async function letter({ settings, now }: CallPorts, order: WebhookOrder) {
  const { webhookSecrets: secrets = [] } = await settings.get();
  if (secrets.length === 0) throw new Error('There is no webhook secret yet: run setup again');
  const body = bodyOf(order);
  const timestamp = Math.floor(now() / 1000);
  return {
    url: order.url,
    body,
    headers: signatureHeaders({ id: order.id, body, timestamp }, secrets),
  };
}

/** The same at every try. */
function bodyOf({ at, data, campaign, enrollment, step }: WebhookOrder): string {
  return JSON.stringify({
    type: 'contact.reached_step',
    timestamp: new Date(at).toISOString(),
    data: { ...data, campaign, enrollment, step },
  });
}

async function conclude(ports: CallPorts, call: Call, answer: Answer): Promise<void> {
  const verdict = judge(answer);
  const made = { ...call, attempts: call.attempts + 1 };
  if (verdict.state !== 'unanswered') return tell(ports, made, verdict);
  const due = nextTry(ports, made, answer);
  if (due !== undefined) return ports.calls.send([{ ...made, due }]);
  await tell(ports, made, { ...verdict, state: 'failed' });
  // The queue brings it back a few times more, and then lays it where what failed rests.
  throw new Error('Nobody has taken the call for a day');
}

interface Verdict {
  readonly state: 'delivered' | 'failed' | 'skipped' | 'unanswered';
  readonly because?: string;
  readonly status?: number;
}

/** Client errors are final, but for those by which a server says "not now". */
function judge(answer: Answer): Verdict {
  if (answer.kind === 'forbidden') return { state: 'failed', because: answer.reason };
  if (answer.kind === 'unanswered') return { state: 'unanswered', because: answer.reason };
  const { status } = answer;
  if (status >= 200 && status < 300) return { state: 'delivered', status };
  if (status >= 500 || notNow.has(status)) return { state: 'unanswered', status };
  if (status === 410) return { state: 'failed', status, because: 'gone: take this step out' };
  const because = status < 400 ? 'redirects are not followed' : 'the server refuses it';
  return { state: 'failed', status, because };
}

/** Request Timeout, Too Early, Too Many Requests. */
const notNow: ReadonlySet<number> = new Set([408, 425, 429]);

/** Spread by up to a tenth, so that calls that failed together do not come back together. */
function nextTry(
  { now, hash }: CallPorts,
  { order, attempts }: Call,
  answer: Answer,
): Instant | undefined {
  const pause = pauses[attempts - 1];
  if (pause === undefined) return undefined;
  const seconds = (answer.kind === 'answered' && answer.retryAfter) || 0;
  const asked = Math.min(longestPatience, seconds * 1_000);
  const chance = hash(`${order.id}/${attempts}`).charCodeAt(0) / 128;
  return now() + Math.round(Math.max(pause, asked) * (1 + chance / 10));
}

/** One row for a call, at the moment at which the step asked for it; a later verdict takes its place. */
function tell({ timeline }: CallPorts, { order, attempts }: Call, verdict: Verdict): Promise<void> {
  const { id, contact, at, campaign, step, url } = order;
  const about: Fields = { ...verdict, attempts, campaign, step, server: serverOf(url) };
  return timeline.put([{ contact, at, kind: 'webhook', id, about, transitions: [] }]);
}
