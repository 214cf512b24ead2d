// The event-based program, by its diary: the interest-rate call, the worked example of this product.
import { describe, expect, it } from 'vitest';
import { openDiary, programVersion, sara } from '../../support/diary.ts';

const retention = await programVersion('event-based');
const customer = { email: sara.email, traits: sara.traits };
const call = { properties: { topic: 'credit card interest rate' } };

describe('the event-based program', () => {
  it('answers a call about an interest rate with a retention offer at once', () => {
    const diary = openDiary(retention)
      .event('Contact Identified', { ...customer, type: 'identify' })
      .event('Support Call Logged', call);
    expect(diary.lines).toEqual(['day 0: email retention-offer', 'day 0: completed']);
  });

  it('says why a call about something else gets no offer', () => {
    const diary = openDiary(retention)
      .event('Contact Identified', { ...customer, type: 'identify' })
      .event('Support Call Logged', { properties: { topic: 'lost card' } });
    expect(diary.lines).toEqual(['day 0: not entered (where_not_met)']);
    expect(diary.transitions.at(-1)).toMatchObject({
      because: 'topic contains "interest rate" (no: "lost card")',
    });
  });

  it('reads the topic without regard to case', () => {
    const topic = 'INTEREST RATE of my loan';
    const diary = openDiary(retention)
      .event('Contact Identified', customer)
      .event('Support Call Logged', { properties: { topic } });
    expect(diary.lines).toContain('day 0: email retention-offer');
  });

  it('does not offer again within 30 days, and does after', () => {
    const diary = openDiary(retention)
      .event('Contact Identified', customer)
      .event('Support Call Logged', call)
      .pass('29 days')
      .event('Support Call Logged', call)
      .pass('2 days')
      .event('Support Call Logged', call);
    expect(diary.lines.filter((line) => !line.includes('completed'))).toEqual([
      'day 0: email retention-offer',
      'day 29: not entered (reentry)',
      'day 31: email retention-offer',
    ]);
  });

  it('counts an accepted offer within 14 days as its goal, and not after', () => {
    const inTime = openDiary(retention)
      .event('Contact Identified', customer)
      .event('Support Call Logged', call)
      .pass('13 days')
      .event('Retention Offer Accepted');
    expect(inTime.lines.at(-1)).toBe('day 13: goal');
    const late = openDiary(retention)
      .event('Contact Identified', customer)
      .event('Support Call Logged', call)
      .pass('15 days')
      .event('Retention Offer Accepted');
    expect(late.lines).not.toContain('day 15: goal');
  });

  it('withholds the offer from someone who unsubscribed, and from someone without an address', () => {
    const consent = { status: 'unsubscribed', method: 'preference_page' } as const;
    const refused = openDiary(retention)
      .event('Contact Identified', { ...customer, consent })
      .event('Support Call Logged', call);
    expect(refused.lines).toContain('day 0: withheld retention-offer (unsubscribed)');
    const unknown = openDiary(retention).event('Support Call Logged', call);
    expect(unknown.lines).toContain('day 0: withheld retention-offer (no_address)');
  });
});
