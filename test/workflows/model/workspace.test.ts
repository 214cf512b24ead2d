// The rules of a workspace: what holds when nobody said anything, and what is refused.
import { describe, expect, it } from 'vitest';
import { defaultWorkspace, workspaceRules } from '../../../workflows/model/workspace.ts';

describe('a workspace', () => {
  it('has rules that are fit to send by before anybody sets one', () => {
    expect(defaultWorkspace).toEqual({
      zone: 'UTC',
      weekend: [6, 7],
      businessHours: { from: '09:00', to: '17:00' },
      holidays: [],
      smartSending: '16 hours',
      caps: [],
      holdout: 10,
      controlGroup: 0,
      topics: [],
      doubleOptIn: true,
    });
  });

  it('may live anywhere', () => {
    const tehran = {
      zone: 'Asia/Tehran',
      weekend: [4, 5],
      businessHours: { from: '08:00', to: '16:30' },
      holidays: ['2026-03-21'],
      smartSending: false,
      caps: [{ at_most: 3, within: '7 days' }],
      quietHours: { from: '21:00', to: '08:00' },
      holdout: 0,
      controlGroup: 2.5,
      topics: [],
      doubleOptIn: true,
    };
    expect(workspaceRules.parse(tehran)).toEqual(tehran);
  });

  it.each([
    [{ zone: 'Mars/Phobos' }, 'IANA'],
    [{ zone: '+03:30' }, 'IANA'],
    [{ zone: '2026-01-01T00:00Z[Europe/Warsaw]' }, 'IANA'],
    [{ weekend: [1, 2, 3, 4, 5, 6, 7] }, '<=6'],
    [{ weekend: [0] }, '>=1'],
    [{ businessHours: { from: '17:00', to: '09:00' } }, 'end on the day they begin'],
    [{ businessHours: { from: '9:00', to: '17:00' } }, 'a time of day such as'],
    [{ quietHours: { from: '21:00', to: '21:00' } }, 'no span of time'],
    [{ quietHours: { from: '24:00', to: '08:00' } }, 'a time of day such as'],
    [{ holidays: ['2026-02-30'] }, 'a date such as'],
    [{ holidays: ['2026-01-01T00:00'] }, 'a date such as'],
    [{ caps: [{ at_most: 0, within: '1 day' }] }, '>=1'],
    [{ smartSending: 'often' }, 'a duration such as'],
    [{ holdout: 101 }, '<=100'],
    [{ timezone: 'UTC' }, 'timezone'],
  ])('refuses %j', (rules, reason) => {
    expect(workspaceRules.safeParse(rules).error?.message).toContain(reason);
  });
});
