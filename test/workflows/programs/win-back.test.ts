// The win-back program, by its diaries: a question, rising incentives, a goodbye, and then peace.
import { describe, expect, it } from 'vitest';
import { readPrograms } from '../../../infra/programs.ts';
import { segmentDocument } from '../../../workflows/model/segment.ts';
import { shippedCatalog } from '../../support/catalog.ts';
import { type Diary, openDiaryIn, programVersion, sara } from '../../support/diary.ts';
import type { Surroundings } from '../../support/engine.ts';

const winBack = await programVersion('win-back');
const wake = await programVersion('wake');
const around: Surroundings = { catalog: shippedCatalog('win-back'), stock: () => 'granted' };

const segments = readPrograms()
  .filter(({ name }) => name === 'win-back')
  .flatMap((program) => program.segments)
  .map(({ id, body }) => ({ segment: id, version: 1, document: segmentDocument.parse(body) }));

const order = (revenue: number, given: object = {}) => ({
  properties: { revenue, currency: 'EUR', ...given },
});

/** Buys three times, two weeks apart, for so much each time; then falls silent. */
function customer(revenue: number, given: Surroundings = around): Diary {
  return openDiaryIn(given, winBack)
    .event('Contact Identified', { email: sara.email, traits: sara.traits })
    .event('Order Completed', order(revenue))
    .pass('14 days')
    .event('Order Completed', order(revenue))
    .pass('14 days')
    .event('Order Completed', order(revenue));
}

const emails = ({ lines }: Diary) => lines.filter((line) => line.includes('email'));

describe('the win-back program', () => {
  it('asks, offers, offers better to the best, says goodbye and rests', () => {
    const diary = customer(100).pass('400 days');
    expect(diary.lines).toEqual([
      'day 91: email we-miss-you',
      'day 101: 10% off your next order: the first that they may have',
      'day 101: email come-back-offer',
      'day 115: branch: yes',
      'day 115: 25% off your next order: the first that they may have',
      'day 115: email best-offer',
      'day 129: email goodbye',
      'day 136: tag resting',
      'day 136: completed',
    ]);
    expect(diary.draft.contact.traits.tags).toEqual(['resting']);
  });

  it('keeps the best incentive for who was worth most', () => {
    const diary = customer(50).pass('400 days');
    expect(emails(diary)).toEqual([
      'day 91: email we-miss-you',
      'day 101: email come-back-offer',
      'day 115: email goodbye',
    ]);
  });

  it('leaves alone who is not worth its cost, and keeps the reason', () => {
    const diary = customer(30).pass('400 days');
    expect(diary.lines).toEqual(['day 91: not entered (not_worth_its_cost)']);
    expect(diary.transitions.at(-1)).toMatchObject({
      because: expect.stringMatching(
        /expected gain 1.35 \(5% chance × 30% margin × 90.00 a year\) is not worth the cost of 1.50$/,
      ),
    });
  });

  it('tells why it began, in the words of that person’s own orders', () => {
    const diary = customer(100).pass('100 days');
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({
        kind: 'entered',
        because: expect.stringMatching(
          /^no order for 63 days, usual is 23 days, of their own 2 gaps/,
        ),
      }),
    );
  });

  it.each([70, 80, 90, 105])('leaves at once on a purchase after %i days of silence', (days) => {
    const diary = customer(100).pass(`${days} days`).event('Order Completed', order(40));
    const before = emails(diary).length;
    expect(diary.lines.at(-1)).toBe(`day ${28 + days}: goal worth 40`);
    expect(emails(diary.pass('25 days'))).toHaveLength(before);
  });

  it('begins again when the silence after that purchase is long', () => {
    const diary = customer(100).pass('75 days').event('Order Completed', order(40));
    expect(
      emails(diary.pass('300 days')).filter((line) => line.includes('we-miss-you')),
    ).toHaveLength(2);
  });

  it('counts an order with the code as the offer taken up', () => {
    const diary = customer(100).pass('85 days');
    diary.event('Order Completed', order(40, { coupon: 'COMEBACK10' }));
    expect(diary.transitions).toContainEqual(
      expect.objectContaining({ kind: 'redeemed', offer: 'come-back-10', value: '40' }),
    );
  });

  it('does not rest who would rather hear from us', () => {
    const diary = customer(50).pass('90 days').event('Stay Requested').pass('400 days');
    expect(diary.lines.at(-1)).toBe('day 118: exit');
    expect(diary.draft.contact.traits.tags).toBeUndefined();
  });

  it('ends the rest with the next order', () => {
    const diary = openDiaryIn({ ...around, segments }, wake)
      .event('Contact Identified', { traits: { tags: ['resting', 'vip'] } })
      .pass('30 days')
      .event('Order Completed', order(40));
    expect(diary.lines).toEqual([
      'day 0: in resting',
      'day 30: in returned',
      'day 30: untag resting',
      'day 30: completed',
      'day 30: out of resting',
      'day 30: out of returned',
    ]);
    expect(diary.draft.contact.traits.tags).toEqual(['vip']);
  });

  it('does not write to who has bought once only', () => {
    const diary = openDiaryIn(around, winBack)
      .event('Order Completed', { ...order(500), email: sara.email })
      .pass('900 days');
    expect(diary.lines).toEqual([]);
  });
});
