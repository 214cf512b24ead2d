// Deliver: claims each message when its moment has come, hands it to SES exactly once, and records what came of it.
import type { Message } from '../../workflows/model/message.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { SendOutcome, SendRaw } from '../channels/email/ses.ts';
import { log, metric } from '../log.ts';
import type { Contacts, Now, Pause, SettingsStore } from '../ports.ts';
import type { Lane, Pace, Parcel } from '../sending-ports.ts';
import { claim } from './claim.ts';
import { type HoldBackPorts, holdBack } from './hold-back.ts';
import { type Prepared, prepareAll, type Sender } from './prepare.ts';
import { type RecordPorts, type Result, recordFound, recordSent } from './record-sent.ts';
import type { Slots } from './slots.ts';

export interface DeliverPorts extends Omit<Sender, 'settings'>, HoldBackPorts, RecordPorts {
  readonly contacts: Contacts;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly pace: Pace;
  readonly sendRaw: SendRaw;
  readonly now: Now;
  readonly pause: Pause;
}

type Ready = Extract<Prepared, { readonly kind: 'ready' }>;

/** One call to SES may take this long; no claim is made when less than this is left. */
const sendTime: Milliseconds = 7_000;
/** Timers come late rather than early. */
const slack: Milliseconds = 1_000;
const parkFor: Milliseconds = 20_000;
const leastDefer: Milliseconds = 60_000;
/** As long as a queue can. */
const parkForLong: Milliseconds = 15 * 60_000;

/** Answers whether the parcel is done; if not, the queue brings it back. */
export async function deliver(
  ports: DeliverPorts,
  { page, messages }: Parcel,
  deadline: Instant,
): Promise<boolean> {
  const [settings, sorted] = await Promise.all([ports.settings.get(), holdBack(ports, messages)]);
  const prepared = await prepareAll({ ...ports, settings }, sorted.free);
  const turn = await takeTurn(ports, prepared, deadline - sendTime - slack);
  await ports.pause(turn.slots.at - ports.now());
  const now = ports.now();
  if (turn.slots.count > 0 && now + sendTime > deadline) return false;
  const going = [...sorted.withheld, ...prepared.filter((one) => !turn.late.has(one))];
  const claims = await claim(ports.ledger, page, going, { now, until: deadline });
  const mine = going.filter(({ message }) => claims.mine.has(message.id));
  const results = await sendAll(ports, mine, { ...turn, attempts: claims.mine });
  await recordSent(ports, page, results);
  await recordFound(ports, page, claims);
  await slowDown(ports, results);
  const isWhole = prepared.length === sorted.free.length;
  const isDone = isWhole && !claims.busy && results.every(({ again }) => again !== 'by_queue');
  // A parcel that comes back brings its own: each must be in the queue once.
  if (isDone) {
    await park(ports, page, { messages: sorted.parked, delay: parkForLong });
    await park(ports, page, { messages: [...turn.late].map(messageOf), delay: turn.delay });
  }
  return isDone;
}

interface Turn {
  readonly slots: Slots;
  /** For whom there was no moment before the deadline. */
  readonly late: ReadonlySet<Prepared>;
  readonly delay: Milliseconds;
}

/** Waits for nothing yet. Whoever has no slot keeps no place: it asks again when there is room, and burns no try. */
async function takeTurn(
  { pace, now }: DeliverPorts,
  prepared: readonly Prepared[],
  until: Instant,
): Promise<Turn> {
  const ready = prepared.filter((one) => one.kind === 'ready');
  const at = now();
  if (ready.length === 0)
    return { slots: { count: 0, at, every: 0, again: at }, late: new Set(), delay: 0 };
  const slots = await pace.reserve(laneOf(ready), ready.length, until);
  const late = new Set<Prepared>(ready.slice(slots.count));
  if (slots.isDayOver) sayDayIsOver(late.size);
  const soon = Math.max(1_000, slots.again - at) * (1 + Math.random() / 4);
  // Without a slot there is nothing to wait for.
  const first = slots.count === 0 ? { ...slots, at } : slots;
  return { slots: first, late, delay: slots.isDayOver ? parkForLong : Math.min(soon, parkForLong) };
}

