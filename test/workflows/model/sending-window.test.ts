// When mail may go out: quiet hours and time windows by the clocks of the person, also when those change.
import { describe, expect, it } from 'vitest';
import {
  nextAllowed,
  quietHours,
  type SendingWindow,
  timeWindow,
} from '../../../workflows/model/sending-window.ts';
import { at, onEveryHost, utc } from '../../support/host-zones.ts';

const warsaw = 'Europe/Warsaw';
const night = { quietHours: { from: '21:00', to: '08:00' } };
const office: SendingWindow = {
  window: {
    on: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    from: '09:00',
    to: '17:00',
  },
};

const next = (rules: SendingWindow, instant: string, zone = warsaw) =>
  utc(nextAllowed(rules, at(instant), zone)?.at);

onEveryHost('Quiet hours from 21:00 to 08:00', () => {
  it.each([
    ['at noon', '2026-01-05T11:00Z', '2026-01-05T11:00Z'],
    ['a minute before they begin', '2026-01-05T19:59Z', '2026-01-05T19:59Z'],
    ['at their first moment', '2026-01-05T20:00Z', '2026-01-06T07:00Z'],
    ['before midnight', '2026-01-05T22:59Z', '2026-01-06T07:00Z'],
    ['after midnight', '2026-01-05T23:01Z', '2026-01-06T07:00Z'],
    ['a second before they end', '2026-01-06T06:59:59Z', '2026-01-06T07:00Z'],
    ['at their end', '2026-01-06T07:00Z', '2026-01-06T07:00Z'],
    ['in the night that lost an hour', '2026-03-28T22:00Z', '2026-03-29T06:00Z'],
    ['in the night that won one', '2026-10-24T22:00Z', '2026-10-25T07:00Z'],
  ])('%s', (_, asked, allowed) => {
    expect(next(night, asked)).toBe(allowed);
  });

  it('are those of the person', () => {
    expect(next(night, '2026-01-05T11:00Z', 'Pacific/Auckland')).toBe('2026-01-05T19:00Z');
    expect(next(night, '2026-01-05T11:00Z', 'Asia/Kathmandu')).toBe('2026-01-05T11:00Z');
  });

  it('say so when they hold something back', () => {
    expect(nextAllowed(night, at('2026-01-05T22:00Z'), warsaw)?.because).toBe(
      'quiet hours 21:00–08:00 (Europe/Warsaw)',
    );
    expect(nextAllowed(night, at('2026-01-05T11:00Z'), warsaw)).toEqual({
      at: at('2026-01-05T11:00Z'),
    });
  });
});

onEveryHost('Quiet hours that end in a night when the clocks change', () => {
  const early = { quietHours: { from: '22:00', to: '02:30' } };
  const small = { quietHours: { from: '02:15', to: '02:45' } };

  it('end later when their end is skipped', () => {
    expect(next(early, '2026-03-29T00:30Z')).toBe('2026-03-29T01:30Z');
  });

  it('are quiet twice when their hour comes twice', () => {
    expect(next(early, '2026-10-25T00:15Z')).toBe('2026-10-25T00:30Z');
    expect(next(early, '2026-10-25T01:15Z')).toBe('2026-10-25T01:30Z');
    expect(next(small, '2026-10-25T00:20Z')).toBe('2026-10-25T00:45Z');
    expect(next(small, '2026-10-25T01:20Z')).toBe('2026-10-25T01:45Z');
  });

  it('are not when their hour is skipped', () => {
    expect(next(small, '2026-03-29T00:59Z')).toBe('2026-03-29T00:59Z');
    expect(next(small, '2026-03-29T01:00Z')).toBe('2026-03-29T01:00Z');
  });
});

onEveryHost('A time window', () => {
  it.each([
    ['within it', '2026-01-05T11:00Z', '2026-01-05T11:00Z'],
    ['before it', '2026-01-05T05:00Z', '2026-01-05T08:00Z'],
    ['at its end', '2026-01-05T16:00Z', '2026-01-06T08:00Z'],
    ['on Friday evening', '2026-01-09T20:00Z', '2026-01-12T08:00Z'],
    ['on the Saturday before the clocks change', '2026-03-28T10:00Z', '2026-03-30T07:00Z'],
    ['on the Saturday before they change back', '2026-10-24T10:00Z', '2026-10-26T08:00Z'],
  ])('from Monday to Friday, 09:00 to 17:00, asked %s', (_, asked, allowed) => {
    expect(next(office, asked)).toBe(allowed);
  });

  it('says so when it holds something back', () => {
    expect(nextAllowed(office, at('2026-01-10T10:00Z'), warsaw)?.because).toBe(
      'outside monday, tuesday, wednesday, thursday and friday 09:00–17:00 (Europe/Warsaw)',
    );
  });

  it('may be whole days', () => {
    const sunday: SendingWindow = { window: { on: ['sunday'] } };
    expect(next(sunday, '2026-03-28T10:00Z')).toBe('2026-03-28T23:00Z');
    expect(next(sunday, '2026-03-29T21:59Z')).toBe('2026-03-29T21:59Z');
    expect(next(sunday, '2026-03-29T22:00Z')).toBe('2026-04-04T22:00Z');
  });

  it('over midnight belongs to the day on which it begins', () => {
    const friday: SendingWindow = { window: { on: ['friday'], from: '22:00', to: '02:00' } };
    expect(next(friday, '2026-01-10T00:30Z')).toBe('2026-01-10T00:30Z');
    expect(next(friday, '2026-01-09T00:30Z')).toBe('2026-01-09T21:00Z');
    expect(next(friday, '2026-01-10T22:00Z')).toBe('2026-01-16T21:00Z');
  });

  it('is not open on a day that skips it', () => {
    const small: SendingWindow = { window: { from: '02:15', to: '02:45' } };
    expect(next(small, '2026-03-29T00:00Z')).toBe('2026-03-30T00:15Z');
  });

  it('holds together with quiet hours', () => {
    const both = { ...office, quietHours: { from: '16:00', to: '10:00' } };
    expect(next(both, '2026-01-09T15:30Z')).toBe('2026-01-12T09:00Z');
    expect(nextAllowed(both, at('2026-01-09T15:30Z'), warsaw)?.because).toMatch(
      /^quiet hours 16:00–10:00, outside .* \(Europe\/Warsaw\)$/,
    );
  });

  it('that lies within quiet hours is never open', () => {
    const never = {
      quietHours: { from: '21:00', to: '08:00' },
      window: { from: '22:00', to: '07:00' },
    };
    expect(nextAllowed(never, at('2026-01-05T11:00Z'), warsaw)).toBeUndefined();
  });
});

describe('In a document', () => {
  it.each([
    [{}, 'days, hours, or both'],
    [{ from: '09:00' }, 'go together'],
    [{ from: '09:00', to: '09:00' }, 'leave both out'],
    [{ on: [] }, 'expected array'],
    [{ on: ['Monday'] }, 'expected one of'],
    [{ from: '9', to: '17' }, 'a time of day'],
  ])('no time window: %j', (window, reason) => {
    expect(timeWindow.safeParse(window).error?.message).toContain(reason);
  });

  it('no quiet hours: of no length', () => {
    expect(quietHours.safeParse({ from: '09:00', to: '09:00' }).success).toBe(false);
  });
});
