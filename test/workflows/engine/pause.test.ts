// A paused campaign keeps everybody in place: what falls due is parked. A stopped one lets people out.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';
import { drip, goOn, paused, resume } from '../../support/pausing.ts';

const day = 86_400_000;

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
