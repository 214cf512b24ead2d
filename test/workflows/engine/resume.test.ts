// A campaign that goes on after a pause: what becomes of what fell due meanwhile is said with the command.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { start } from '../../support/diary.ts';
import { goOn, paused } from '../../support/pausing.ts';

const hour = 3_600_000;
const day = 24 * hour;

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
