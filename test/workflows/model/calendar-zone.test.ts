// Whose time zone counts, and what is done about one that nobody knows.
import { describe, expect, it } from 'vitest';
import { findZone, isZone, zoneOf } from '../../../workflows/model/calendar-zone.ts';
import type { Fields } from '../../../workflows/model/event.ts';

const workspace = 'Europe/Warsaw';

describe('A time zone', () => {
  it.each(['Europe/Warsaw', 'UTC', 'Asia/Tehran', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3'])(
    '%s is known',
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );

  it.each(['', 'Mars/Phobos', '+03:30', '-05', 'Europe/', 'a'.repeat(101), 'UTC\n', '__proto__'])(
    '%j is not',
    (name) => {
      expect(isZone(name)).toBe(false);
    },
  );

  it('is not an instant that names one', () => {
    expect(isZone('2026-01-01T00:00Z[Europe/Warsaw]')).toBe(false);
  });
});

describe('The zone of a contact', () => {
  it('is the one that was said of the person', () => {
    const traits = { timezone: 'Asia/Tehran', last_timezone: 'Europe/London' };
    expect(findZone(traits, workspace)).toEqual({ zone: 'Asia/Tehran' });
  });

  it('is else where the person was last seen', () => {
    expect(zoneOf({ last_timezone: 'Europe/London' }, workspace)).toBe('Europe/London');
    expect(zoneOf({ timezone: 'Here', last_timezone: 'Europe/London' }, workspace)).toBe(
      'Europe/London',
    );
  });

  it.each<Fields>([{}, { timezone: null }, { timezone: '' }])(
    "is else the workspace's: %j",
    (traits) => {
      expect(findZone(traits, workspace)).toEqual({ zone: workspace });
    },
  );

  it.each<[string | number | object, string]>([
    ['Mars/Phobos', '"Mars/Phobos"'],
    [7, '7'],
    [{ zone: 'UTC' }, '{"zone":"UTC"}'],
  ])("that nobody knows, %j, gives way to the workspace's and says so", (timezone, shown) => {
    expect(findZone({ timezone } as never, workspace)).toEqual({
      zone: workspace,
      because: `unknown time zone ${shown}, Europe/Warsaw instead`,
    });
  });

  it('of any length shows a little of itself', () => {
    const { because = '' } = findZone({ timezone: '🪐'.repeat(1_000) }, workspace);
    expect(because.length).toBeLessThan(120);
    expect(because.isWellFormed()).toBe(true);
  });
});