/** What a parcel holds came from one queue, and so belongs to one lane. */
const laneOf = (ready: readonly Ready[]): Lane =>
  ready.every(({ message }) => message.kind === 'transactional' && !message.bulk)
    ? 'urgent'
    : 'bulk';

function sayDayIsOver(count: number): void {
  metric('DailyQuotaReached', count);
  log.info('what may be sent in 24 hours is used up: mail waits', { count });
}

const messageOf = ({ message }: Prepared): Message => message;

interface Parked {
  readonly messages: readonly Message[];
  readonly delay: Milliseconds;
}

/** Nothing is claimed: it comes back in a while, and is asked again. */
const park = (ports: DeliverPorts, page: string, { messages, delay }: Parked): Promise<void> =>
  ports.sendQueue.send(
    messages.map((message) => ({ page, message })),
    delay,
  );

interface Sending extends Turn {
  readonly attempts: ReadonlyMap<string, number>;
}

/** Side by side, each at its own moment. */
async function sendAll(
  ports: DeliverPorts,
  mine: readonly Prepared[],
  { slots, attempts }: Sending,
): Promise<Sent[]> {
  const moments = new Map(
    mine.filter(({ kind }) => kind === 'ready').map((one, index) => [one, index * slots.every]),
  );
  return Promise.all(
    mine.map(async (one) => {
      await ports.pause(slots.at + (moments.get(one) ?? 0) - ports.now());
      const attempt = attempts.get(one.message.id) ?? 1;
      const to = one.kind === 'ready' ? { to: one.to } : {};
      return { ...(await send(ports, one, attempt)), ...to, message: one.message };
    }),
  );
}

interface Sent extends Result {
  readonly throttled?: 'rate' | 'day';
}

async function send(
  ports: DeliverPorts,
  one: Prepared,
  attempt: number,
): Promise<Omit<Sent, 'message'>> {
  const at = ports.now();
  if (one.kind === 'withheld')
    return { mark: { state: 'withheld', attempt, at, detail: one.reason } };
  const { kind } = one.message;
  const envelope = { from: ports.from, to: one.to, kind };
  const outcome = await ports.sendRaw(one.raw, envelope, tagsOf(one.message));
  return judge(outcome, { attempt, at, age: at - one.message.requestedAt });
}

/** SES says them again in all that it tells of the mail; it takes ids only. */
const tagsOf = ({ id: message, contact, campaign, template }: Message) => ({
  ...{ message, contact, campaign },
  ...(/^[\w-]{1,256}$/.test(template) && { template }),
});

/** A try that SES did not take for sure does not count: a doubt may still be followed by a second one. */
function judge(
  outcome: SendOutcome,
  { attempt, at, age }: { attempt: number; at: Instant; age: Milliseconds },
): Omit<Sent, 'message'> {
  const untried = { state: 'released', attempt: attempt - 1, at } as const;
  switch (outcome.kind) {
    case 'accepted':
      return { mark: { state: 'sent', attempt, at } };
    case 'throttled':
      return {
        mark: untried,
        again: outcome.daily ? parkForLong : parkFor * (1 + Math.random()),
        throttled: outcome.daily ? 'day' : 'rate',
      };
    case 'deferred':
      // As long as it has waited by now, so that it waits longer each time; until it expires.
      return { mark: untried, again: Math.min(Math.max(age, leastDefer), parkForLong) };
    case 'refused':
      return outcome.retry
        ? { mark: untried, again: 'by_queue' }
        : { mark: { state: 'failed', attempt, at, detail: outcome.reason } };
    case 'ambiguous':
      return { mark: { state: 'doubt', attempt, at, detail: outcome.reason } };
    default:
      return outcome satisfies never;
  }
}

async function slowDown({ pace }: DeliverPorts, results: readonly Sent[]): Promise<void> {
  for (const what of new Set(results.flatMap(({ throttled }) => throttled ?? [])))
    await pace.slow({ daily: what === 'day' });
}
