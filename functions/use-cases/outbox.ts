// The outbox: emits what decisions set in motion, after they are written. Doing it twice harms nothing.
import type { Alarms, Effect, SendQueue, StoredContact, Timeline } from '../ports.ts';

export interface OutboxPorts {
  readonly timeline: Pick<Timeline, 'put'>;
  readonly sendQueue: SendQueue;
  readonly alarms: Alarms;
}

export interface Outbox {
  /** Emits every entry of these contacts, except those this container has emitted already. */
  emit(stored: readonly StoredContact[]): Promise<void>;
}

/** Contacts whose last emission a container remembers. */
const remembered = 20_000;

export function createOutbox(ports: OutboxPorts): Outbox {
  // Only a hint that saves writes: whoever does not know that an outbox was emitted emits it again.
  const emitted = new Map<string, number>();

  const isKnown = ({ contact }: StoredContact) => emitted.get(contact.id) === contact.revision;

  const remember = ({ contact }: StoredContact) => {
    emitted.delete(contact.id);
    emitted.set(contact.id, contact.revision);
    const oldest = emitted.keys().next();
    if (emitted.size > remembered && !oldest.done) emitted.delete(oldest.value);
  };

  return {
    emit: async (stored) => {
      const fresh = stored.filter((one) => one.outbox.length > 0 && !isKnown(one));
      if (fresh.length === 0) return;
      await emitAll(
        ports,
        fresh.flatMap(({ outbox }) => outbox),
      );
      for (const one of fresh) remember(one);
    },
  };
}

async function emitAll(ports: OutboxPorts, effects: readonly Effect[]): Promise<void> {
  const rows = effects.flatMap((one) => (one.kind === 'row' ? [one.row] : []));
  const alarms = effects.flatMap((one) => (one.kind === 'alarm' ? [one.alarm] : []));
  const messages = effects.flatMap((one) => (one.kind === 'message' ? [one] : []));
  await Promise.all([
    ports.timeline.put(rows),
    ports.alarms.arm(alarms),
    ports.sendQueue.send(messages),
  ]);
}
