// Whatever SES's answers and events do, and whoever dies meanwhile: an offer is mailed once at the most, a receipt at
// least once, and every doubt is resolved. The figures are printed.
import { beforeEach, expect, it, vi } from 'vitest';
import type { Call } from '../support/world.ts';
import { answers, events, faultsIn, type Outcome, type Weather, weather } from './ses-weather.ts';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});

/** Of the points at which deliver and feedback can be killed, so many in each weather; more if CRASH_POINTS says so. */
const share = Number(process.env.CRASH_POINTS ?? 3);

const pointsOf = (calls: readonly Call[]) => {
  const all = calls
    .filter(({ function: name }) => name === 'deliver' || name === 'feedback')
    .flatMap(({ number }) =>
      (['die_before', 'die_after'] as const).map((side) => ({ number, side })),
    );
  const step = Math.max(1, all.length / share);
  return all.filter((_, at) => Math.floor(at / step) > Math.floor((at - 1) / step));
};

const figures = (ends: readonly Outcome[]) => {
  const states = ends.flatMap((end) => end.states);
  const resolved = ends.flatMap((end) => end.resolved);
  const count = (all: readonly string[], what: string) => all.filter((one) => one === what).length;
  return {
    runs: ends.length,
    mails: ends.reduce((sum, { offer, receipt }) => sum + offer + receipt, 0),
    sent: count(states, 'sent'),
    skipped: count(states, 'skipped'),
    inDoubt: resolved.length,
    resolvedSent: count(resolved, 'sent'),
    resolvedSkipped: count(resolved, 'skipped'),
    resolvedResent: count(resolved, 'resent'),
    receiptsTwice: ends.filter(({ receipt }) => receipt > 1).length,
    offersTwice: ends.filter(({ offer }) => offer > 1).length,
  };
};

const all: readonly Weather[] = answers.flatMap((answer) =>
  events.map((event) => ({ answer, event })),
);

it.each(all)(
  'with its answer $answer and its event $event, nobody is mailed an offer twice, and none waits for ever',
  async (wet) => {
    const calm = await weather(wet, () => 'live');
    const ends = [calm];
    const faults = faultsIn(wet, calm, false);
    for (const { number, side } of pointsOf(calm.calls)) {
      const end = await weather(wet, (call) => (call.number === number ? side : 'live'));
      faults.push(...faultsIn(wet, end, true).map((fault) => `${side} call ${number}: ${fault}`));
      ends.push(end);
    }
    console.log(`answer ${wet.answer}, event ${wet.event}: ${JSON.stringify(figures(ends))}`);
    expect(faults).toEqual([]);
  },
  600_000,
);
