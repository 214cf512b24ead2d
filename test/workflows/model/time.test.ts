// Durations as marketers write them. A day is 24 hours, whatever the clocks of a country do.
import { describe, expect, it } from 'vitest';
import { duration, durationText, parseDuration } from '../../../workflows/model/time.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('a duration', () => {
  it.each([
    ['1 second', 1_000],
    ['90 minutes', 1.5 * hour],
    ['1 hour', hour],
    ['3 days', 3 * day],
    ['3days', 3 * day],
    ['2 weeks', 14 * day],
    ['1.5 days', 36 * hour],
    ['P3D', 3 * day],
    ['PT36H', 36 * hour],
    ['P1DT12H30M', 36.5 * hour],
    ['P2W', 14 * day],
    ['PT10S', 10_000],
    ['3660 days', 3_660 * day],
  ])('%s', (text, length) => {
    expect(parseDuration(text)).toBe(length);
    expect(duration(text)).toBe(length);
    expect(durationText.safeParse(text).success).toBe(true);
  });

  it('is a whole number of milliseconds, for it becomes a moment in time', () => {
    for (const text of ['0.7 days', '1.0001 seconds', '0.3 weeks', '2.2 hours'])
      expect(parseDuration(text)).toSatisfy(Number.isInteger);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    'three days',
    '3 dayz',
    '3 months',
    '-3 days',
    '1e3 days',
    '3 days ',
    ' 3 days',
    '3 DAYS',
    '3',
    'P3M',
    'P1Y',
    'P-3D',
  ])('is not: "%s"', (text) => {
    expect(durationText.safeParse(text).success).toBe(false);
    expect(() => duration(text)).toThrow('Not a duration');
  });

  it.each(['0 days', 'P0D', '0.0000001 seconds', '3661 days', '999999999999999999 weeks'])(
    'is refused in a document when it is nothing or more than ten years: "%s"',
    (text) => {
      expect(durationText.safeParse(text).success).toBe(false);
    },
  );
});
