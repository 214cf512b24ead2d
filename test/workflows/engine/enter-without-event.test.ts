// What lets somebody into a campaign though no event of theirs does: a call, a silence, a day of the year.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara } from '../../support/diary.ts';

describe('a campaign', () => {
  it('lets in by a call of the API', () => {
    const called = campaign(`
      trigger: { call: true }
      steps: [{ send: code }]
    `);
    const diary = openDiary(called).event('Seen', sara).call('test');
    expect(diary.lines).toEqual(['day 0: email code', 'day 0: completed']);
    expect(diary.call('gone').lines.at(-1)).toBe('day 0: not entered (stopped)');
  });

  it('lets in whose silence has lasted, counted from the last time', () => {
    const silence = campaign(`
      trigger: { inactivity: { event: Visited, for: 10 days } }
      reentry: always
      steps: [{ send: miss-you }]
    `);
    const diary = openDiary(silence).event('Visited', sara).pass('6 days').event('Visited');
    const mailed = ['day 16: email miss-you', 'day 16: completed'];
    expect(diary.pass('30 days').lines).toEqual(mailed);
    diary.event('Visited');
    expect(diary.pass('30 days').lines).toEqual([
      ...mailed,
      'day 46: email miss-you',
      'day 46: completed',
    ]);
  });

  it('lets in on a birthday, every year, at nine where the person is', () => {
    const birthday = campaign(`
      trigger: { date: { attribute: birthday, anniversary: true, offset: -1 } }
      reentry: always
      steps: [{ send: cheers }]
    `);
    const traits = { ...sara.traits, birthday: '1990-01-08', timezone: 'Asia/Tehran' };
    const diary = openDiary(birthday).event('Seen', { ...sara, traits });
    diary.pass('400 days');
    expect(diary.lines).toEqual([
      'day 1: email cheers',
      'day 1: completed',
      'day 366: email cheers',
      'day 366: completed',
    ]);
  });
});
