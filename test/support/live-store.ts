// Documents and stock, read one by one: as at the edge, a decision finds out step by step what it needs; what is
// missing is fetched, and it decides again.
import type { Draft } from '../../workflows/engine/draft.ts';
import { Missing, type Wanted } from '../../workflows/engine/missing.ts';
import type { Held } from '../../workflows/engine/playbook.ts';
import type { RunnableVersion } from '../../workflows/engine/program.ts';
import type { StockAnswer } from '../../workflows/model/offer.ts';
import type { SegmentVersion } from '../../workflows/model/segment.ts';
import { catalog } from './arbitrary-workspace.ts';

/** What the engine is handed goes through this first. */
export type Hand = <T>(value: T) => T;

type Store = ReturnType<typeof createLiveStore>;

export function createLiveStore(
  versions: readonly RunnableVersion[],
  segments: readonly SegmentVersion[],
  hand: Hand,
) {
  const handed = { versions: versions.map(hand), segments: segments.map(hand) };
  const fetched = new Set<string>();
  const granted = new Map<string, Set<string>>();
  let hasAll = false;
  const keyOf = (wanted: Wanted) => JSON.stringify(Object.values(wanted));
  const isThere = (wanted: Wanted) => hasAll || fetched.has(keyOf(wanted));
  const grantsOf = (offer: string) => {
    const known = granted.get(offer) ?? new Set();
    granted.set(offer, known);
    return known;
  };

  const held: Held = {
    version: (campaign, version) =>
      handed.versions.find(
        (one) =>
          one.campaign === campaign &&
          one.version === version &&
          isThere({ kind: 'version', campaign, version }),
      ),
    segment: (segment, version) =>
      handed.segments.find(
        (one) =>
          one.segment === segment &&
          one.version === version &&
          isThere({ kind: 'segment', segment, version }),
      ),
  };

  const take = (offer: string, grant: string) => {
    const grants = grantsOf(offer);
    if (grants.size < (catalog.offers.get(offer)?.stock ?? 0)) grants.add(grant);
  };

  return {
    held,
    stock(offer: string, grant: string): StockAnswer {
      const wanted = { kind: 'stock', offer, grant } as const;
      if (!isThere(wanted)) throw new Missing(wanted);
      return grantsOf(offer).has(grant) ? 'granted' : 'out_of_stock';
    },
    fetch(all: readonly Wanted[]) {
      for (const wanted of all) {
        fetched.add(keyOf(wanted));
        if (wanted.kind === 'stock') take(wanted.offer, wanted.grant);
      }
    },
    /** From now on nothing is missing. */
    fetchAll: () => {
      hasAll = true;
    },
  };
}

/** A decision misses only so much. */
const fetches = 50;

/** Decides again and again, until nothing is missing any more. Undefined when the rules lead in a circle. */
export function decided(store: Pick<Store, 'fetch'>, decide: () => Draft): Draft | undefined {
  for (let count = 0; count < fetches; count += 1) {
    const tried = tryOnce(decide);
    if (!(tried instanceof Missing)) return tried;
    store.fetch(tried.wanted);
  }
  throw new Error('A decision misses more and more');
}

function tryOnce(decide: () => Draft): Draft | Missing | undefined {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Missing) return error;
    if (error instanceof Error && error.message.includes('in a circle')) return undefined;
    throw error;
  }
}
