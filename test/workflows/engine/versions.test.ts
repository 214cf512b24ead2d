// Publishing: people inside stay on the version they entered; who comes later gets the new one.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara } from '../../support/diary.ts';

const first = campaign(
  `
  goal: { event: Bought, within: 30 days }
  reentry: always
  steps:
    - wait: { for: 2 days, until: { event: Called } }
    - send: old-letter
`,
  { version: 1 },
);

const second = campaign(
  `
  goal: { event: Signed, within: 30 days }
  exitOn: [{ event: Left }]
  reentry: always
  steps:
    - send: new-letter
    - id: pause
      wait: { for: 5 days, until: { event: Written } }
    - send: new-reminder
`,
  { version: 2 },
);

const inside = () => openDiary(first).event('Started', sara).pass('1 day').publish(second);

describe('when a new version is published', () => {
  it('people inside go on with the steps of theirs', () => {
    const diary = inside().pass('1 day');
    expect(diary.lines).toEqual(['day 2: email old-letter', 'day 2: completed']);
    expect(diary.draft.messages[0]?.version).toBe(1);
  });

  it('people inside wait for what theirs waits for', () => {
    expect(inside().event('Written').lines).toEqual([]);
    expect(inside().event('Called').lines).toContain('day 1: email old-letter');
  });

  it('people inside end by the goals and exits of theirs', () => {
    expect(inside().event('Signed').event('Left').lines).toEqual([]);
    expect(inside().event('Bought').lines).toEqual(['day 1: goal']);
  });

  it('people inside are not let in a second time', () => {
    expect(inside().event('Started').lines).toEqual(['day 1: not entered (already_inside)']);
  });

  it('who enters afterwards walks the new one', () => {
    const diary = inside().pass('1 day').event('Started').pass('9 days');
    expect(diary.lines).toEqual([
      'day 2: email old-letter',
      'day 2: completed',
      'day 2: email new-letter',
      'day 7: email new-reminder',
      'day 7: completed',
    ]);
    expect(diary.draft.messages.map(({ version }) => version)).toEqual([1, 2, 2]);
  });

  it('a goal before a late trigger is that of the new one', () => {
    const diary = openDiary(first).publish(second).event('Bought').event('Left');
    expect(Object.keys(diary.draft.contact.ended)).toEqual(['test']);
    expect(openDiary(first).publish(second).event('Bought').draft.contact.ended).toEqual({});
  });
});
