// Purchase rhythm: own gaps speak, the few shrunk towards those of all; the numbers on CDNOW are computed here.
import { describe, expect, it } from 'vitest';
import { drift } from '../../../workflows/insights/drift.ts';
import {
  addGaps,
  countGap,
  type GapCounts,
  gapsOf,
  guessedRhythm,
  longSilence,
  nextGap,
  noGaps,
  rhythmFrom,
  usualGap,
} from '../../../workflows/insights/rhythm.ts';
import { noPurchases } from '../../../workflows/model/purchases.ts';
import { havePublicData, publicLines } from '../../support/public-data.ts';

const day = 86_400_000;
const weekly = [7, 7, 7, 7, 7, 7];

describe('the silence that is long for somebody', () => {
  it('is what all customers do, for a person who bought once', () => {
    const total = guessedRhythm.between + guessedRhythm.within;
    expect(nextGap([], guessedRhythm)).toEqual({ mean: Math.log(60), variance: total });
    expect(usualGap([], guessedRhythm)).toBeCloseTo(60, 10);
    expect(longSilence([], guessedRhythm, 0.5)).toBeCloseTo(60, 10);
  });

  it('comes closer to what that person does with every order', () => {
    const usual = [0, 1, 2, 3, 6].map((count) => usualGap(weekly.slice(0, count), guessedRhythm));
    expect(usual).toEqual([...usual].sort((a, b) => b - a));
    expect(usual.at(-1)).toBeLessThan(10);
  });

  it('is longer for a person who buys every year than for one who buys every week', () => {
    const [often, seldom] = [weekly, [365, 365, 365]].map((gaps) =>
      longSilence(gaps, guessedRhythm, 0.9),
    );
    expect(often).toBeLessThan(30);
    expect(seldom).toBeGreaterThan(300);
  });

  it('is as the formula says', () => {
    const all = { gaps: 500, mean: 3, between: 0.5, within: 1 };
    // k = 2, n = 2: mean (2·3 + ln 10 + ln 20) / 4, variance 1 + 1/4.
    const mean = (6 + Math.log(10) + Math.log(20)) / 4;
    expect(nextGap([10, 20], all)).toEqual({ mean, variance: 1.25 });
    expect(longSilence([10, 20], all, 0.975)).toBeCloseTo(
      Math.exp(mean + 1.959963984540054 * Math.sqrt(1.25)),
      9,
    );
  });

  it('begins at the last order, and never for somebody who bought nothing', () => {
    expect(drift(undefined)).toBeUndefined();
    expect(drift(noPurchases)).toBeUndefined();
    const last = 20_000 * day + 1;
    const days = [19_986, 19_993, 20_000];
    const purchases = { ...noPurchases, count: 3, first: days[0] ?? 0, last, days };
    const drifting = drift(purchases);
    expect(drifting?.own).toBe(2);
    expect(drifting?.at).toBe(Math.round(last + longSilence([7, 7], guessedRhythm, 0.9) * day));
    expect(drift(purchases, 0.5)?.at).toBeLessThan(drifting?.at ?? 0);
  });
});

describe('the rhythm of all customers', () => {
  it('is a guess until a hundred have bought twice', () => {
    expect(rhythmFrom(noGaps)).toBe(guessedRhythm);
    expect(rhythmFrom({ ...noGaps, firsts: 99, pairs: 500 })).toBe(guessedRhythm);
    expect(rhythmFrom({ ...noGaps, firsts: 500, pairs: 99 })).toBe(guessedRhythm);
  });

  it('adds up from one gap at a time', () => {
    expect(countGap([])).toBe(noGaps);
    expect(countGap([5])).toBe(noGaps);
    expect(countGap([5, 15])).toEqual({
      ...noGaps,
      firsts: 1,
      sum: Math.log(10),
      squares: Math.log(10) ** 2,
    });
    const { pairs, differences } = countGap([5, 15, 35]);
    expect(pairs).toBe(1);
    expect(differences).toBeCloseTo(Math.log(2) ** 2, 12);
  });

  it('never makes anybody perfectly regular', () => {
    const regular = {
      firsts: 200,
      sum: 200 * Math.log(30),
      squares: 200 * Math.log(30) ** 2,
      pairs: 200,
      differences: 0,
    };
    const rhythm = rhythmFrom(regular);
    expect(rhythm.within).toBeGreaterThan(0);
    expect(longSilence([], rhythm, 0.9)).toBeGreaterThan(30);
  });
});

interface Buyer {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

const dayOf = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / day;

/** CDNOW's customers: order days up to 1997-09-30, and in the 39 weeks that follow. */
function buyers(): Buyer[] {
  const rows = publicLines('ltv/cdnow_elog.csv.gz')
    .slice(1)
    .map((line) => line.split(','));
  const end = dayOf('19970930');
  const byPerson = Map.groupBy(rows, ([id]) => id);
  return [...byPerson.values()].map((orders) => {
    const days = [...new Set(orders.map((one) => dayOf(one[2] ?? '')))].sort((a, b) => a - b);
    return { before: days.filter((one) => one <= end), after: days.filter((one) => one > end) };
  });
}

const share = (some: readonly Buyer[]): number =>
  some.filter(({ after }) => after.length > 0).length / some.length;

/** The chance that one who comes back has a lower score than one who does not. */
function auc(some: readonly Buyer[], score: (buyer: Buyer) => number): number {
  const [back, gone] = [true, false].map((wish) =>
    some.filter(({ after }) => after.length > 0 === wish).map(score),
  ) as [number[], number[]];
  const wins = back.flatMap((a) => gone.map((b) => (a < b ? 1 : a === b ? 0.5 : 0)));
  return wins.reduce<number>((sum, one) => sum + one, 0) / wins.length;
}

describe.runIf(havePublicData)('on the orders of CDNOW', () => {
  const all = havePublicData ? buyers() : [];
  const repeaters = all.filter(({ before }) => before.length > 1);
  const counts = all.reduce<GapCounts>(
    (sum, { before }) =>
      before.reduce((some, _, at) => addGaps(some, countGap(before.slice(0, at + 1))), sum),
    noGaps,
  );
  const rhythm = rhythmFrom(counts);
  const silence = ({ before }: Buyer) => dayOf('19970930') - (before.at(-1) ?? 0);
  const isLong = (buyer: Buyer) => silence(buyer) > longSilence(gapsOf(buyer.before), rhythm, 0.9);

  it('946 of 2,357 bought twice, after 32 days in the middle', () => {
    expect([all.length, repeaters.length]).toEqual([2_357, 946]);
    expect([counts.firsts, counts.pairs]).toEqual([946, 1_511]);
    expect(Math.exp(rhythm.mean)).toBeCloseTo(31.894, 3);
    expect(rhythm.within).toBeCloseTo(1.2572, 4);
    expect(rhythm.between).toBeCloseTo(0.57874, 5);
  });

  it('those whose silence is long for them come back half as often as the others', () => {
    const { long = [], usual = [] } = Object.groupBy(repeaters, (one) =>
      isLong(one) ? 'long' : 'usual',
    );
    expect([long.length, usual.length]).toEqual([305, 641]);
    expect(share(long)).toBeCloseTo(0.3311, 4);
    expect(share(usual)).toBeCloseTo(0.6084, 4);
  });

  it('plain days since the last order rank people better: the rule is no ranking', () => {
    expect(auc(all, silence)).toBeCloseTo(0.7714, 4);
    const relative = auc(all, (one) => silence(one) / longSilence(gapsOf(one.before), rhythm, 0.9));
    expect(relative).toBeCloseTo(0.728, 3);
  });
});
