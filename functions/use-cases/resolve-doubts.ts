// Resolves mails in doubt once SES's evidence must have arrived: found, it was sent; absent, marketing is
// skipped and transactional mail is sent once more.
import { log, metric } from '../log.ts';
import type { Now, SendQueue } from '../ports.ts';
import type { Doubt, Doubts, Evidence, Ledger, Resolved } from '../sending-ports.ts';
import { type TellPorts, tellFates } from './message-row.ts';

interface ResolveDoubtsPorts extends TellPorts {
  readonly doubts: Pick<Doubts, 'ready' | 'close'>;
  readonly evidence: Pick<Evidence, 'find'>;
  readonly ledger: Ledger;
  readonly sendQueue: SendQueue;
  readonly now: Now;
}

/** Tries to send a transactional mail; the second is the last. */
const lastAttempt = 2;

export async function resolveDoubts(ports: ResolveDoubtsPorts): Promise<number> {
  const doubts = await ports.doubts.ready(ports.now());
  for (const doubt of doubts) await resolve(ports, doubt);
  return doubts.length;
}

async function resolve(ports: ResolveDoubtsPorts, doubt: Doubt): Promise<void> {
  const verdict = await judge(ports, doubt);
  const { page, message } = doubt;
  const state = await settle(ports, doubt, verdict);
  await tellFates(ports, [{ message, state, because: `in doubt, then ${verdict}` }]);
  if (verdict === 'resent') await ports.sendQueue.send([{ page, message }]);
  await ports.doubts.close({ doubt, at: doubt.resolveAt, verdict });
  metric(`Resolved${verdict[0]?.toUpperCase()}${verdict.slice(1)}`, 1);
  log.info('doubt resolved', { id: message.id, verdict });
}

async function judge(
  { evidence }: ResolveDoubtsPorts,
  { message, mark }: Doubt,
): Promise<Resolved['verdict']> {
  if (await evidence.find(message.id, mark.at)) return 'sent';
  return message.kind === 'transactional' && mark.attempt < lastAttempt ? 'resent' : 'skipped';
}

/** Only a doubt is settled: whatever else stands there by now is truer. */
async function settle(
  { ledger, now }: ResolveDoubtsPorts,
  { page, message, mark }: Doubt,
  verdict: Resolved['verdict'],
): Promise<'sent' | 'skipped' | 'released'> {
  const state = verdict === 'resent' ? 'released' : verdict;
  const known = (await ledger.read(page)).get(message.id);
  if (known?.state === 'doubt') {
    const to = { state, attempt: mark.attempt, at: now() } as const;
    await ledger.change(page, [{ message: message.id, from: known, to }]);
  }
  return state;
}
