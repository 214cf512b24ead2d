// Dates as senders write them. What is no date is nothing, never a guess, and never an error.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDate } from '../../../workflows/model/calendar-date.ts';
import { onEveryHost, utc } from '../../support/host-zones.ts';

const newYork = 'America/New_York';

onEveryHost('A date', () => {
  it.each([
    ['2026-05-01', '2026-05-01', '2026-05-01T04:00Z'],
    [' 2026-05-01 ', '2026-05-01', '2026-05-01T04:00Z'],
    ['۲۰۲۶-۰۵-۰۱', '2026-05-01', '2026-05-01T04:00Z'],
    ['2026-05-01T09:30', '2026-05-01', '2026-05-01T13:30Z'],
    ['2026-05-01 09:30:00', '2026-05-01', '2026-05-01T13:30Z'],
    ['2026-05-01T02:30:00Z', '2026-04-30', '2026-05-01T02:30Z'],
    ['2026-05-01T02:30:00.000Z', '2026-04-30', '2026-05-01T02:30Z'],
    ['2026-05-01T09:30:00+02:00', '2026-05-01', '2026-05-01T07:30Z'],
    ['2026-05-01T09:30:00+0200', '2026-05-01', '2026-05-01T07:30Z'],
    ['2026-05-01T09:30:00+02:00[Europe/Warsaw]', '2026-05-01', '2026-05-01T07:30Z'],
    ['2026-05-01T09:30[Europe/Warsaw]', '2026-05-01', '2026-05-01T07:30Z'],
    ['2026-03-08T02:30', '2026-03-08', '2026-03-08T07:30Z'],
    [1_777_602_600, '2026-04-30', '2026-05-01T02:30Z'],
    [1_777_602_600_000, '2026-04-30', '2026-05-01T02:30Z'],
    ['1777602600', '2026-04-30', '2026-05-01T02:30Z'],
    ['1777602600000', '2026-04-30', '2026-05-01T02:30Z'],
    [-631_152_000, '1950-01-01', '1950-01-01T00:00Z'],
    ['0001-01-01', '0001-01-01', '0001-01-01T04:56:02.000Z'],
  ])('%j is on %s in New York, at %s', (value, day, instant) => {
    const read = readDate(value, newYork);
    expect(read?.day).toBe(day);
    expect(utc(read?.at)).toBe(instant);
  });

  it.each(['1990-05-01T00:00:00.000Z', '1990-05-01T00:00:00+02:00', 641_520_000, 641_520_000_000])(
    'at midnight where it was written names that day everywhere: %j',
    (value) => {
      expect(readDate(value, newYork)?.day).toBe('1990-05-01');
      expect(readDate(value, 'Pacific/Kiritimati')?.day).toBe('1990-05-01');
    },
  );

  it('without a time is a whole day', () => {
    expect(readDate('2026-05-01', newYork)?.isWholeDay).toBe(true);
    expect(readDate('2026-05-01T00:00Z', newYork)?.isWholeDay).toBe(false);
  });

  it.each([
    undefined,
    null,
    true,
    '',
    'soon',
    '01.05.2026',
    '05/01/2026',
    '1405/02/11',
    '2026-5-1',
    '2026-02-30',
    '2026-02-30T09:00Z',
    '2026-05-01T25:00Z',
    '2026-05-01T09:00+25:00',
    '2026-05-01T09:00[Mars/Phobos]',
    '20260501',
    '12345678',
    '0000-01-01',
    '9999-05-01',
    '+012026-05-01',
    'P3D',
    1e18,
    1e300,
    Number.NaN,
    [2026, 5, 1],
    { date: '2026-05-01' },
  ])('%j is none', (value) => {
    expect(readDate(value as never, newYork)).toBeUndefined();
  });
});

onEveryHost('Whatever a sender writes', () => {
  it('is a date with a day, or nothing', () => {
    const likely = fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}Z?)?$/);
    fc.assert(
      fc.property(fc.oneof(likely, fc.double(), fc.integer(), fc.jsonValue()), (value) => {
        const read = readDate(value as never, newYork);
        expect(read?.day ?? '2026-05-01').toMatch(/^\d{4}-\d\d-\d\d$/);
        expect(Number.isInteger(read?.at ?? 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
