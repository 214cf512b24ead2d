// Moving people to another version: who goes on where, who is let out, and that nobody is mailed twice by it.
import { describe, expect, it } from 'vitest';
import { landing } from '../../../workflows/engine/command.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';
import { worldOf } from '../../support/engine.ts';

const day = 86_400_000;

const version = (number: number, steps: string, more = '') =>
  campaign(`{ steps: ${steps} ${more && `, ${more}`} }`, { version: number });

const first = version(
  1,
  '[{ wait: { for: 3 days } }, { send: one }, { wait: { for: 1 day } }, { send: two }]',
);

const move = (steps: Record<string, string> = {}) => ({ do: 'move', version: 2, steps }) as const;

const begun = (second: typeof first, one = first) =>
  openDiary(one).event('Started', sara).pass('2 days').publish(second);

describe('somebody who is moved', () => {
  it('goes on waiting at the step of the same name, until the end that was set', () => {
    const second = version(2, '[{ send: zero }, { wait: { for: 30 days } }, { send: other }]');
    const diary = begun(second).command('test', move()).pass('9 days');
    expect(diary.lines).toEqual([
      'day 2: moved: goes on at wait',
      'day 3: email other',
      'day 3: completed',
    ]);
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'moved', version: 2 }),
    );
  });

  it('arrives at the substitute of a step that is gone', () => {
    const second = version(2, '[{ id: pause, wait: { for: 5 days } }, { send: other }]');
    const diary = begun(second)
      .command('test', move({ wait: 'pause' }))
      .pass('9 days');
    expect(diary.lines).toEqual([
      'day 2: moved: goes on at pause',
      'day 7: email other',
      'day 7: completed',
    ]);
  });

  it('may have a substitute for a step that is there still', () => {
    const second = version(2, '[{ wait: { for: 3 days } }, { send: one }, { send: last }]');
    const diary = begun(second).command('test', move({ wait: 'last' }));
    expect(diary.lines).toEqual([
      'day 2: moved: goes on at last',
      'day 2: email last',
      'day 2: completed',
    ]);
  });

  it('is let out where the step is gone and nothing stands in for it', () => {
    const second = version(2, '[{ send: other }]');
    for (const order of [move(), move({ wait: 'nowhere' })]) {
      const diary = begun(second).command('test', order).pass('9 days');
      expect(diary.lines).toEqual(['day 2: moved: its step is gone', 'day 2: exit']);
    }
  });

  it('arrives anew where a step of the same name is of another kind', () => {
    const second = version(2, '[{ id: wait, send: other }, { id: two, send: late }]');
    expect(begun(second).command('test', move()).lines).toEqual([
      'day 2: moved: goes on at wait',
      'day 2: email other',
      'day 2: email late',
      'day 2: completed',
    ]);
  });

  it('gets no message twice, and is told so', () => {
    const second = version(2, '[{ send: one }, { wait: { for: 3 days } }, { send: two }]');
    const diary = openDiary(first).event('Started', sara).pass('3.5 days').publish(second);
    diary.command('test', move({ 'wait-2': 'one' })).pass('9 days');
    expect(diary.lines).toEqual([
      'day 3: email one',
      'day 3: moved: goes on at one',
      'day 3: withheld one (sent_before)',
      'day 6: email two',
      'day 6: completed',
    ]);
  });

  it('stays parked while the campaign is paused, with the age of its message', () => {
    const second = version(2, '[{ send: one }, { send: other }]');
    const diary = openDiary(first).event('Started', sara).turn('test', 'paused').pass('4 days');
    diary.publish(second).command('test', move());
    expect(diary.draft.contact.enrollments).toMatchObject([
      { version: 2, step: 'one', parked: start + 3 * day },
    ]);
    diary.command('test', { do: 'move', version: 1, steps: { one: 'two' } });
    expect(diary.draft.contact.enrollments).toMatchObject([
      { version: 1, step: 'two', parked: start + 3 * day },
    ]);
  });

  it('has a goal from then on, where the version has one and the one before had none', () => {
    const second = version(
      2,
      '[{ wait: { for: 1 day } }]',
      'goal: { event: Bought, within: 10 days }',
    );
    const diary = begun(second).command('test', move()).pass('9 days').event('Bought');
    expect(diary.lines.at(-1)).toBe('day 11: goal');
  });

  it('twice to the same version is moved once', () => {
    const second = version(2, '[{ wait: { for: 3 days } }]');
    const diary = begun(second).command('test', move()).command('test', move());
    expect(diary.lines).toEqual(['day 2: moved: goes on at wait']);
  });

  it('is nobody who is through, or in another campaign', () => {
    const second = version(2, '[{ wait: { for: 3 days } }]');
    expect(begun(second).pass('9 days').command('test', move()).lines.at(-1)).toBe(
      'day 4: completed',
    );
    expect(begun(second).command('other', move()).lines).toEqual([]);
  });
});

describe('where somebody would land', () => {
  const second = version(2, '[{ wait: { for: 1 day } }, { id: new, send: other }]');
  const at = (step: string, steps?: Record<string, string>) =>
    landing(
      worldOf([first, second], start),
      { campaign: 'test', step },
      { version: 2, ...(steps && { steps }) },
    );

  it('is known before anybody is moved', () => {
    expect(at('wait')).toBe('wait');
    expect(at('one')).toBeUndefined();
    expect(at('one', { one: 'new' })).toBe('new');
    expect(at('one', { one: 'gone' })).toBeUndefined();
    expect(at('constructor')).toBeUndefined();
  });
});
