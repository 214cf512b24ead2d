// Entering, entering again, and why not.
import { describe, expect, it } from 'vitest';
import { campaign } from '../../support/campaign.ts';
import { openDiary, sara, start } from '../../support/diary.ts';

const hour = 3_600_000;
const withReentry = (reentry: string) =>
  campaign(`{ reentry: ${reentry}, steps: [{ send: hello }, { wait: { for: 1 day } }] }`);

/** Started on days 0, 2, 4 and 6: the days on which that led to a mail. */
const days = (reentry: string) => {
  const diary = openDiary(withReentry(reentry)).event('Started', sara);
  for (let day = 2; day <= 6; day += 2) diary.pass('2 days').event('Started');
  return diary.lines.filter((line) => /email|not entered/.test(line));
};

describe('re-entry', () => {
  it('never, unless the campaign says otherwise', () => {
    const never = [
      'day 0: email hello',
      'day 2: not entered (reentry)',
      'day 4: not entered (reentry)',
      'day 6: not entered (reentry)',
    ];
    expect(days('never')).toEqual(never);
    const silent = openDiary(campaign('[{ send: hello }]')).event('Started', sara);
    expect(silent.event('Started').lines.at(-1)).toBe('day 0: not entered (reentry)');
  });

  it('always', () => {
    expect(days('always')).toEqual([0, 2, 4, 6].map((day) => `day ${day}: email hello`));
  });

  it('after a time, counted from the last entry, to the millisecond', () => {
    expect(days('{ after: 4 days }')).toEqual([
      'day 0: email hello',
      'day 2: not entered (reentry)',
      'day 4: email hello',
      'day 6: not entered (reentry)',
    ]);
  });

  it.each(['never', 'always', '{ after: 1 minute }'])(
    'of somebody who is still inside is none: %s',
    (reentry) => {
      const diary = openDiary(withReentry(reentry)).event('Started', sara).pass('1 hour');
      expect(diary.event('Started').lines.at(-1)).toBe('day 0: not entered (already_inside)');
      expect(diary.transitions.at(-1)).toMatchObject({ because: 'waiting at wait' });
    },
  );

  it('is a walk of its own, with messages of its own', () => {
    const diary = openDiary(withReentry('always')).event('Started', sara).pass('2 days');
    const { messages, contact } = diary.event('Started').draft;
    expect(new Set(messages.map(({ id }) => id)).size).toBe(2);
    expect(new Set(messages.map(({ enrollment }) => enrollment)).size).toBe(2);
    expect(contact.entries.test).toMatchObject({ count: 2, last: start + 48 * hour });
  });
});

describe('someone enters', () => {
  const choosy = campaign(`
    trigger: { event: Started, where: { property: total, op: gte, value: 100 } }
    audience: { attribute: country, op: in, value: [NL, BE] }
    steps: [{ send: hello }]
  `);
  const started = (total: number, country: string) =>
    openDiary(choosy).event('Started', {
      traits: { ...sara.traits, country },
      consent: sara.consent,
      properties: { total },
    });

  it('when the event says what is wished and they are who is meant, and is told why', () => {
    expect(started(120, 'NL').transitions).toContainEqual({
      kind: 'entered',
      campaign: 'test',
      enrollment: expect.stringMatching(/^enr_/),
      version: 1,
      because:
        '"Started" happened, total is at least 100 (yes: 120), country is NL or BE (yes: NL)',
    });
  });

  it('and otherwise not, and is told why not', () => {
    expect(started(20, 'NL').transitions.at(-1)).toEqual({
      kind: 'not_entered',
      campaign: 'test',
      reason: 'where_not_met',
      because: 'total is at least 100 (no: 20)',
    });
    expect(started(120, 'DE').transitions.at(-1)).toMatchObject({ reason: 'not_in_audience' });
  });

  it('is not counted when they did not enter', () => {
    expect(started(20, 'NL').draft.contact.entries).toEqual({});
  });

  it('by an event of the last day, and by none that is older', () => {
    const plain = campaign('[{ send: hello }]');
    const late = (age: number) =>
      openDiary(plain).event('Started', { ...sara, timestamp: start - age }).lines;
    expect(late(24 * hour)).toContain('day 0: email hello');
    expect(late(24 * hour + 1)).toEqual(['day 0: not entered (stale_event)']);
  });

  it('at once in every campaign that waits for the event', () => {
    const names = ['one', 'two', 'three'];
    const all = names.map((name) => campaign(`[{ send: ${name} }]`, { campaign: name }));
    const { lines, draft } = openDiary(...all).event('Started', sara);
    expect(lines.filter((line) => line.includes('email'))).toEqual(
      names.sort().map((name) => `day 0: email ${name}`),
    );
    expect(new Set(draft.messages.map(({ id }) => id)).size).toBe(3);
  });

  it('with the same ids wherever it is decided, and with others for another person', () => {
    const plain = withReentry('never');
    const ids = () =>
      openDiary(plain)
        .event('Started', sara)
        .draft.messages.map(({ id }) => id);
    expect(ids()).toEqual(ids());
  });
});
