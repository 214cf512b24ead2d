// A paused campaign keeps everybody in place: what falls due is parked, and what becomes of it is said when it goes on.
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../workflows/model/cause.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';

const hour = 3_600_000;
const day = 24 * hour;

const drip = campaign(`
  goal: { event: Bought, within: 60 days }
  exitOn: [{ event: Closed }, { condition: { attribute: plan, op: equals, value: pro } }]
  steps:
    - wait: { for: 1 day }
    - send: one
    - wait: { for: 1 day }
    - send: two
`);

const paused = (one = drip) => openDiary(one).event('Started', sara).turn('test', 'paused');
const resume = (stale: 'send' | 'skip'): Command => ({ do: 'resume', stale });
const goOn = (diary: ReturnType<typeof paused>, stale: 'send' | 'skip') =>
  diary.turn('test', 'live').command('test', resume(stale));

describe('a paused campaign', () => {
  it('lets nobody in, and says so', () => {
    const diary = openDiary(drip).turn('test', 'paused').event('Started', sara);
    expect(diary.transitions).toContainEqual({
      kind: 'not_entered',
      campaign: 'test',
      reason: 'paused',
      because: 'the campaign is paused',
    });
  });

  it('parks what falls due, once, and nothing is due any more', () => {
    const diary = paused().pass('9 days');
    expect(diary.lines).toEqual(['day 1: parked at one']);
    expect(diary.draft.contact.enrollments).toMatchObject([{ step: 'one', parked: start + day }]);
    expect(diary.draft.contact.enrollments[0]).not.toHaveProperty('until');
  });

  it('leaves those alone whose wait goes on beyond the pause', () => {
    const diary = paused().pass('23 hours').turn('test', 'live').pass('9 days');
    expect(diary.lines).toEqual(['day 1: email one', 'day 2: email two', 'day 2: completed']);
  });

  it('parks who is woken by an event, where it would go on', () => {
    const waiting = campaign(`
      - wait: { for: 9 days, until: { event: Seen } }
        onTimeout: [{ send: nudge }]
      - send: thanks
    `);
    const diary = paused(waiting).event('Seen').pass('20 days');
    expect(diary.lines).toEqual(['day 0: woken: "Seen" happened', 'day 0: parked at thanks']);
    expect(goOn(diary, 'skip').lines.at(-1)).toBe('day 20: completed');
  });

  it('parks a message that was held, with the age it has', () => {
    const windowed = campaign(`{
      sending: { window: { from: "18:00", to: "20:00" }, expires: 12 hours },
      steps: [{ send: hello }]
    }`);
    const diary = paused(windowed).pass('10 hours');
    expect(diary.lines).toContain('day 0: parked at hello');
    expect(goOn(diary.pass('3 hours'), 'send').lines.at(-2)).toBe(
      'day 0: withheld hello (expired)',
    );
  });

  it.each([
    ['a goal', (diary: ReturnType<typeof paused>) => diary.event('Bought'), 'day 5: goal'],
    ['an exit', (diary: ReturnType<typeof paused>) => diary.event('Closed'), 'day 5: exit'],
    [
      'an exit by a condition',
      (diary: ReturnType<typeof paused>) => diary.edit({ set: { plan: 'pro' } }),
      'day 5: exit',
    ],
  ])('still ends by %s, and nothing comes of it later', (_, happens, line) => {
    const diary = happens(paused().pass('5 days'));
    expect(diary.lines.at(-1)).toBe(line);
    const { length } = diary.lines;
    expect(goOn(diary, 'send').pass('9 days').lines).toHaveLength(length);
  });

  it('is not resumed by a command that comes while it is paused still', () => {
    const diary = paused().pass('2 days').command('test', resume('send')).pass('1 day');
    expect(diary.lines).toEqual(['day 1: parked at one']);
    expect(goOn(diary, 'send').lines).toContain('day 3: email one');
  });
});

