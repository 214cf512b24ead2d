// Sending windows, whatever the rules and whatever the clocks do: judged minute by minute by what the clocks show.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localDay, localTime, weekdayOf } from '../../../workflows/model/calendar.ts';
import { weekdays } from '../../../workflows/model/calendar-words.ts';
import { nextAllowed, type SendingWindow } from '../../../workflows/model/sending-window.ts';
import { at, onEveryHost } from '../../support/host-zones.ts';

/** By the clocks alone. */
function mayGo({ quietHours: quiet, window }: SendingWindow, instant: number, zone: string) {
  const time = localTime(instant, zone);
  const within = (from: string, to: string) =>
    from < to ? from <= time && time < to : from <= time || time < to;
  if (quiet && within(quiet.from, quiet.to)) return false;
  if (!window) return true;
  const { from = '00:00', to = '00:00', on } = window;
  // Of hours over midnight, those after it belong to the day before.
  const isBefore = from > to && time < to;
  const today = weekdayOf(localDay(instant, zone));
  const day = isBefore ? ((today + 5) % 7) + 1 : today;
  return within(from, to) && (on?.includes(weekdays[day - 1] ?? 'monday') ?? true);
}

onEveryHost('Whatever the rules', () => {
  const time = fc
    .record({ hour: fc.integer({ min: 0, max: 23 }), quarter: fc.constantFrom('00', '15', '30') })
    .map(({ hour, quarter }) => `${String(hour).padStart(2, '0')}:${quarter}`);
  const span = fc.record({ from: time, to: time }).filter(({ from, to }) => from !== to);
  const days = fc.record({ on: fc.subarray([...weekdays], { minLength: 1 }) });
  const rules = fc.record(
    {
      quietHours: span,
      window: fc.oneof(
        days,
        span,
        fc.tuple(days, span).map(([on, hours]) => ({ ...on, ...hours })),
      ),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<SendingWindow>;
  // The days around both changes of the clocks are asked most.
  const moment = fc
    .tuple(
      fc.constantFrom(
        '2026-03-28T20:00Z',
        '2026-10-24T20:00Z',
        '2026-03-07T20:00Z',
        '2026-07-01T00:00Z',
      ),
      fc.integer({ min: 0, max: 48 * 60 }),
    )
    .map(([day, minutes]) => at(day) + minutes * 60_000);
  const zone = fc.constantFrom(
    'Europe/Warsaw',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Tehran',
  );

  it('what is allowed is not too early, not forbidden, and allowed when asked again', () => {
    fc.assert(
      fc.property(rules, moment, zone, (given, asked, where) => {
        const allowed = nextAllowed(given, asked, where);
        if (!allowed) return;
        expect(allowed.at).toBeGreaterThanOrEqual(asked);
        expect(mayGo(given, allowed.at, where)).toBe(true);
        expect(nextAllowed(given, allowed.at, where)).toEqual({ at: allowed.at });
        expect(allowed.because === undefined).toBe(allowed.at === asked);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing is held back that might go, but for the half hour after a skipped end', () => {
    fc.assert(
      fc.property(rules, moment, zone, (given, asked, where) => {
        const until = Math.min(nextAllowed(given, asked, where)?.at ?? asked, asked + 86_400_000);
        const quarters = Math.floor((until - 1 - asked) / 900_000);
        const free = Array.from({ length: quarters }, (_, count) => asked + count * 900_000).filter(
          (instant) => mayGo(given, instant, where),
        );
        expect(free.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 100 },
    );
  });
});
