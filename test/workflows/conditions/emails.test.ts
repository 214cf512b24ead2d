// Rules about our mail: what was opened and clicked, by people and by machines.
import { describe, expect, it } from 'vitest';
import { ask, type Past } from './ask.ts';

describe('our mail', () => {
  const past: Past = [
    ['Email Opened', 1, { campaign_id: 'spring', machine: true }],
    ['Email Opened', 30, { campaign_id: 'spring' }],
    [
      'Email Link Clicked',
      29,
      { campaign_id: 'spring', link_url: 'https://shop.example/hats?id=1' },
    ],
    ['Email Sent', 31, { campaign_id: 'spring' }],
  ];

  it.each([
    [{ became: 'opened' }, true],
    // Machines do not count unless asked for.
    [{ became: 'opened', within: '1 day' }, false],
    [{ became: 'opened', within: '1 day', machines: true }, true],
    [{ became: 'opened', campaign: 'spring' }, true],
    [{ became: 'opened', campaign: 'autumn' }, false],
    [{ became: 'clicked', link: 'shop.example/hats' }, true],
    [{ became: 'clicked', link: '/shoes' }, false],
    [{ became: 'sent', count: { at_least: 2 } }, false],
    [{ became: 'bounced', count: 'never' }, true],
    [{ became: 'complained' }, false],
    [{ became: 'unsubscribed' }, false],
    [{ became: 'delivered' }, false],
  ])('%j: %s', (more, held) => {
    expect(ask({ op: 'email', ...more }, past)[0]).toBe(held);
  });

  it.each([
    ['sent', 'Email Sent'],
    ['delivered', 'Email Delivered'],
    ['opened', 'Email Opened'],
    ['clicked', 'Email Link Clicked'],
    ['bounced', 'Email Bounced'],
    ['complained', 'Email Marked as Spam'],
    ['unsubscribed', 'Unsubscribed'],
  ])('%s: an "%s" that a source tells is of another sender, or made up', (became, event) => {
    const told: Past = [[event, 1, {}, 'source']];
    expect(ask({ op: 'email', became }, told)[0]).toBe(false);
    expect(ask({ op: 'email', became }, [...told, [event, 2]])[0]).toBe(true);
    expect(ask({ op: 'performed', event }, told)[0]).toBe(true);
  });

  it.each([
    [{ event: 'Email Opened', within: '1 day' }, false],
    [{ event: 'Email Opened', where: { property: 'machine', op: 'is_true' } }, true],
    [{ event: 'Email Opened', count: { at_least: 2 } }, false],
  ])('performed %j: %s, for machines count where they are asked for', (more, held) => {
    expect(ask({ op: 'performed', ...more }, past)[0]).toBe(held);
  });
});
