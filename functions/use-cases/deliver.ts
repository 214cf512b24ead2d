// Deliver: claims each message, hands it to SES exactly once, and records what came of it.
import type { Message } from '../../workflows/model/message.ts';
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { SendOutcome, SendRaw } from '../channels/email/ses.ts';
import { metric } from '../log.ts';
import type { Contacts, Now, SendQueue, SettingsStore } from '../ports.ts';
import type { Doubts, Ledger, Mark, Parcel } from '../sending-ports.ts';
import type { Tallies } from '../tally-ports.ts';
import { type Claims, claim } from './claim.ts';
import { type HoldBackPorts, holdBack } from './hold-back.ts';
import { type TellPorts, tellFates } from './message-row.ts';
import { type Prepared, prepareAll, type Sender } from './prepare.ts';
import { addUp, ofMark } from './tallies.ts';

export interface DeliverPorts extends Omit<Sender, 'settings'>, HoldBackPorts, TellPorts {
  readonly contacts: Contacts;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly ledger: Ledger;
  readonly doubts: Pick<Doubts, 'open'>;
  readonly tallies: Pick<Tallies, 'add'>;
  readonly sendQueue: SendQueue;
  readonly sendRaw: SendRaw;
  readonly now: Now;
}

/** How long SES's own account of a mail may take to reach us. */
const grace: Milliseconds = 15 * 60_000;
/** One call to SES may take this long; no claim is made when less than this is left. */
const sendTime: Milliseconds = 7_000;
const parkFor: Milliseconds = 20_000;
/** As long as a queue can. */
const parkForLong: Milliseconds = 15 * 60_000;

/** Answers whether the parcel is done; if not, the queue brings it back. */
export async function deliver(
  ports: DeliverPorts,
  { page, messages }: Parcel,
  deadline: Instant,
): Promise<boolean> {
  const [settings, sorted] = await Promise.all([ports.settings.get(), holdBack(ports, messages)]);
  const ready = await prepareAll({ ...ports, settings }, sorted.free);
  const prepared = [...sorted.withheld, ...ready];
  const now = ports.now();
  if (now + sendTime > deadline) return false;
  const claims = await claim(ports.ledger, page, prepared, { now, until: deadline });
  const mine = prepared.filter(({ message }) => claims.mine.has(message.id));
  const results = await Promise.all(
    mine.map(async (one) => ({
      ...(await send(ports, one, claims.mine.get(one.message.id) ?? 1)),
      message: one.message,
    })),
  );
  await recordSent(ports, page, results);
  await recordFound(ports, page, claims);
  const isWhole = ready.length === sorted.free.length;
  const isDone = isWhole && !claims.busy && results.every(({ again }) => again !== 'by_queue');
  // A parcel that comes back brings its own: each must be in the queue once.
  if (isDone) await park(ports, page, sorted.parked);
  return isDone;
}

/** Nothing is claimed: it comes back in a while, and is asked again. */
const park = (ports: DeliverPorts, page: string, parked: readonly Message[]): Promise<void> =>
  ports.sendQueue.send(
    parked.map((message) => ({ page, message })),
    parkForLong,
  );

interface Result {
  readonly message: Message;
  readonly mark: Mark;
  /** The queue redelivers and counts the try, or we park it and no try is burnt. */
  readonly again?: 'by_queue' | Milliseconds;
}

async function send(
  ports: DeliverPorts,
  one: Prepared,
  attempt: number,
): Promise<Omit<Result, 'message'>> {
  const at = ports.now();
  if (one.kind === 'withheld')
    return { mark: { state: 'withheld', attempt, at, detail: one.reason } };
  const { id, contact, campaign } = one.message;
  const envelope = { from: ports.from, to: one.to };
  const outcome = await ports.sendRaw(one.raw, envelope, { message: id, contact, campaign });
  return judge(outcome, { attempt, at });
}

/** A try that SES did not take for sure does not count: a doubt may still be followed by a second one. */
function judge(
  outcome: SendOutcome,
  { attempt, at }: { attempt: number; at: Instant },
): Omit<Result, 'message'> {
  const untried = { state: 'released', attempt: attempt - 1, at } as const;
  switch (outcome.kind) {
    case 'accepted':
      return { mark: { state: 'sent', attempt, at } };
    case 'throttled':
      return {
        mark: untried,
        again: outcome.daily ? parkForLong : parkFor * (1 + Math.random()),
      };
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

/** Doubts are opened before they are marked, and messages released before they are parked. */
async function recordSent(
  ports: DeliverPorts,
  page: string,
  results: readonly Result[],
): Promise<void> {
  await openDoubts(ports, page, results);
  const changes = results.map(
    ({ message, mark }) => ({ message: message.id, from: 'any', to: mark }) as const,
  );
  await ports.ledger.change(
    page,
    changes.filter(({ to }) => to.state !== 'withheld'),
  );
  await tell(ports, results);
  await ports.tallies.add(addUp(results.flatMap(ofMark)));
  const parked = results.filter(({ again }) => typeof again === 'number');
  const delay = Math.max(0, ...parked.map(({ again }) => Number(again)));
  await ports.sendQueue.send(
    parked.map(({ message }) => ({ page, message })),
    delay,
  );
}

/** What an earlier delivery left behind: told to the timeline again, or put in doubt. */
async function recordFound(
  ports: DeliverPorts,
  page: string,
  { doubtful, settled }: Claims,
): Promise<void> {
  const doubts = doubtful.map(({ message, mark }) => ({
    message,
    mark: inDoubt(mark),
    known: mark,
  }));
  await openDoubts(ports, page, doubts);
  const changes = doubts.map(({ message, mark, known }) => ({
    message: message.id,
    from: known,
    to: mark,
  }));
  await ports.ledger.change(
    page,
    changes.filter(({ from }) => from.state !== 'doubt'),
  );
  await tell(ports, [...doubts, ...settled]);
}

/** A lease ends at its holder's deadline, so the mail left before \`at\`, if it left. */
const inDoubt = (mark: Mark): Mark =>
  mark.state === 'doubt'
    ? mark
    : { ...mark, state: 'doubt', detail: 'its sender stopped before it recorded an answer' };

type Marked = Pick<Result, 'message' | 'mark'>;

async function openDoubts(
  ports: DeliverPorts,
  page: string,
  results: readonly Marked[],
): Promise<void> {
  const doubts = results.filter(({ mark }) => mark.state === 'doubt');
  if (doubts.length === 0) return;
  const open = ({ message, mark }: Marked) =>
    ports.doubts.open({ page, message, mark, resolveAt: mark.at + grace });
  await Promise.all(doubts.map(open));
  metric('InDoubt', doubts.length);
}

/** Of every message that did not simply leave. */
const tell = (ports: DeliverPorts, results: readonly Marked[]): Promise<void> =>
  tellFates(
    ports,
    results
      .filter(({ mark }) => ['withheld', 'failed', 'doubt'].includes(mark.state))
      .map(({ message, mark: { state, detail = '' } }) => ({ message, state, because: detail })),
  );
