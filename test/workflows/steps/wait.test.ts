// A wait step: for a time, or until something happens, with a path for when it does not.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';

const hour = 3_600_000;

const plain = campaign('[{ send: one }, { wait: { for: 36 hours } }, { send: two }]');

const nudging = campaign(`
  - wait: { for: 3 days, until: { event: Report Created } }
    onTimeout:
      - send: nudge
      - wait: { for: 2 days }
      - send: second-nudge
  - send: thanks
`);

const large = campaign(`
  - wait:
      for: 3 days
      until: { event: Order Placed, where: { property: total, op: gte, value: 100 } }
    onTimeout: [{ send: discount }]
  - send: thanks
`);

const began = () => openDiary(nudging).event('Started', sara);

describe('a wait for a time', () => {
  it('goes on exactly when the time is over', () => {
    const diary = openDiary(plain).event('Started', sara).pass('35 hours');
    expect(diary.lines).toEqual(['day 0: email one']);
    expect(diary.pass('1 hour').lines.slice(1)).toEqual(['day 1: email two', 'day 1: completed']);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'resumed', because: '36 hours have passed' }),
    );
  });

  it('hears nothing', () => {
    const diary = openDiary(plain).event('Started', sara).event('Report Created', sara);
    expect(diary.lines).toEqual(['day 0: email one']);
  });

  it('says until when it waits', () => {
    expect(openDiary(plain).event('Started', sara).transitions.at(-1)).toMatchObject({
      kind: 'waiting',
      step: 'wait',
      until: start + 36 * hour,
    });
  });
});

describe('a wait until an event', () => {
  it('goes on at once when the event is heard in time, past the time-out path', () => {
    expect(began().pass('1 day').event('Report Created').pass('9 days').lines).toEqual([
      'day 1: woken: "Report Created" happened',
      'day 1: email thanks',
      'day 1: completed',
    ]);
  });

  it('takes the time-out path when it is not, and comes back to what follows', () => {
    const diary = began().pass('9 days');
    expect(diary.lines).toEqual([
      'day 3: email nudge',
      'day 5: email second-nudge',
      'day 5: email thanks',
      'day 5: completed',
    ]);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ because: '3 days have passed without "Report Created"' }),
    );
  });

  it('listens no more once the time-out path is taken', () => {
    expect(began().pass('4 days').event('Report Created').lines).toEqual(['day 3: email nudge']);
  });

  it('goes on after its time-out when there is no such path', () => {
    const bare = campaign(
      '[{ wait: { for: 1 day, until: { event: Report Created } } }, { send: a }]',
    );
    const diary = openDiary(bare).event('Started', sara).pass('1 day');
    expect(diary.lines).toEqual(['day 1: email a', 'day 1: completed']);
  });

  it('is not woken by another event', () => {
    expect(began().event('report created').event('Report Deleted').lines).toEqual([]);
  });

  it('wakes only for an event that says what is wished, and says so', () => {
    const diary = openDiary(large).event('Started', sara);
    diary.event('Order Placed', { properties: { total: 99 } }).event('Order Placed');
    expect(diary.lines).toEqual([]);
    expect(diary.event('Order Placed', { properties: { total: 100 } }).lines).toEqual([
      'day 0: woken: "Order Placed" happened, total is at least 100 (yes: 100)',
      'day 0: email thanks',
      'day 0: completed',
    ]);
  });

  it('reads what the contact has become by that very event', () => {
    const until = 'until: { event: Upgraded, where: { attribute: plan, op: equals, value: pro } }';
    const upgraded = campaign(`[{ wait: { for: 1 day, ${until} } }, { send: thanks }]`);
    const diary = openDiary(upgraded).event('Started', sara);
    expect(diary.event('Upgraded', { traits: { plan: 'pro' } }).lines).toContain(
      'day 0: email thanks',
    );
  });
});

describe('two campaigns that wait for the same event', () => {
  const other = campaign(
    `[{ wait: { for: 2 days, until: { event: Report Created } }, onTimeout: [{ send: sorry }] }]`,
    { campaign: 'other' },
  );

  it('are both woken by it', () => {
    const diary = openDiary(nudging, other).event('Started', sara).event('Report Created');
    const completed = diary.transitions.filter(({ kind }) => kind === 'completed');
    expect(completed.map((one) => 'campaign' in one && one.campaign).toSorted()).toEqual([
      'other',
      'test',
    ]);
  });

  it('run out of time each on its own', () => {
    const diary = openDiary(nudging, other).event('Started', sara).pass('60 hours');
    expect(diary.lines).toEqual(['day 2: email sorry', 'day 2: completed']);
    expect(diary.event('Report Created').lines.at(-1)).toBe('day 2: completed');
    expect(diary.draft.contact.enrollments).toEqual([]);
  });
});
