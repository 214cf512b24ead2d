// Schedules of broadcasts: the next run, over short months, changes of the clocks and everybody's own zone.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weekdays } from '../../../workflows/model/calendar-words.ts';
import { nextRun, runFor, type Schedule } from '../../../workflows/model/recurrence.ts';
import { at, onEveryHost, utc } from '../../support/host-zones.ts';

const warsaw = 'Europe/Warsaw';
const next = (one: Schedule, after: string) => utc(nextRun(one, at(after), warsaw));

/** The first runs after a moment. */
function runs(one: Schedule, after: string, count: number): string[] {
  const found: string[] = [];
  let last: number | undefined = at(after);
  while (found.length < count) {
    last = nextRun(one, last, warsaw);
    if (last === undefined) break;
    found.push(utc(last));
  }
  return found;
}

onEveryHost('A schedule of one moment', () => {
  const once: Schedule = { at: '2026-12-01T09:00' };

  it("runs once, by the workspace's clocks or those of its zone", () => {
    expect(runs(once, '2026-01-05T09:00Z', 3)).toEqual(['2026-12-01T08:00Z']);
    expect(next({ ...once, zone: 'Asia/Tehran' }, '2026-01-05T09:00Z')).toBe('2026-12-01T05:30Z');
  });

  it('is over when it has run', () => {
    expect(next(once, '2026-12-01T07:59Z')).toBe('2026-12-01T08:00Z');
    expect(next(once, '2026-12-01T08:00Z')).toBe('never');
  });

  it('moves forward when the clocks skip it, and comes once when they repeat it', () => {
    expect(next({ at: '2026-03-29T02:30' }, '2026-01-05T09:00Z')).toBe('2026-03-29T01:30Z');
    expect(runs({ at: '2026-10-25T02:30' }, '2026-01-05T09:00Z', 3)).toEqual(['2026-10-25T00:30Z']);
  });
});

onEveryHost("A schedule by everybody's own clocks", () => {
  const local: Schedule = { at: '2026-12-01T09:00', local: true };
  const begin = at('2026-11-30T19:00Z');

  it('begins where the day begins, and reaches each person at the same time of their day', () => {
    expect(next(local, '2026-01-05T09:00Z')).toBe(utc(begin));
    expect(utc(runFor(local, begin, 'Pacific/Kiritimati'))).toBe('2026-11-30T19:00Z');
    expect(utc(runFor(local, begin, warsaw))).toBe('2026-12-01T08:00Z');
    expect(utc(runFor(local, begin, 'Etc/GMT+12'))).toBe('2026-12-01T21:00Z');
  });

  it('may repeat', () => {
    const daily: Schedule = { every: 'day', at: '02:30', local: true };
    const run = nextRun(daily, at('2026-03-28T00:00Z'), warsaw) ?? 0;
    expect(utc(run)).toBe('2026-03-28T12:30Z');
    expect(utc(runFor(daily, run, warsaw))).toBe('2026-03-29T01:30Z');
  });

  it('is reached at once by everybody when it is not local', () => {
    expect(runFor({ at: '2026-12-01T09:00' }, begin, 'Asia/Tehran')).toBe(begin);
  });
});

onEveryHost('A schedule that repeats', () => {
  it('every day keeps its time over the change of the clocks', () => {
    expect(runs({ every: 'day', at: '09:00' }, '2026-03-27T09:00Z', 3)).toEqual([
      '2026-03-28T08:00Z',
      '2026-03-29T07:00Z',
      '2026-03-30T07:00Z',
    ]);
    expect(runs({ every: 'day', at: '02:30' }, '2026-10-24T12:00Z', 2)).toEqual([
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
    ]);
  });

  it('every week runs on its days', () => {
    const weekly: Schedule = { every: 'week', on: ['monday', 'thursday'], at: '09:00' };
    expect(runs(weekly, '2026-01-05T08:00Z', 3)).toEqual([
      '2026-01-08T08:00Z',
      '2026-01-12T08:00Z',
      '2026-01-15T08:00Z',
    ]);
  });

  it('every month takes the last day of a short month for one that it has not', () => {
    const monthly: Schedule = { every: 'month', on: [31], at: '09:00', zone: 'UTC' };
    expect(runs(monthly, '2028-01-01T00:00Z', 4)).toEqual([
      '2028-01-31T09:00Z',
      '2028-02-29T09:00Z',
      '2028-03-31T09:00Z',
      '2028-04-30T09:00Z',
    ]);
    expect(next(monthly, '2026-02-01T00:00Z')).toBe('2026-02-28T09:00Z');
  });

  it('runs once when several of its days are the last of a month', () => {
    const monthly: Schedule = { every: 'month', on: [1, 29, 30, 31], at: '09:00', zone: 'UTC' };
    expect(runs(monthly, '2026-02-01T09:00Z', 2)).toEqual([
      '2026-02-28T09:00Z',
      '2026-03-01T09:00Z',
    ]);
  });

  it('begins and ends on days of its own zone, both included', () => {
    const spell: Schedule = { every: 'day', at: '00:30', from: '2028-05-01', until: '2028-05-02' };
    expect(runs(spell, '2026-01-05T00:00Z', 5)).toEqual(['2028-04-30T22:30Z', '2028-05-01T22:30Z']);
  });
});

onEveryHost('Whatever the schedule', () => {
  const time = fc.constantFrom('00:00', '00:30', '02:30', '09:00', '23:59');
  const zone = fc.constantFrom(warsaw, 'America/New_York', 'Pacific/Apia', 'Africa/Cairo');
  const any = fc.oneof(
    fc.record({ every: fc.constant('day'), at: time, zone }),
    fc.record({
      every: fc.constant('week'),
      on: fc.subarray([...weekdays], { minLength: 1 }),
      at: time,
      zone,
    }),
    fc.record({
      every: fc.constant('month'),
      on: fc.subarray([1, 15, 28, 29, 30, 31], { minLength: 1 }),
      at: time,
      zone,
    }),
  ) as fc.Arbitrary<Schedule>;
  const moment = fc.integer({ min: at('2025-12-01T00:00Z'), max: at('2029-12-01T00:00Z') });

  it('a run is after what came before, and an earlier question never gets a later answer', () => {
    fc.assert(
      fc.property(any, moment, fc.nat(40 * 86_400_000), (one, early, more) => {
        const first = nextRun(one, early, warsaw) ?? 0;
        const second = nextRun(one, early + more, warsaw) ?? 0;
        expect(first).toBeGreaterThan(early);
        expect(first).toBeLessThanOrEqual(second);
        // Between a moment and its run there is no other run.
        expect(nextRun(one, first - 1, warsaw)).toBe(first);
      }),
      { numRuns: 300 },
    );
  });
});
