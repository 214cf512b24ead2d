// The words of any campaign and any life: so few that things meet.
import fc from 'fast-check';

export const eventNames = ['Started', 'Seen', 'Bought', 'Left'];
export const fieldNames = ['plan', 'count', 'tags', 'constructor', '__proto__', 'born'];
export const addresses = ['sara@example.com', 'Sara@Example.com', 'new@example.com', ''];
export const campaignIds = ['campaign-0', 'campaign-1', 'campaign-2'];
export const segmentIds = ['segment-0', 'segment-1', 'segment-2'];
export const listIds = ['vip', 'news'];

/** The first two are known to every machine; the last one to none. */
export const zoneNames = ['Asia/Tehran', 'America/New_York', 'Pacific/Apia', 'Mars/Base'];

/** Around the moment at which a life begins. */
export const dates = ['1990-01-08', '2026-01-06', '2026-01-09T10:00:00Z', '2026-02-20'];

export const scalar = fc.constantFrom<(string | number | boolean)[]>(
  'pro',
  'Free',
  '3',
  3,
  0,
  true,
);

export const one = <const T extends readonly unknown[]>(...values: T): fc.Arbitrary<T[number]> =>
  fc.constantFrom(...(values as readonly T[number][]));

export const durations = one('1 minute', '5 hours', '1 day', '0.7 days', 'P3D');

/** Left out most of the time: of too many conditions, one always fails. */
export const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 4 }, { arbitrary, weight: 1 });

/** As often as not. */
export const perhaps = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
