// Goals and exits: at or after the trigger they end a walk, whichever of the two arrives first.
import { describe, expect, it } from 'vitest';
import { nextDue } from '../../../workflows/model/contact.ts';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';

const hour = 3_600_000;

const trial = campaign(`
  trigger: { event: Started }
  reentry: always
  goal: { event: Subscribed, within: 10 days, where: { property: plan, op: not_equals, value: free } }
  exitOn: [{ event: Deleted }, { event: Moved, where: { attribute: country, op: equals, value: US } }]
  steps: [{ wait: { for: 3 days } }, { send: tips }]
`);

const endings = [
  ['goal', 'Subscribed'],
  ['exit', 'Deleted'],
] as const;

describe.each(endings)('the %s', (line, name) => {
  it('ends the walk, says so, and nothing more is due', () => {
    const diary = openDiary(trial).event('Started', sara).pass('1 day').event(name);
    expect(diary.pass('30 days').lines).toEqual([`day 1: ${line}`]);
    expect(nextDue(diary.draft.contact)).toBeUndefined();
    expect(diary.transitions.at(-1)).toMatchObject({ because: `"${name}" happened` });
  });

  it.each([
    ['after', 1, 'already_ended'],
    ['in the same moment as', 0, 'already_ended'],
    ['before', -1, undefined],
  ])('that happened %s the trigger and arrives first', (_, offset, reason) => {
    const diary = openDiary(trial)
      .pass('1 hour')
      .event(name, { timestamp: start + offset });
    diary.event('Started', { ...sara, timestamp: start });
    expect(diary.lines).toEqual(reason ? [`day 0: not entered (${reason})`] : []);
    expect(diary.draft.contact.enrollments).toHaveLength(reason ? 0 : 1);
  });

  it.each([
    ['after', 1, true],
    ['in the same moment as', 0, true],
    ['before', -1, false],
  ])('that happened %s the trigger and arrives second', (_, offset, ends) => {
    const diary = openDiary(trial).event('Started', sara).pass('1 hour');
    diary.event(name, { timestamp: start + offset });
    expect(diary.lines).toEqual(ends ? [`day 0: ${line}`] : []);
  });

  it('wins over a trigger that arrives up to a day later, also when others happened in between', () => {
    const diary = openDiary(trial).pass('1 hour').event(name).event(name, { timestamp: start });
    diary.pass('22 hours').event('Started', { ...sara, timestamp: start + hour / 2 });
    expect(diary.lines).toEqual(['day 0: not entered (already_ended)']);
  });

  it('does not keep anybody from starting anew afterwards', () => {
    const diary = openDiary(trial).event('Started', sara).event(name).pass('1 hour');
    diary.event('Started').pass('3 days');
    expect(diary.lines).toEqual([`day 0: ${line}`, 'day 3: email tips', 'day 3: completed']);
  });
});

