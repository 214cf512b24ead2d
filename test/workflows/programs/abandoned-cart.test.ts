// The abandoned cart, by its diary: a reminder, help, and silence as soon as the order comes.
import { describe, expect, it } from 'vitest';
import { openDiary, programVersion, sara } from '../../support/diary.ts';

const cart = await programVersion('abandoned-cart');
const started = () =>
  openDiary(cart).event('Checkout Started', {
    ...sara,
    properties: { products: [{ name: 'Tea' }] },
  });

describe('the abandoned-cart campaign', () => {
  it('reminds after an hour, helps after a day, and then is silent', () => {
    expect(started().pass('30 days').lines).toEqual([
      'day 0: email cart-reminder',
      'day 1: email cart-help',
      'day 1: completed',
    ]);
  });

  it('says nothing to who orders within the hour', () => {
    const diary = started().pass('50 minutes');
    diary.event('Order Completed', { properties: { total: '49.90' } });
    expect(diary.pass('10 days').lines).toEqual(['day 0: goal worth 49.9']);
  });

  it('says nothing more to who orders after the reminder, and counts the order', () => {
    const diary = started()
      .pass('3 hours')
      .event('Order Completed', { properties: { total: 20 } });
    expect(diary.pass('10 days').lines).toEqual([
      'day 0: email cart-reminder',
      'day 0: goal worth 20',
    ]);
  });

  it('does not begin when the order was heard of before the check-out', () => {
    const early = openDiary(cart).pass('1 hour').event('Order Completed');
    early.event('Checkout Started', { ...sara, timestamp: early.now - 60_000 });
    expect(early.lines).toEqual(['day 0: not entered (already_ended)']);
  });

  it('leaves a second cart of the same week alone', () => {
    const diary = started().pass('2 days').event('Checkout Started');
    expect(diary.lines.at(-1)).toBe('day 2: not entered (reentry)');
  });

  it('hears nothing of the cart from who has unsubscribed', () => {
    const diary = started().unsubscribe().pass('3 days');
    expect(diary.lines).toEqual([
      'day 0: withheld cart-reminder (unsubscribed)',
      'day 1: withheld cart-help (unsubscribed)',
      'day 1: completed',
    ]);
  });
});
