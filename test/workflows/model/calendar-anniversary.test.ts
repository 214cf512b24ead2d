// Anniversaries: birthdays, renewals. Leap days, the turn of the year and the change of the clocks.
import { expect, it } from 'vitest';
import { anniversaryIn, nextAnniversary } from '../../../workflows/model/calendar-anniversary.ts';
import { at, onEveryHost, utc } from '../../support/host-zones.ts';

const warsaw = 'Europe/Warsaw';

onEveryHost('An anniversary', () => {
  it('of the 29th of February is the 28th in common years', () => {
    expect(anniversaryIn('2000-02-29', 2026)).toBe('2026-02-28');
    expect(anniversaryIn('2000-02-29', 2028)).toBe('2028-02-29');
    expect(anniversaryIn('1896-02-29', 1900)).toBe('1900-02-28');
  });

  const next = (day: string, from: string, offsetDays = 0) =>
    utc(nextAnniversary(day, { from: at(from), zone: warsaw, at: '09:00', offsetDays }));

  it.each([
    ['is this year while it is to come', '1990-05-01', '2026-01-05T00:00Z', 0, '2026-05-01T07:00Z'],
    ['is now', '1990-05-01', '2026-05-01T07:00Z', 0, '2026-05-01T07:00Z'],
    ['is next year', '1990-05-01', '2026-05-01T07:01Z', 0, '2027-05-01T07:00Z'],
    ['may be in winter time', '1990-01-07', '2026-01-05T00:00Z', 0, '2026-01-07T08:00Z'],
    ['3 days before', '1990-05-01', '2026-01-05T00:00Z', -3, '2026-04-28T07:00Z'],
    ['3 days before, in the old year', '1990-01-02', '2026-12-01T00:00Z', -3, '2026-12-30T08:00Z'],
    ['3 days before is past', '1990-01-02', '2026-12-30T08:01Z', -3, '2027-12-30T08:00Z'],
    ['30 days after, in the new year', '1990-12-15', '2026-01-05T00:00Z', 30, '2026-01-14T08:00Z'],
    ['is on the 28th', '2000-02-29', '2026-01-05T00:00Z', 0, '2026-02-28T08:00Z'],
    ['is not on the 1st of March', '2000-02-29', '2026-02-28T08:01Z', 0, '2027-02-28T08:00Z'],
    ['is on the 29th', '2000-02-29', '2028-01-05T00:00Z', 0, '2028-02-29T08:00Z'],
    ['is a year after its day', '2026-05-01', '2026-05-01T00:00Z', 0, '2027-05-01T07:00Z'],
    ['is before it, but a year on', '2026-05-01', '2026-04-01T00:00Z', -3, '2027-04-28T07:00Z'],
    ['of a day to come waits for it', '2030-05-01', '2026-01-05T00:00Z', 0, '2031-05-01T07:00Z'],
  ])('%s: of %s from %s with %i days is %s', (_, ...[day, from, offset, expected]) => {
    expect(next(day, from, offset)).toBe(expected);
  });
});
