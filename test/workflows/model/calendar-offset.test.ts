// Offsets from a date: days and months of the calendar, hours and minutes exact.
import { describe, expect, it } from 'vitest';
import { readDate } from '../../../workflows/model/calendar-date.ts';
import {
  isOfDays,
  offsetText,
  offsetWords,
  shifted,
} from '../../../workflows/model/calendar-offset.ts';
import { onEveryHost, utc } from '../../support/host-zones.ts';

const zone = 'Europe/Warsaw';

function shift(date: string, offset: string, at?: string): string {
  const read = readDate(date, zone);
  if (!read) throw new Error(`No date: ${date}`);
  return utc(shifted(read, { offset, zone, ...(at === undefined ? {} : { at }) }));
}

onEveryHost('An offset', () => {
  it.each([
    ['2026-03-30', '0 days', '2026-03-29T22:00Z'],
    ['2026-03-30', '-1 day', '2026-03-28T23:00Z'],
    ['2026-03-30T09:00', '-1 day', '2026-03-29T07:00Z'],
    ['2026-03-30T09:00', '-2 days', '2026-03-28T08:00Z'],
    ['2026-03-30T09:00', '-48 hours', '2026-03-28T07:00Z'],
    ['2026-03-30T09:00', '90 minutes', '2026-03-30T08:30Z'],
    ['2026-03-30T09:00', '1 week', '2026-04-06T07:00Z'],
    ['2026-03-31T09:00', '-1 month', '2026-02-28T08:00Z'],
    ['2026-03-31', '1month', '2026-04-29T22:00Z'],
    ['2026-03-30', '2 hours', '2026-03-30T00:00Z'],
  ])('from %s of %s is %s', (date, offset, instant) => {
    expect(shift(date, offset)).toBe(instant);
  });

  it('with a time of day keeps the day and not the time', () => {
    expect(shift('2026-03-30T23:30', '-1 day', '09:00')).toBe('2026-03-29T07:00Z');
    expect(shift('2026-03-30', '-2 days', '09:00')).toBe('2026-03-28T08:00Z');
  });
});

describe('An offset in a document', () => {
  it.each(['3', 'days', '+3 days', '3.5 days', '- 3 days', '3 years', '3661 days', '121 months'])(
    'is not "%s"',
    (text) => {
      expect(offsetText.safeParse(text).success).toBe(false);
    },
  );

  it('is told in words', () => {
    expect(offsetWords('-3 days')).toBe('3 days before ');
    expect(offsetWords('1 weeks')).toBe('1 week after ');
    expect(offsetWords('0 days')).toBe('');
    expect(isOfDays('-1 month')).toBe(true);
    expect(isOfDays('-1 hour')).toBe(false);
  });
});
