// The drip program, by its diary: three mails over nine days, and out at once on a demo or an order.
import { describe, expect, it } from 'vitest';
import { confirm } from '../../support/consenting.ts';
import { openDiary, openDiaryIn, programVersion, sara, start } from '../../support/diary.ts';

const nurture = await programVersion('drip-nurture');
const emails = (lines: readonly string[]) => lines.filter((line) => line.includes('email'));

describe('the drip-nurture program', () => {
  it('sends three mails over nine days', () => {
    const diary = openDiary(nurture).event('Lead Captured', sara).pass('30 days');
    expect(diary.lines).toEqual([
      'day 0: agreed: next',
      'day 0: email welcome',
      'day 3: email case-study',
      'day 9: email demo-invitation',
      'day 9: completed',
    ]);
  });

  it.each([
    ['Demo Booked', 'goal'],
    ['Order Completed', 'exit'],
  ])('leaves at once on %s', (name, ending) => {
    const diary = openDiary(nurture).event('Lead Captured', sara).pass('4 days').event(name);
    expect(diary.pass('30 days').lines).toEqual([
      'day 0: agreed: next',
      'day 0: email welcome',
      'day 3: email case-study',
      `day 4: ${ending}`,
    ]);
  });

  it('does not enter when the order arrives before the lead that it came after', () => {
    const diary = openDiary(nurture)
      .pass('1 hour')
      .event('Order Completed')
      .event('Lead Captured', { ...sara, timestamp: start });
    expect(diary.lines).toEqual(['day 0: not entered (already_ended)']);
  });

  it('enters a lead that buys first and asks for more later', () => {
    const diary = openDiary(nurture)
      .event('Order Completed')
      .pass('1 hour')
      .event('Lead Captured', sara);
    expect(emails(diary.lines)).toEqual(['day 0: email welcome']);
  });

  it('mails nobody who did not agree', () => {
    const { consent: _, ...silent } = sara;
    const diary = openDiary(nurture).event('Lead Captured', silent).pass('30 days');
    expect(emails(diary.lines)).toEqual([]);
    expect(diary.lines).toContain('day 7: withheld welcome (not_subscribed)');
  });

  it('waits for whoever has to confirm the address first', () => {
    const diary = openDiaryIn({ workspace: { doubleOptIn: true } }, nurture);
    diary.event('Lead Captured', sara).pass('2 days');
    expect(emails(diary.lines)).toEqual([]);
    confirm(diary, sara.email).pass('30 days');
    expect(emails(diary.lines)).toEqual([
      'day 2: email welcome',
      'day 5: email case-study',
      'day 11: email demo-invitation',
    ]);
  });

  it('stops mailing in the middle when the lead unsubscribes', () => {
    const wish = { status: 'unsubscribed', method: 'preference_page' } as const;
    const diary = openDiary(nurture)
      .event('Lead Captured', sara)
      .pass('1 day')
      .event('Consent Changed', { consent: wish })
      .pass('30 days');
    expect(emails(diary.lines)).toEqual(['day 0: email welcome']);
    expect(diary.lines).toContain('day 3: withheld case-study (unsubscribed)');
  });

  it('triggers nothing by an event that is older than a day', () => {
    const old = start - 25 * 3_600_000;
    const diary = openDiary(nurture).event('Lead Captured', { ...sara, timestamp: old });
    expect(diary.lines).toEqual(['day 0: not entered (stale_event)']);
    expect(diary.draft.contact.traits.first_name).toBe('Sara');
  });

  it('is not entered twice by the same event, nor ever again', () => {
    const diary = openDiary(nurture)
      .event('Lead Captured', { ...sara, id: 'one' })
      .event('Lead Captured', { ...sara, id: 'one' })
      .event('Lead Captured', { ...sara, id: 'two' })
      .pass('30 days')
      .event('Lead Captured', sara);
    expect(emails(diary.lines)).toHaveLength(3);
    expect(diary.lines.filter((line) => line.includes('not entered'))).toEqual([
      'day 0: not entered (already_inside)',
      'day 30: not entered (reentry)',
    ]);
  });
});
