// Drift: the moment at which a contact's silence becomes long for them, so that a campaign may begin by time alone.
import type { Purchases } from '../model/purchases.ts';
import type { Instant } from '../model/time.ts';
import { gapsOf, guessedRhythm, longSilence, usualGap } from './rhythm.ts';

/** In nine of ten cases such a person would have bought again. */
export const usualShare = 0.9;
const day = 86_400_000;

interface Drift {
  readonly at: Instant;
  /** Days: the median of such a person's gaps, and the silence that is long for them. */
  readonly usual: number;
  readonly long: number;
  /** Gaps of their own that were known. */
  readonly own: number;
}

/** Undefined for somebody who has bought nothing. */
export function drift(
  purchases: Purchases | undefined,
  share: number = usualShare,
): Drift | undefined {
  if (!purchases || purchases.count === 0) return undefined;
  const all = purchases.rhythm ?? guessedRhythm;
  const gaps = gapsOf(purchases.days);
  const long = longSilence(gaps, all, share);
  const at = Math.round(purchases.last + long * day);
  return { at, usual: usualGap(gaps, all), long, own: gaps.length };
}
