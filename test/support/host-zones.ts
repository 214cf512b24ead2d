// Facts about time, told on machines in three parts of the world: where the code runs must not matter.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** With the offset of each at the epoch, in minutes west, which shows that the machine really moved. */
const hosts = { UTC: 0, 'America/New_York': 300, 'Asia/Tehran': -210 };

/** Runs the tests of `body` once for each zone that the machine may be set to. */
export function onEveryHost(name: string, body: () => void): void {
  describe.each(Object.entries(hosts))(`${name}, on a machine in %s`, (zone, west) => {
    const before = process.env.TZ;
    beforeAll(() => {
      process.env.TZ = zone;
    });
    afterAll(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    it('is there', () => {
      expect(new Date(0).getTimezoneOffset()).toBe(west);
    });
    body();
  });
}

/** An instant from text with its offset: "2026-03-29T08:00Z". */
export const at = (text: string): number => {
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || !/(?:Z|[+-]\d\d:\d\d)$/.test(text))
    throw new Error(`No instant: ${text}`);
  return instant;
};

/** The same the other way, to the minute. */
export const utc = (instant: number | undefined): string =>
  instant === undefined ? 'never' : new Date(instant).toISOString().replace(':00.000Z', 'Z');
