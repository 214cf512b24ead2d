// What came of the messages of a parcel, written down: in the ledger, among the doubts, in the timeline and the counts.
// Doubts are opened before they are marked, and messages released before they are parked.
import type { Message } from '../../workflows/model/message.ts';
import type { Milliseconds } from '../../workflows/model/time.ts';
import { callAttention, metric } from '../log.ts';
import type { SendQueue } from '../ports.ts';
import type { Doubts, Ledger, Mark } from '../sending-ports.ts';
import type { Tallies } from '../tally-ports.ts';
import type { Claims } from './claim.ts';
import { type TellPorts, tellFates } from './message-row.ts';
import { addUp, ofMark } from './tallies.ts';

export interface RecordPorts extends TellPorts {
  readonly ledger: Ledger;
  readonly doubts: Pick<Doubts, 'open'>;
  readonly tallies: Pick<Tallies, 'add'>;
  readonly sendQueue: SendQueue;
}

/** How long SES's own account of a mail may take to reach us. */
const grace: Milliseconds = 15 * 60_000;

export interface Result {
  readonly message: Message;
  /** The address of a mail that was to leave. */
  readonly to?: string;
  readonly mark: Mark;
  /** The queue redelivers and counts the try, or we park it and no try is burnt. */
  readonly again?: 'by_queue' | Milliseconds;
}

export async function recordSent(
  ports: RecordPorts,
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
  for (const [delay, some] of Map.groupBy(parked, ({ again }) => Number(again)))
    await ports.sendQueue.send(
      some.map(({ message }) => ({ page, message })),
      delay,
    );
}

/** What an earlier delivery left behind: told to the timeline again, or put in doubt. */
export async function recordFound(
  ports: RecordPorts,
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

/** A lease ends at its holder's deadline, so the mail left before `at`, if it left. */
const inDoubt = (mark: Mark): Mark =>
  mark.state === 'doubt'
    ? mark
    : { ...mark, state: 'doubt', detail: 'its sender stopped before it recorded an answer' };

type Marked = Pick<Result, 'message' | 'mark'>;

async function openDoubts(
  ports: RecordPorts,
  page: string,
  results: readonly Marked[],
): Promise<void> {
  const doubts = results.filter(({ mark }) => mark.state === 'doubt');
  if (doubts.length === 0) return;
  const open = ({ message, mark }: Marked) =>
    ports.doubts.open({ page, message, mark, resolveAt: mark.at + grace });
  await Promise.all(doubts.map(open));
  metric('InDoubt', doubts.length);
  callAttention(doubts.length);
}

/** Of every message that did not simply leave. */
const tell = (ports: RecordPorts, results: readonly Marked[]): Promise<void> =>
  tellFates(
    ports,
    results
      .filter(({ mark }) => ['withheld', 'failed', 'doubt'].includes(mark.state))
      .map(({ message, mark: { state, detail = '' } }) => ({ message, state, because: detail })),
  );
