// Tells a contact that floods the door, such as a bot, from one that is merely busy. It counts in the memory of one
// container, which costs nothing: a guard, and no exact limit. It decides nothing about what becomes of the events.
import type { Event } from '../../workflows/model/event.ts';

export interface FloodGuard {
  /** Counts the event in; `at` in milliseconds. False when its contact has had more than anybody's share. */
  readonly passes: (event: Event, at: number) => boolean;
}

/** What a contact may bring at once: four of the largest batches, such as when its past is brought along. */
const burst = 10_000;
/** What it may bring on end. Nobody clicks as fast. */
const perSecond = 10;
const mostRemembered = 10_000;

interface Bucket {
  readonly level: number;
  readonly at: number;
}

/** A bucket for each contact, that leaks at a steady rate. */
export function createFloodGuard(): FloodGuard {
  const buckets = new Map<string, Bucket>();
  return {
    passes: (event, at) => {
      const key = keyOf(event);
      const known = buckets.get(key) ?? { level: 0, at };
      const leaked = (Math.max(0, at - known.at) * perSecond) / 1000;
      const level = Math.max(0, known.level - leaked);
      const passes = level + 1 <= burst;
      if (buckets.size >= mostRemembered) buckets.clear();
      buckets.set(key, { level: passes ? level + 1 : level, at });
      return passes;
    },
  };
}

const keyOf = ({ user, email, anonymous }: Event): string => user ?? email ?? anonymous ?? '';
