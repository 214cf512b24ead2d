import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { deedTime, statedTime } from '../../../../functions/sources/segment/deed-time.ts';

// Far from UTC, so that nothing is read in the time of the machine.
beforeAll(() => void vi.stubEnv('TZ', 'Asia/Tehran'));
afterAll(() => void vi.unstubAllEnvs());

const now = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;
const stated = (timestamp: unknown, originalTimestamp?: unknown) =>
  statedTime({ type: 'track', timestamp, originalTimestamp });
const sent = (sentAt?: unknown) => ({ type: 'track', sentAt }) as const;

test('a clock that is an hour behind is corrected by its own difference', () => {
  const told = Date.UTC(2026, 10, 22, 10, 59);
  expect(deedTime(told, sent('2026-11-22T11:00:00.000Z'), now)).toBe(now - 60_000);
});

test('what takes less than a minute is the way of the message, so that sent again it has the same time', () => {
  const first = deedTime(now - 5_000, sent(now - 4_000), now);
  expect(first).toBe(now - 5_000);
  expect(deedTime(now - 5_000, sent(now - 4_000), now + 55_000)).toBe(first);
  expect(deedTime(now - 5_000, sent(now - 4_000), now + 56_000)).toBe(now + 55_000);
  expect(deedTime(now + 5_000, sent(now + 6_000), now)).toBe(now + 5_000);
});

test('without the moment of sending, the stated time stands', () => {
  expect(deedTime(now - day, sent(), now)).toBe(now - day);
  expect(deedTime(now - day, sent('yesterday'), now)).toBe(now - day);
});

test('without a stated time, it happened when it arrived', () => {
  expect(deedTime(undefined, sent('2026-11-22T11:00:00Z'), now)).toBe(now);
});

test('nothing happens more than a day ahead, or before 1970', () => {
  expect(deedTime(now + 9 * day, sent(), now)).toBe(now + day);
  expect(deedTime(stated('0001-01-01T00:00:00Z'), sent(), now)).toBe(0);
});

test.each([
  ['2026-11-22T11:00:00.123Z', Date.UTC(2026, 10, 22, 11, 0, 0, 123)],
  ['2026-11-22T11:00:00.123456+00:00', Date.UTC(2026, 10, 22, 11, 0, 0, 123)],
  ['2026-11-22T11:00:00+0330', Date.UTC(2026, 10, 22, 7, 30)],
  ['2026-11-22T11:00', Date.UTC(2026, 10, 22, 11)],
  ['2026-11-22 11:00:00', Date.UTC(2026, 10, 22, 11)],
  ['2026-11-22', Date.UTC(2026, 10, 22)],
  [1795345200000, 1795345200000],
  ['1795345200000', 1795345200000],
  [1795345200, 1795345200000],
])('%s is read the same in every time zone of the machine', (text, instant) => {
  expect(stated(text)).toBe(instant);
});

test('the original time goes before the time', () => {
  expect(stated('2026-01-01', '2025-01-01')).toBe(Date.UTC(2025, 0, 1));
});

test('what another server received and corrected before is not corrected once more', () => {
  const passedOn = {
    ...sent('2025-01-01T09:00:00Z'),
    originalTimestamp: '2025-01-01T08:59:00Z',
    receivedAt: '2025-01-01T10:00:01Z',
    timestamp: '2025-01-01T09:59:00Z',
  };
  const right = Date.UTC(2025, 0, 1, 9, 59);
  expect(deedTime(statedTime(passedOn), passedOn, now)).toBe(right);
});

test.each([['05/05/2024'], ['now'], [{}], [true], ['2026-13-45'], [1e300], [Number.MAX_VALUE]])(
  '%s is refused and not taken for now',
  (text) => {
    expect(() => stated(text)).toThrow('ISO 8601');
  },
);

test.each([[undefined], [null], ['']])('%s is no time', (text) => {
  expect(stated(text)).toBeUndefined();
});
