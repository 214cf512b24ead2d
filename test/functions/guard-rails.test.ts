// Guard rails: when a campaign is paused by itself, and from when on it is counted anew.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditRow } from '../../functions/access-ports.ts';
import { Refused } from '../../functions/errors.ts';
import type { Counts, Mark } from '../../functions/tally-ports.ts';
import { dayOf } from '../../functions/use-cases/day-of.ts';
import { type GuardPorts, guard, tooBad } from '../../functions/use-cases/guard-rails.ts';
import { addUp, total } from '../../functions/use-cases/tallies.ts';
import type { CampaignState } from '../../workflows/engine/card.ts';
import { start } from '../support/diary.ts';
import { catchLog } from '../support/log-lines.ts';

const day = 86_400_000;

const counts = (sent: number, bounced: number, complained = 0): Counts => ({
  sent: String(sent),
  bounced: String(bounced),
  complained: String(complained),
});

describe('a campaign is too bad', () => {
  it.each([
    ['when more than 5% bounce', counts(1_000, 51), '5.1% of 1000 mails bounced: more than 5%'],
    [
      'when more than 0.1% are called spam',
      counts(1_500, 0, 2),
      '0.13% of 1500 mails were called spam: more than 0.1%',
    ],
    [
      'once five hundred are delivered',
      counts(530, 30),
      '5.66% of 530 mails bounced: more than 5%',
    ],
  ])('%s', (_, given, because) => {
    expect(tooBad(given)).toBe(because);
  });

  it.each([
    ['at 5%', counts(1_000, 50)],
    ['at 0.1%', counts(1_000, 0, 1)],
    ['before five hundred are delivered', counts(529, 30, 9)],
    ['when nothing was sent', {}],
  ])('but not %s', (_, given) => {
    expect(tooBad(given)).toBeUndefined();
  });
});

describe('the guard', () => {
  let now = start;
  let state: CampaignState = 'live';
  let mark: Mark | undefined;
  let days: Map<string, Counts>;
  let stopped: string[];
  let audited: AuditRow[];

  const count = (...given: Parameters<typeof counts>) => {
    const today = days.get(dayOf(now)) ?? {};
    days.set(dayOf(now), total([today, counts(...given)]));
  };
  const ports = (): GuardPorts => ({
    tallies: {
      read: async (_, since = '') => new Map([...days].filter(([one]) => one >= since)),
      mark: async () => mark,
      setMark: async (_, one) => {
        mark = one;
      },
    },
    books: { open: async () => ({ playbook: { state: () => state } }) as never },
    audit: { put: async (row) => void audited.push(row) },
    pause: async (campaign, because) => {
      if (state !== 'live') throw new Refused(409, 'The campaign is paused');
      state = 'paused';
      stopped.push(`${campaign}: ${because}`);
    },
    now: () => now,
  });
  const look = () => guard(ports(), ['offer', 'offer']);

  let log: ReturnType<typeof catchLog>;
  beforeEach(() => {
    log = catchLog();
    [now, state, mark, days] = [start, 'live', undefined, new Map()];
    [stopped, audited] = [[], []];
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('pauses what is too bad, once, and tells an operator', async () => {
    count(600, 40);
    await look();
    expect(stopped).toEqual(['offer: 6.67% of 600 mails bounced: more than 5%']);
    await look();
    expect(stopped).toHaveLength(1);
    expect(JSON.stringify(log)).toContain('campaign paused by its guard rails');
    expect(log.join()).toContain('"Attention":10');
    expect(audited).toMatchObject([
      { who: 'guard rails', path: { id: 'offer' }, because: expect.stringContaining('6.67%') },
      { who: 'guard rails', status: 200 },
    ]);
  });

  it('does not mind that somebody else was faster', async () => {
    count(600, 40);
    const books = { open: async () => ({ playbook: { state: () => 'live' } }) as never };
    state = 'paused';
    await guard({ ...ports(), books }, ['offer']);
    expect(mark).toEqual({ day: '2026-01-05', counts: counts(600, 40) });
  });

  it('leaves alone what is not', async () => {
    count(600, 20);
    await look();
    expect(stopped).toEqual([]);
  });

  it('counts anew when the campaign goes on, also of what bounced while it was paused', async () => {
    count(600, 40);
    await look();
    count(0, 60);
    await look();
    state = 'live';
    count(500, 20);
    await look();
    expect(stopped).toHaveLength(1);
    count(100, 40);
    await look();
    expect(stopped).toEqual([expect.any(String), 'offer: 10% of 600 mails bounced: more than 5%']);
  });

  it('counts anew on a later day than that of the pause', async () => {
    count(600, 40);
    await look();
    state = 'live';
    now += 2 * day;
    count(600, 31);
    await look();
    expect(stopped[1]).toBe('offer: 5.17% of 600 mails bounced: more than 5%');
  });

  it('forgets what is older than a week, good or bad', async () => {
    count(100_000, 0);
    now += 6 * day;
    count(900, 100);
    await look();
    expect(stopped).toEqual([]);
    now += 2 * day;
    count(0, 1);
    await look();
    expect(stopped).toEqual(['offer: 11.22% of 900 mails bounced: more than 5%']);
  });

  it('asks nothing when nobody bounced', async () => {
    await guard({ ...ports(), books: { open: () => Promise.reject(new Error('asked')) } }, []);
  });
});

describe('counts', () => {
  it('add up by campaign', () => {
    const all = addUp([
      { campaign: 'a', counter: 'sent' },
      { campaign: 'b', counter: 'sent' },
      { campaign: 'a', counter: 'sent' },
      { campaign: 'a', counter: 'value.holdout', amount: '0.1' },
      { campaign: 'a', counter: 'value.holdout', amount: '0.2' },
    ]);
    expect(Object.fromEntries(all)).toEqual({
      a: { sent: '2', 'value.holdout': '0.3' },
      b: { sent: '1' },
    });
  });
});
