// Purchase rhythm: whose silence is long for them. Their own gaps speak; the fewer they are, the more the gaps of
// all customers speak for them. As a ranking this is no better than days since the last order; what it gives is
// one moment for each person, in words that person's own orders explain.
import type { Rhythm } from '../model/rhythm.ts';
import { normalQuantile } from './normal.ts';

/** Sums over many persons, which add up across batches and machines. */
export interface GapCounts {
  /** First gaps, one of each person who bought twice. */
  readonly firsts: number;
  /** Of the logarithms of the first gaps, and of their squares. */
  readonly sum: number;
  readonly squares: number;
  /** Pairs of one gap and the next of the same person, and the squared differences of their logarithms. */
  readonly pairs: number;
  readonly differences: number;
}

export const noGaps: GapCounts = { firsts: 0, sum: 0, squares: 0, pairs: 0, differences: 0 };

/** Until this many persons have bought twice, the guess stands. */
const enough = 100;
/** Two months, give or take a factor of two from person to person and from gap to gap. */
export const guessedRhythm: Rhythm = {
  gaps: 0,
  mean: Math.log(60),
  between: Math.log(2) ** 2,
  within: Math.log(2) ** 2,
};

/** Days between orders, each at least 1. `days` are different days, in order. */
export const gapsOf = (days: readonly number[]): number[] =>
  days.slice(1).map((day, index) => day - (days[index] ?? day));

/** What the last of a person's order days adds to the counts. */
export function countGap(days: readonly number[]): GapCounts {
  const logs = gapsOf(days).map(Math.log);
  const [before, newest] = [logs.at(-2), logs.at(-1)];
  if (newest === undefined) return noGaps;
  return before === undefined
    ? { ...noGaps, firsts: 1, sum: newest, squares: newest ** 2 }
    : { ...noGaps, pairs: 1, differences: (newest - before) ** 2 };
}

export const addGaps = (a: GapCounts, b: GapCounts): GapCounts => ({
  firsts: a.firsts + b.firsts,
  sum: a.sum + b.sum,
  squares: a.squares + b.squares,
  pairs: a.pairs + b.pairs,
  differences: a.differences + b.differences,
});

/**
 * The rhythm of all customers by moments. First gaps count every person once, however often they buy; their variance
 * is that between persons plus that within. Half the mean squared difference of successive gaps is that within
 * (von Neumann 1941).
 */
export function rhythmFrom(counts: GapCounts): Rhythm {
  if (counts.firsts < enough || counts.pairs < enough) return guessedRhythm;
  const mean = counts.sum / counts.firsts;
  const total = counts.squares / counts.firsts - mean ** 2;
  const within = Math.max(smallest, counts.differences / (2 * counts.pairs));
  return { gaps: counts.firsts, mean, between: Math.max(smallest, total - within), within };
}

/** Rounding and small numbers must not make anybody perfectly regular. */
const smallest = 0.01;

/** What is expected of one person's next gap: mean and variance of the logarithm of its days. */
interface NextGap {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Logarithms of a person's gaps are normal around a mean of their own, and those means are normal around that of all
 * (the hierarchical normal model: Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.5 and chapter 5).
 * With n own gaps and k = within / between: mean (k μ + Σ ln g) / (k + n), variance within (1 + 1 / (k + n)).
 */
export function nextGap(gaps: readonly number[], all: Rhythm): NextGap {
  const k = all.within / all.between;
  const weight = k + gaps.length;
  const sum = gaps.reduce((total, gap) => total + Math.log(gap), 0);
  return { mean: (k * all.mean + sum) / weight, variance: all.within * (1 + 1 / weight) };
}

/** Days of silence that only the share 1 - `share` of such a person's gaps outlast. */
export function longSilence(gaps: readonly number[], all: Rhythm, share: number): number {
  const { mean, variance } = nextGap(gaps, all);
  return Math.exp(mean + normalQuantile(share) * Math.sqrt(variance));
}

/** The median of such a person's next gap, in days. */
export const usualGap = (gaps: readonly number[], all: Rhythm): number =>
  Math.exp(nextGap(gaps, all).mean);
