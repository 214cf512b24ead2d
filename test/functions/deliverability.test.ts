// How mail fares: by provider and by day, beside the lines.
import { describe, expect, it } from 'vitest';
import { providerOf } from '../../functions/use-cases/mail-domain.ts';
import { hearAll } from '../support/feedback-queue.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { sesEvent } from '../support/ses-events.ts';
import { contactOf, get, identify, openShop, order, tell } from '../support/shop.ts';

describe('a mailbox', () => {
  it.each([
    ['ann@Gmail.com', 'gmail.com'],
    ['ann@googlemail.com', 'gmail.com'],
    ['ann@hotmail.com', 'outlook.com'],
    ['"a@b"@wp.pl', 'wp.pl'],
    ['ann@acme.example', 'other'],
    ['ann@gmail.com.evil.example', 'other'],
    ['', 'other'],
  ])('%s is of %s', (address, provider) => {
    expect(providerOf(address)).toBe(provider);
  });
});

describe('deliverability', () => {
  it('is counted by provider and day, and says when a line is passed', async () => {
    const workspace = await forThisTest(openShop);
    const people = ['a@gmail.com', 'b@gmail.com', 'c@wp.pl', 'd@acme.example'];
    await tell(workspace, ...people.map((email, at) => identify(`u${at}`, email)));
    await tell(workspace, ...people.map((_, at) => order(`u${at}`)));
    const [emailAddress = ''] = people;
    const contact = await contactOf(workspace, 'user:u0');
    const tags = { message: 'msg_1', contact, campaign: 'receipt' };
    const recipients = [{ emailAddress }];
    await hearAll(
      workspace,
      sesEvent('Bounce', { tags, part: { bouncedRecipients: recipients } }),
      sesEvent('Bounce', { tags, part: { bouncedRecipients: recipients } }),
    );
    const told = await get(workspace, '/api/deliverability');
    expect(told).toMatchObject({
      since: '2025-12-30',
      lines: { complaints: { watch: 0.1, limit: 0.3 }, bounces: { watch: 5, limit: 10 } },
      total: { sent: 4, bounced: 1, bounceRate: 25, complaintRate: 0, standing: 'bad' },
      domains: [
        { domain: 'gmail.com', sent: 2, bounced: 1, bounceRate: 50, standing: 'bad' },
        { domain: 'wp.pl', sent: 1, bounced: 0, standing: 'good' },
        { domain: 'other', sent: 1 },
      ],
      days: [
        {
          day: '2026-01-05',
          domains: [{ domain: 'gmail.com' }, { domain: 'wp.pl' }, { domain: 'other' }],
        },
      ],
    });
    expect(JSON.stringify(told)).not.toMatch(/acme|a@gmail/);
    expect(await get(workspace, '/api/deliverability?campaign=receipt&days=1')).toMatchObject({
      total: { sent: 4 },
    });
    expect(await get(workspace, '/api/deliverability?campaign=offer')).toMatchObject({
      total: { sent: 0, standing: 'good' },
      domains: [],
    });
  });
});
