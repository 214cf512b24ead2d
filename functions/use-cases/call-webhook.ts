// Calls webhooks, as Standard Webhooks 1.0.0 advises: signed, again and again for a day while a server cannot answer,
// never again once it has said no. What a step asked for and what an endpoint is registered for go the same way.
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { Answer, Post } from '../channels/webhook/post.ts';
import { signatureHeaders } from '../channels/webhook/sign.ts';
import { log } from '../log.ts';
import type { Call, CallQueue } from '../order-ports.ts';
import type { Hash, Now } from '../ports.ts';
import { judge, type Letter, type Verdict } from './call-verdict.ts';
import { type NoticePorts, noticeLetter, tellEndpoint } from './notice-call.ts';
import { type StepPorts, stepLetter, tellTimeline } from './step-call.ts';

export interface CallPorts extends StepPorts, NoticePorts {
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
  const letter = await (order.kind === 'notice'
    ? noticeLetter(ports, order)
    : stepLetter(ports, order));
  if ('skipped' in letter) return tell(ports, call, { state: 'skipped', because: letter.skipped });
  return conclude(ports, call, await ports.post(signed(ports, order.id, letter)));
}

export function signed(
  { now }: Pick<CallPorts, 'now'>,
  id: string,
  { url, body, secrets }: Letter,
) {
  const timestamp = Math.floor(now() / 1000);
  return { url, body, headers: signatureHeaders({ id, body, timestamp }, secrets) };
}

async function conclude(ports: CallPorts, call: Call, answer: Answer): Promise<void> {
  const verdict = judge(answer);
  const made = { ...call, attempts: call.attempts + 1 };
  const due = verdict.state === 'unanswered' ? nextTry(ports, made, answer) : undefined;
  if (due !== undefined) {
    if (made.order.kind === 'notice') await tell(ports, made, verdict);
    return ports.calls.send([{ ...made, due }]);
  }
  if (verdict.state !== 'unanswered') return tell(ports, made, verdict);
  await tell(ports, made, { ...verdict, state: 'failed' });
  // Of an endpoint its owner is told; a step's call the queue lays where what failed rests, after a few times more.
  if (made.order.kind === 'webhook') throw new Error('Nobody has taken the call for a day');
}

const tell = (ports: CallPorts, { order, attempts }: Call, verdict: Verdict): Promise<void> =>
  order.kind === 'notice'
    ? tellEndpoint(ports, order, verdict)
    : tellTimeline(ports, { order, attempts }, verdict);

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
