// Local time: what the clocks of a zone show, and when. Twice a year they skip an hour or repeat one.
import { expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayAfter,
  daysBetween,
  instantOf,
  localDay,
  localTime,
  monthsAfter,
  nextTime,
  startOfDay,
  weekdayOf,
} from '../../../workflows/model/calendar.ts';
import { at, onEveryHost, utc } from '../../support/host-zones.ts';

const warsaw = 'Europe/Warsaw';
const newYork = 'America/New_York';
const hour = 3_600_000;

onEveryHost('A local time', () => {
  it.each([
    ['2026-03-28', '09:00', warsaw, '2026-03-28T08:00Z'],
    ['2026-03-30', '09:00', warsaw, '2026-03-30T07:00Z'],
    ['2026-03-28', '09:00', 'Asia/Tehran', '2026-03-28T05:30Z'],
    ['2026-03-28', '09:00', 'Asia/Kathmandu', '2026-03-28T03:15Z'],
    ['2026-03-28', '09:00', 'Pacific/Kiritimati', '2026-03-27T19:00Z'],
    ['2026-03-28', '09:00', 'UTC', '2026-03-28T09:00Z'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => {
    expect(utc(instantOf(day, time, zone))).toBe(instant);
    expect(localDay(at(instant), zone)).toBe(day);
    expect(localTime(at(instant), zone)).toBe(time);
  });

  it.each([
    ['2026-03-29', '02:30', warsaw, '2026-03-29T01:30Z', '03:30'],
    ['2026-03-08', '02:30', newYork, '2026-03-08T07:30Z', '03:30'],
    ['2022-03-22', '00:30', 'Asia/Tehran', '2022-03-21T21:00Z', '01:30'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45Z', '02:45'],
  ])(
    '%s %s is skipped in %s: it moves forward by the gap',
    (...[day, time, zone, instant, shown]) => {
      expect(utc(instantOf(day, time, zone))).toBe(instant);
      expect(localTime(instantOf(day, time, zone), zone)).toBe(shown);
    },
  );

  it.each([
    ['2026-10-25', '02:30', warsaw, '2026-10-25T00:30Z'],
    ['2026-11-01', '01:30', newYork, '2026-11-01T05:30Z'],
  ])('%s %s comes twice in %s: the earlier counts', (day, time, zone, instant) => {
    expect(utc(instantOf(day, time, zone))).toBe(instant);
    expect(localTime(at(instant) + hour, zone)).toBe(time);
  });

  it('is only as exact as a clock on the wall', () => {
    expect(localTime(at('2026-03-28T08:00:59.999Z'), warsaw)).toBe('09:00');
  });
});

onEveryHost('A local day', () => {
  it('has 23 hours when the clocks go forward and 25 when they go back', () => {
    const lengthOf = (instant: string) => {
      const start = startOfDay(at(instant), warsaw);
      return (addDays(start, 1, warsaw) - start) / hour;
    };
    expect(lengthOf('2026-03-28T12:00Z')).toBe(24);
    expect(lengthOf('2026-03-29T12:00Z')).toBe(23);
    expect(lengthOf('2026-10-25T12:00Z')).toBe(25);
  });

  it('starts at one where the clocks skip midnight', () => {
    const start = startOfDay(at('2022-03-22T12:00Z'), 'Asia/Tehran');
    expect(utc(start)).toBe('2022-03-21T20:30Z');
    expect(localTime(start, 'Asia/Tehran')).toBe('01:00');
  });

  it('later keeps the time on the clocks', () => {
    const nine = at('2026-03-28T08:00Z');
    expect(utc(addDays(nine, 1, warsaw))).toBe('2026-03-29T07:00Z');
    expect(utc(addDays(nine, -1, warsaw))).toBe('2026-03-27T08:00Z');
    expect(utc(addMonths(nine, 1, warsaw))).toBe('2026-04-28T07:00Z');
  });

  it('of a month that is too short is its last one', () => {
    expect(utc(addMonths(at('2026-01-31T12:00Z'), 1, 'UTC'))).toBe('2026-02-28T12:00Z');
    expect(monthsAfter('2028-01-31', 1)).toBe('2028-02-29');
    expect(monthsAfter('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('is counted on the calendar', () => {
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-01-01', '2025-01-01')).toBe(-365);
    expect(weekdayOf('2026-03-30')).toBe(1);
    expect(weekdayOf('2026-03-29')).toBe(7);
  });
});

onEveryHost('The next time of day', () => {
  const next = (instant: string, time: string, suits?: (day: string) => boolean) =>
    utc(nextTime(at(instant), { time, zone: warsaw, ...(suits ? { suits } : {}) }));

  it('is today while it is still to come, this moment included', () => {
    expect(next('2026-01-05T07:59Z', '09:00')).toBe('2026-01-05T08:00Z');
    expect(next('2026-01-05T08:00Z', '09:00')).toBe('2026-01-05T08:00Z');
    expect(next('2026-01-05T08:01Z', '09:00')).toBe('2026-01-06T08:00Z');
  });

  it('is today where the person lives', () => {
    expect(next('2026-01-04T23:30Z', '01:00')).toBe('2026-01-05T00:00Z');
  });

  it('comes once on a day that repeats its hour', () => {
    expect(next('2026-10-25T00:30Z', '02:30')).toBe('2026-10-25T00:30Z');
    expect(next('2026-10-25T00:31Z', '02:30')).toBe('2026-10-26T01:30Z');
    expect(next('2026-10-25T01:15Z', '02:30')).toBe('2026-10-26T01:30Z');
  });

  it('may ask for certain days', () => {
    const isMonday = (day: string) => weekdayOf(day) === 1;
    expect(next('2026-01-05T08:01Z', '09:00', isMonday)).toBe('2026-01-12T08:00Z');
    expect(next('2026-03-24T08:01Z', '09:00', isMonday)).toBe('2026-03-30T07:00Z');
  });

  it('may never come', () => {
    expect(next('2026-01-05T08:00Z', '09:00', () => false)).toBe('never');
  });
});
