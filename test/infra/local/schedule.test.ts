import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSchedule } from '../../../infra/local/schedule.ts';

const minute = 60_000;
let now: number;
let invoke: ReturnType<typeof vi.fn<(event: unknown) => Promise<unknown>>>;

const schedule = (expression = 'rate(1 minute)') =>
  createSchedule(
    { name: 'tick', arn: 'arn:tick', expression, region: 'us-east-1', account: '000000000000' },
    invoke,
    () => now,
  );

beforeEach(() => {
  now = Date.parse('2026-03-01T10:00:00Z');
  invoke = vi.fn(async () => {});
});
afterEach(() => vi.restoreAllMocks());

describe('a schedule', () => {
  it('fires when its period is over, and not before', () => {
    const tick = schedule();
    now += minute - 1;
    tick.beat();
    expect(invoke).not.toHaveBeenCalled();
    now += 1;
    tick.beat();
    tick.beat();
    expect(invoke).toHaveBeenCalledOnce();
  });

  it('does not fire while it still runs', () => {
    invoke.mockReturnValue(new Promise(() => {}));
    const tick = schedule();
    now += minute;
    tick.beat();
    now += minute;
    tick.beat();
    expect(invoke).toHaveBeenCalledOnce();
  });

  it('fires once for a long time, not once for every period missed', () => {
    const tick = schedule();
    now += 90 * minute;
    tick.beat();
    tick.beat();
    expect(invoke).toHaveBeenCalledOnce();
  });

  it('sends the event of a schedule', async () => {
    await schedule().fire();
    expect(invoke).toHaveBeenCalledWith({
      version: '0',
      id: expect.any(String),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '000000000000',
      time: '2026-03-01T10:00:00Z',
      region: 'us-east-1',
      resources: ['arn:tick'],
      detail: {},
    });
  });

  it('goes on after a failure', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    invoke.mockRejectedValueOnce(new Error('bug'));
    const tick = schedule();
    await tick.fire();
    now += minute;
    tick.beat();
    expect(invoke).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['rate(1 minute)', minute],
    ['rate(5 minutes)', 5 * minute],
    ['rate(2 hours)', 120 * minute],
    ['rate(1 day)', 1440 * minute],
  ])('understands %s', (expression, period) => {
    expect(schedule(expression).period).toBe(period);
  });

  it.each(['cron(0 12 * * ? *)', 'rate(0 minutes)', 'rate(1 week)', 'every minute'])(
    'refuses %s',
    (expression) => {
      expect(() => schedule(expression)).toThrow(`understands rates, not ${expression}`);
    },
  );
});
