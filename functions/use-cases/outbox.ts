// The outbox: emits what decisions set in motion, after they are written. Doing it twice harms nothing,
// but costs a write and a claim; so rows go last, and where a contact's rows stand, all was emitted.
import type { Order } from '../../workflows/model/order.ts';
import type { Finder } from '../finding-ports.ts';
import type { Notify } from '../notice-ports.ts';
import type {
  Alarms,
  ConsentLedger,
  Effect,
  Hash,
  SendQueue,
  StoredContact,
  Timeline,
  TimelineRow,
} from '../ports.ts';
import { type FinishPorts, finishMerge } from './finish-merge.ts';
import { noticesIn } from './notices.ts';

export interface OutboxPorts extends FinishPorts {
  readonly timeline: Pick<Timeline, 'put' | 'standing'>;
  readonly consentLedger: Pick<ConsentLedger, 'add'>;
  readonly finder: Pick<Finder, 'change'>;
  readonly sendQueue: SendQueue;
  readonly alarms: Alarms;
  readonly carryOut: (orders: readonly Order[]) => Promise<void>;
  readonly notify: Notify;
  readonly hash: Hash;
}

export interface Outbox {
  /** Emits every entry of contacts just written. */
  emit(stored: readonly StoredContact[]): Promise<void>;
  /** Emits what contacts just read may still have to: whoever wrote them may have died. */
  emitLeft(stored: readonly StoredContact[]): Promise<void>;
}

/** Contacts whose last emission a container remembers. */
const remembered = 20_000;

export function createOutbox(ports: OutboxPorts): Outbox {
  // Only a hint that saves asking.
  const emitted = new Map<string, number>();

  const isKnown = ({ contact }: StoredContact) => emitted.get(contact.id) === contact.revision;

  const remember = ({ contact }: StoredContact) => {
    emitted.delete(contact.id);
    emitted.set(contact.id, contact.revision);
    const oldest = emitted.keys().next();
    if (emitted.size > remembered && !oldest.done) emitted.delete(oldest.value);
  };

  const emit = async (stored: readonly StoredContact[]) => {
    const open = stored.filter(({ outbox }) => outbox.length > 0);
    if (open.length === 0) return;
    await emitAll(
      ports,
      open.flatMap(({ outbox }) => outbox),
    );
    for (const one of open) remember(one);
  };

  const emitLeft = async (stored: readonly StoredContact[]) => {
    const unsure = stored.filter((one) => one.outbox.length > 0 && !isKnown(one));
    if (unsure.length === 0) return;
    const standing = await ports.timeline.standing(
      unsure.flatMap(({ outbox }) => proofsOf(outbox)),
    );
    const wasEmitted = ({ outbox }: StoredContact) => {
      const rows = proofsOf(outbox);
      return rows.length > 0 && rows.every((row) => standing.has(row));
    };
    await emit(unsure.filter((one) => !wasEmitted(one)));
    for (const one of unsure) remember(one);
  };

  return { emit, emitLeft };
}

const rowsOf = (effects: readonly Effect[]): TimelineRow[] =>
  effects.flatMap((one) => (one.kind === 'row' ? [one.row] : []));

/** A message's row may have been put by its sender, before the contact heard of it: it proves nothing. */
const proofsOf = (effects: readonly Effect[]): TimelineRow[] =>
  rowsOf(effects).filter(({ kind }) => kind !== 'message');

async function emitAll(ports: OutboxPorts, effects: readonly Effect[]): Promise<void> {
  const alarms = effects.flatMap((one) => (one.kind === 'alarm' ? [one.alarm] : []));
  const messages = effects.flatMap((one) => (one.kind === 'message' ? [one] : []));
  const orders = effects.flatMap((one) => (one.kind === 'order' ? [one.order] : []));
  const consents = effects.flatMap((one) => (one.kind === 'consent' ? [one.record] : []));
  const refound = effects.flatMap((one) => (one.kind === 'refound' ? [one.refound] : []));
  const merged = effects.flatMap((one) => (one.kind === 'merged' ? [one.merged] : []));
  await Promise.all([
    ...merged.map((one) => finishMerge(ports, one)),
    ports.finder.change(refound),
    ports.alarms.arm(alarms),
    ports.sendQueue.send(messages),
    ports.consentLedger.add(consents),
    ports.carryOut(orders),
    ports.notify(noticesIn(ports.hash, rowsOf(effects))),
  ]);
  await ports.timeline.put(rowsOf(effects));
}
