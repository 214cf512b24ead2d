// Claims messages in the ledger just before they leave, so that no two senders can hold the same one.
import type { Message } from '../../workflows/model/message.ts';
import type { Instant } from '../../workflows/model/time.ts';
import type { Ledger, Mark, MarkChange } from '../sending-ports.ts';
import type { Prepared } from './prepare.ts';

export interface Claims {
  /** Ours to send, with the number of this try. */
  readonly mine: ReadonlyMap<string, number>;
  /** Withheld or failed before, by a delivery that may have stopped before it told the timeline. */
  readonly settled: Claims['doubtful'];
  /** A sender died while holding these: SES may have them. */
  readonly doubtful: readonly { readonly message: Message; readonly mark: Mark }[];
  /** Somebody holds a claim that is still alive, or the race for it was lost: look again later. */
  readonly busy: boolean;
}

/** Moments of a claim: now, and the end of the lease, which is this function's own deadline. */
interface Lease {
  readonly now: Instant;
  readonly until: Instant;
}

export async function claim(
  ledger: Ledger,
  page: string,
  prepared: readonly Prepared[],
  lease: Lease,
): Promise<Claims> {
  const fresh = prepared.map((one) => toChange(one, undefined, lease));
  if (await ledger.change(page, fresh)) return { ...nothing, mine: attempts(fresh) };
  return claimKnown(ledger, page, { prepared, lease });
}

interface Attempt {
  readonly prepared: readonly Prepared[];
  readonly lease: Lease;
}

/** Some message of the page has a mark already: each is judged by what stands there. */
async function claimKnown(
  ledger: Ledger,
  page: string,
  { prepared, lease }: Attempt,
): Promise<Claims> {
  const marks = await ledger.read(page);
  const found = prepared.map((one) => ({ one, mark: marks.get(one.message.id) }));
  const free = found.filter(({ mark }) => mark === undefined || mark.state === 'released');
  const changes = free.map(({ one, mark }) => toChange(one, mark, lease));
  const won = await ledger.change(page, changes);
  const known = found.flatMap(({ one, mark }) => (mark ? [{ message: one.message, mark }] : []));
  return {
    mine: attempts(won ? changes : []),
    settled: known.filter(({ mark }) => mark.state === 'withheld' || mark.state === 'failed'),
    doubtful: known.filter(({ mark }) => mark.state === 'doubt' || isDead(mark, lease.now)),
    busy: !won || known.some(({ mark }) => mark.state === 'claimed' && !isDead(mark, lease.now)),
  };
}

const isDead = (mark: Mark, now: Instant) => mark.state === 'claimed' && mark.at <= now;

function toChange(one: Prepared, known: Mark | undefined, { now, until }: Lease): MarkChange {
  const attempt = (known?.attempt ?? 0) + 1;
  const to: Mark =
    one.kind === 'ready'
      ? { state: 'claimed', attempt, at: until }
      : { state: 'withheld', attempt, at: now, detail: one.reason };
  return { message: one.message.id, from: known, to };
}

const nothing: Claims = { mine: new Map(), settled: [], doubtful: [], busy: false };

const attempts = (changes: readonly MarkChange[]) =>
  new Map(changes.map(({ message, to }) => [message, to.attempt]));