describe('an ending', () => {
  it('counts only when it says what is wished', () => {
    const diary = openDiary(trial).event('Started', sara);
    diary.event('Subscribed', { properties: { plan: 'free' } });
    diary.event('Moved', { traits: { country: 'NL' } });
    expect(diary.lines).toEqual([]);
    diary.event('Moved', { traits: { country: 'US' } });
    expect(diary.lines).toEqual(['day 0: exit']);
  });

  it('that did not count is not held against a later trigger', () => {
    const diary = openDiary(trial).pass('1 hour');
    diary.event('Subscribed', { properties: { plan: 'free' } });
    diary.event('Started', { ...sara, timestamp: start });
    expect(diary.draft.contact.enrollments).toHaveLength(1);
  });

  it('is a goal when it is both', () => {
    const both = campaign(`
      goal: { event: Bought, within: 10 days }
      exitOn: [{ event: Bought }]
      steps: [{ wait: { for: 30 days } }, { send: tips }]
    `);
    expect(openDiary(both).event('Started', sara).event('Bought').lines).toEqual(['day 0: goal']);
    const late = openDiary(both).event('Started', sara).pass('11 days').event('Bought');
    expect(late.lines).toEqual(['day 11: exit']);
  });

  it('that also is the trigger ends one walk and begins the next', () => {
    const renewed = campaign(`
      reentry: always
      exitOn: [{ event: Started }]
      steps: [{ wait: { for: 3 days } }, { send: tips }]
    `);
    const diary = openDiary(renewed).event('Started', sara).pass('2 days').event('Started');
    expect(diary.pass('9 days').lines).toEqual([
      'day 2: exit',
      'day 5: email tips',
      'day 5: completed',
    ]);
  });

  it('may be a condition that begins to hold', () => {
    const left = campaign(`
      trigger: { event: Started }
      exitOn: [{ condition: { attribute: plan, op: equals, value: paid } }]
      steps: [{ wait: { for: 3 days } }, { send: tips }]
    `);
    const diary = openDiary(left)
      .event('Started', sara)
      .pass('1 day')
      .edit({ set: { plan: 'paid' } });
    expect(diary.pass('9 days').lines).toEqual(['day 1: exit']);
  });

  it('concerns only the campaigns that name it', () => {
    const other = campaign('[{ wait: { for: 3 days } }, { send: news }]', { campaign: 'other' });
    const diary = openDiary(trial, other).event('Started', sara).event('Deleted').pass('9 days');
    expect(diary.lines).toEqual(['day 0: exit', 'day 3: email news', 'day 3: completed']);
  });
});

describe('the goal window', () => {
  const completed = () => openDiary(trial).event('Started', sara).pass('3 days');
  const mailed = ['day 3: email tips', 'day 3: completed'];

  it('outlasts the walk: a goal after the last step still counts, and once', () => {
    const diary = completed().pass('6 days').event('Subscribed').event('Subscribed');
    expect(diary.lines).toEqual([...mailed, 'day 9: goal']);
    expect(diary.draft.contact.enrollments).toEqual([]);
  });

  it('hears no exit any more', () => {
    expect(completed().event('Deleted').lines).toEqual(mailed);
  });

  it('ends to the millisecond, by the time of the deed', () => {
    const last = start + 240 * hour;
    const inside = completed().pass('7 days').event('Subscribed', { timestamp: last });
    expect(inside.lines).toEqual([...mailed, 'day 10: goal']);
    const outside = completed()
      .pass('8 days')
      .event('Subscribed', { timestamp: last + 1 });
    expect(outside.lines).toEqual(mailed);
  });

  it('counts a goal that happened inside it and arrives hours later', () => {
    const diary = completed().pass('7 days').pass('5 hours');
    diary.event('Subscribed', { timestamp: start + 239 * hour });
    expect(diary.lines).toEqual([...mailed, 'day 10: goal']);
  });

  it('closes for good a day after its end, with whatever happens next', () => {
    const diary = completed().pass('8 days');
    expect(diary.draft.contact.enrollments).toHaveLength(1);
    diary.pass('1 minute').event('Page Viewed');
    expect(diary.draft.contact.enrollments).toEqual([]);
  });

  it('does not close on someone who is still walking', () => {
    const long = campaign(`
      goal: { event: Subscribed, within: 1 day }
      steps: [{ wait: { for: 9 days } }, { send: tips }]
    `);
    const diary = openDiary(long).event('Started', sara).pass('5 days').event('Subscribed');
    expect(diary.pass('9 days').lines).toEqual(['day 9: email tips', 'day 9: completed']);
  });

  it('leaves someone who finished free to enter again, and is reached once by one event', () => {
    const diary = completed().event('Started').pass('1 hour').event('Subscribed');
    expect(diary.lines).toEqual([...mailed, 'day 3: exit', 'day 3: goal']);
    expect(diary.draft.contact.enrollments).toEqual([]);
  });

  it('counts a goal after an exit too, as it does for those held out', () => {
    const diary = openDiary(trial).event('Started', sara).pass('1 day').event('Deleted');
    expect(diary.pass('1 day').event('Subscribed').lines).toEqual(['day 1: exit', 'day 2: goal']);
  });
});
