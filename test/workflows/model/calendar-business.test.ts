// Business days and hours: the weekend is the workspace's, not everybody's Saturday and Sunday.
import { expect, it } from 'vitest';
import { isBusinessDay, nextBusinessMoment } from '../../../workflows/model/calendar-business.ts';
import { defaultWorkspace } from '../../../workflows/model/workspace.ts';
import { at, onEveryHost, utc } from '../../support/host-zones.ts';

const warsaw = 'Europe/Warsaw';
const tehran = 'Asia/Tehran';
const iran = {
  ...defaultWorkspace,
  weekend: [4, 5],
  businessHours: { from: '08:00', to: '16:30' },
};

onEveryHost('Business hours', () => {
  const next = (instant: string, rules = defaultWorkspace, zone = warsaw) =>
    utc(nextBusinessMoment(at(instant), rules, zone));

  it.each([
    ['within them at once', '2026-01-05T10:17Z', '2026-01-05T10:17Z'],
    ['at their first moment at once', '2026-01-05T08:00Z', '2026-01-05T08:00Z'],
    ['before them the same day', '2026-01-05T05:00Z', '2026-01-05T08:00Z'],
    ['at their end the next day', '2026-01-05T16:00Z', '2026-01-06T08:00Z'],
    ['after them on Friday on Monday', '2026-01-09T18:00Z', '2026-01-12T08:00Z'],
    ['on Saturday on Monday', '2026-01-10T10:00Z', '2026-01-12T08:00Z'],
    ['over the change of the clocks', '2026-03-27T18:00Z', '2026-03-30T07:00Z'],
  ])('begin %s', (_, instant, expected) => {
    expect(next(instant)).toBe(expected);
  });

  it('have their weekend on Thursday and Friday where the workspace says so', () => {
    expect(next('2026-01-08T08:00Z', iran, tehran)).toBe('2026-01-10T04:30Z');
    expect(next('2026-01-10T10:00Z', iran, tehran)).toBe('2026-01-10T10:00Z');
    expect(isBusinessDay('2026-01-11', iran)).toBe(true);
    expect(isBusinessDay('2026-01-09', iran)).toBe(false);
  });

  it('pass over holidays', () => {
    const holidays = ['2026-01-06', '2026-01-07'];
    const rules = { ...defaultWorkspace, holidays };
    expect(next('2026-01-05T18:00Z', rules)).toBe('2026-01-08T08:00Z');
    expect(next('2026-01-06T10:00Z', rules)).toBe('2026-01-08T08:00Z');
  });
});
