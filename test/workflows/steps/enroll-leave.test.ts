// Steps between campaigns: one lets the contact into another campaign, one takes it out of one.
import { describe, expect, it } from 'vitest';
import { enroll } from '../../../workflows/steps/enroll.ts';
import { leave } from '../../../workflows/steps/leave.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara } from '../../support/diary.ts';

const called = (steps: string, id: string, more = '') =>
  campaign(`{ trigger: { call: true }, steps: ${steps} ${more && `, ${more}`} }`, {
    campaign: id,
    reads: ['plan'],
  });

const first = (steps: string, more = '') =>
  campaign(`{ steps: ${steps} ${more && `, ${more}`} }`, { campaign: 'first', reads: ['plan'] });

describe('a step that enrolls', () => {
  it('lets the contact into the other campaign, and goes on in its own', () => {
    const diary = openDiary(
      first('[{ enroll: second }, { send: one }]'),
      called('[{ send: two }]', 'second'),
    ).event('Started', sara);
    expect(diary.lines).toEqual([
      'day 0: enrolls in campaign second',
      'day 0: email one',
      'day 0: completed',
      'day 0: email two',
      'day 0: completed',
    ]);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'entered', because: 'campaign first enrolled it' }),
    );
  });

  it('hands over what the other one may read as its trigger', () => {
    const second = called(
      '[{ branch: { property: plan, op: equals, value: pro }, yes: [{ send: two }] }]',
      'second',
    );
    const diary = openDiary(
      first('[{ enroll: second, with: { plan: "{{ event.plan }}" } }]'),
      second,
    );
    diary.event('Started', { ...sara, properties: { plan: 'pro' } });
    expect(diary.lines).toContain('day 0: email two');
  });

  it('asks the rules of the other one, and notes why it lets nobody in', () => {
    const second = called('[{ send: two }]', 'second', 'audience: { attribute: vip, op: is_set }');
    const diary = openDiary(first('[{ enroll: second }]'), second).event('Started', sara);
    expect(diary.lines).toContain('day 0: not entered (not_in_audience)');
    const nowhere = openDiary(first('[{ enroll: nowhere }]')).event('Started', sara);
    expect(nowhere.transitions).toContainEqual({
      kind: 'not_entered',
      campaign: 'nowhere',
      reason: 'stopped',
      because: 'it is not published',
    });
  });

  it('ends a circle of campaigns after five of them', () => {
    const always = 'reentry: always';
    const ping = called('[{ wait: { for: 1 hour } }, { enroll: pong }]', 'ping', always);
    const pong = called('[{ wait: { for: 1 hour } }, { enroll: ping }]', 'pong', always);
    const diary = openDiary(ping, pong).event('Seen', sara).call('ping').pass('30 days');
    expect(diary.lines.filter((line) => line.includes('enrolls'))).toHaveLength(6);
    expect(diary.lines).toContain('day 0: not entered (too_many_hops)');
  });

  it('says what it reads, and what must exist', () => {
    const step = { enroll: 'second', with: { plan: '{{ event.plan }}' } };
    expect(enroll.reads?.(step)).toEqual(['plan']);
    expect(enroll.refers?.(step)).toEqual(['campaign:second']);
    expect(enroll.sentence?.(step)).toBe('Enroll in campaign second');
  });
});

describe('a step that leaves', () => {
  const waiting = (more = '') =>
    campaign(
      `{ trigger: { event: Seen }, steps: [{ wait: { for: 9 days } }, { send: two }] ${more && `, ${more}`} }`,
      {
        campaign: 'second',
      },
    );

  it('takes the contact out of the other campaign', () => {
    const diary = openDiary(first('[{ leave: second }, { send: one }]'), waiting());
    diary.event('Seen', sara).event('Started').pass('30 days');
    expect(diary.lines).toEqual([
      'day 0: leaves campaign second',
      'day 0: exit',
      'day 0: email one',
      'day 0: completed',
    ]);
  });

  it('does nothing where the contact is not inside', () => {
    const diary = openDiary(first('[{ leave: second }]'), waiting()).event('Started', sara);
    expect(diary.lines).toEqual(['day 0: leaves campaign second', 'day 0: completed']);
  });

  it('leaves the goal of the other campaign open until its window closes', () => {
    const goal = waiting('goal: { event: Bought, within: 30 days }');
    const diary = openDiary(first('[{ leave: second }]'), goal)
      .event('Seen', sara)
      .event('Started');
    expect(diary.pass('20 days').event('Bought').lines).toContain('day 20: goal');
  });

  it('ends its own campaign there and then', () => {
    const own =
      '[{ branch: { attribute: vip, op: is_not_set }, yes: [{ leave: first }] }, { send: one }]';
    for (const more of ['', 'goal: { event: Bought, within: 30 days }']) {
      const diary = openDiary(first(own, more)).event('Started', sara).pass('30 days');
      expect(diary.lines).toEqual([
        'day 0: branch: yes',
        'day 0: leaves campaign first',
        'day 0: exit',
      ]);
    }
    expect(leave.ends?.({ leave: 'first' }, 'first')).toBe(true);
    expect(leave.ends?.({ leave: 'first' }, 'second')).toBe(false);
  });

  it('says what must exist', () => {
    expect(leave.refers?.({ leave: 'second' })).toEqual(['campaign:second']);
    expect(leave.sentence?.({ leave: 'second' })).toBe('Leave campaign second');
  });

  it.each(['', 'Second', 'a b', 'x'.repeat(61)])(
    'is refused where it names no campaign: %j',
    (name) => {
      expect(leave.schema.safeParse({ leave: name }).success).toBe(false);
      expect(enroll.schema.safeParse({ enroll: name }).success).toBe(false);
    },
  );
});
