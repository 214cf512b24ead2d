// What a batch of work brought, by source. A cause that a contact has applied before was sent again, by a sender that
// was not sure or by somebody who replays: it changed nothing, and is told apart.
import { isApplied, type Remembered } from '../../workflows/engine/memory.ts';
import type { Event } from '../../workflows/model/event.ts';
import type { Hash, StoredContact } from '../ports.ts';
import type { Happened } from '../source-ports.ts';
import type { Work } from './decision.ts';
import { together } from './note-happened.ts';

/** Of what was done: `loaded` are the contacts as they were before it. Events of our own are not counted. */
export function countSources(
  works: readonly Work[],
  loaded: ReadonlyMap<string, StoredContact>,
  hash: Hash,
): Map<string, Happened> {
  const happened = new Map<string, Happened>();
  const seen = new Set<string>();
  const isKnown = (contact: string, cause: Remembered): boolean => {
    const stored = loaded.get(contact)?.contact;
    return seen.has(cause.id) || (stored !== undefined && isApplied({ hash }, stored, cause));
  };
  for (const { contact, cause } of works) {
    if (cause.kind !== 'event' || !isFromOutside(cause.event)) continue;
    const { source, receivedAt, type, name, timestamp } = cause.event;
    const outcome = isKnown(contact, cause) ? 'repeated' : 'accepted';
    const row = { at: timestamp, id: cause.id };
    const latest = [{ at: receivedAt, outcome, type, name, contact, row } as const];
    seen.add(cause.id);
    const one = { counts: { [outcome]: 1 }, seenAt: receivedAt, latest };
    happened.set(source, together(happened.get(source), one));
  }
  return happened;
}

/** "<kind>/<name>", or the API; what our campaigns and tasks emit has neither. */
const isFromOutside = ({ source }: Event) => source.includes('/') || source === 'api';