describe('a campaign that goes on', () => {
  it('sends what is not too old, and its waits begin then', () => {
    const diary = goOn(paused().pass('3 days'), 'send').pass('2 days');
    expect(diary.lines).toEqual([
      'day 1: parked at one',
      'day 3: email one',
      'day 4: email two',
      'day 4: completed',
    ]);
  });

  it('does not send what is older than 72 hours, and says why', () => {
    const diary = goOn(paused().pass('5 days'), 'send').pass('2 days');
    expect(diary.lines).toEqual([
      'day 1: parked at one',
      'day 5: withheld one (expired)',
      'day 6: email two',
      'day 6: completed',
    ]);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ because: 'was due 4 days ago, and expires after 72 hours' }),
    );
  });

  it('skips what fell due, however young, and goes on behind it', () => {
    const diary = goOn(paused().pass('26 hours'), 'skip').pass('2 days');
    expect(diary.lines).toEqual([
      'day 1: parked at one',
      'day 1: withheld one (skipped_on_resume)',
      'day 2: email two',
      'day 2: completed',
    ]);
  });

  it('skips every message up to the next wait, also behind a branch', () => {
    const several = campaign(`
      - wait: { for: 1 day }
      - branch: { attribute: email, op: is_set }
        yes: [{ send: one }, { send: two }]
      - wait: { for: 1 day }
      - send: three
    `);
    const diary = goOn(paused(several).pass('2 days'), 'skip').pass('2 days');
    expect(diary.lines).toEqual([
      'day 1: parked at branch',
      'day 2: branch: yes',
      'day 2: withheld one (skipped_on_resume)',
      'day 2: withheld two (skipped_on_resume)',
      'day 3: email three',
      'day 3: completed',
    ]);
  });

  it('spaces people out, each at a time of their own, where everything is asked again', () => {
    const over = 10 * hour;
    const diary = paused().pass('2 days').turn('test', 'live');
    diary.command('test', { do: 'resume', stale: 'space_out', over });
    const [{ until = 0 } = {}] = diary.draft.contact.enrollments;
    expect(until).toBeGreaterThan(start + 2 * day);
    expect(until).toBeLessThan(start + 2 * day + over);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        kind: 'held',
        step: 'one',
        until,
        because: 'the campaign goes on, spaced out over 10 hours',
      }),
    );
    expect(diary.unsubscribe().pass('1 day').lines).toContain('day 2: withheld one (unsubscribed)');
  });

  it('makes no message older by spacing it out; only the pause does', () => {
    const spaced = (pause: string) => {
      const diary = paused().pass('1 day').pass(pause).turn('test', 'live');
      diary.command('test', { do: 'resume', stale: 'space_out', over: 20 * day });
      const [{ until = 0 } = {}] = diary.draft.contact.enrollments;
      expect(until).toBeGreaterThan(start + 8 * day);
      return diary.pass('30 days').lines;
    };
    expect(spaced('71 hours').some((line) => line.includes('email one'))).toBe(true);
    expect(spaced('73 hours').some((line) => line.includes('withheld one (expired)'))).toBe(true);
  });

  it('says in the timeline that it goes on', () => {
    expect(goOn(paused().pass('2 days'), 'send').transitions).toContainEqual(
      expect.objectContaining({ kind: 'resumed', step: 'one', because: 'the campaign goes on' }),
    );
  });

  it('keeps everybody on the version they entered', () => {
    const second = campaign('{ steps: [{ wait: { for: 1 day } }, { send: other }] }', {
      version: 2,
    });
    const diary = paused().pass('2 days').publish(second);
    expect(goOn(diary, 'send').lines).toContain('day 2: email one');
  });

  it('may be paused again, and parks anew with the age of before', () => {
    const diary = paused().pass('2 days').turn('test', 'live');
    diary.command('test', { do: 'resume', stale: 'space_out', over: hour }).turn('test', 'paused');
    diary.pass('1 day');
    const [{ parked = 0 } = {}] = diary.draft.contact.enrollments;
    expect(parked - start - day).toBeLessThan(hour);
    expect(goOn(diary.pass('3 days'), 'send').lines.at(-1)).toContain('withheld one (expired)');
  });
});

describe('a stopped campaign', () => {
  it('lets nobody in, and lets people out as they fall due', () => {
    const diary = openDiary(drip).event('Started', sara).turn('test', 'stopped').pass('9 days');
    expect(diary.event('Started').lines).toEqual(['day 1: exit', 'day 9: not entered (stopped)']);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'exited', because: 'the campaign is stopped' }),
    );
  });

  it('counts the goals of those it let out, while their windows are open', () => {
    const diary = openDiary(drip).event('Started', sara).turn('test', 'stopped').pass('9 days');
    expect(diary.event('Bought').lines.at(-1)).toBe('day 9: goal');
  });

  it('lets out who was parked, when it was paused before, as soon as a command comes by', () => {
    const diary = paused().pass('3 days').turn('test', 'stopped').command('test', resume('send'));
    expect(diary.lines).toEqual(['day 1: parked at one', 'day 3: exit']);
  });
});
