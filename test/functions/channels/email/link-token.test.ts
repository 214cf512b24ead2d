// The links of a mail to our own pages: who may have made them, what for, and for how long they hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressMark,
  isAddressed,
  isExpired,
  type MailLink,
  readLink,
  signLink,
  type UnsubscribeLink,
} from '../../../../functions/channels/email/link-token.ts';

const claim: UnsubscribeLink = {
  purpose: 'unsubscribe',
  contact: 'con_01JD8Q6V3XKZ9W2M4T7R5YBNHC',
  message: 'msg_01JD8Q6V3XKZ9W2M4T7R5YBNHD',
  campaign: 'retention-offer',
};

describe('an unsubscribe token', () => {
  test('is read back with the key that signed it, also after another key took over', () => {
    expect(readLink('unsubscribe', signLink(claim, 'old'), ['old'])).toEqual(claim);
    expect(readLink('unsubscribe', signLink(claim, 'old'), ['new', 'old'])).toEqual(claim);
  });

  test('is short, and safe in a path and in a header', () => {
    const token = signLink(claim, 'key');
    expect(token).toMatch(/^[\w.-]+$/);
    expect(token.length).toBeLessThan(120);
  });

  test('means nothing under another key, or under none', () => {
    const token = signLink(claim, 'key');
    expect(readLink('unsubscribe', token, ['other'])).toBeUndefined();
    expect(readLink('unsubscribe', token, [])).toBeUndefined();
  });

  test('means nothing when a single character is changed, added or lost', () => {
    const token = signLink(claim, 'key');
    const position = fc.nat(token.length - 1);
    const character = fc.constantFrom(...'abcABC019._-%é');
    fc.assert(
      fc.property(position, fc.option(character, { nil: '' }), fc.nat(1), (at, put, drop) => {
        const changed = token.slice(0, at) + put + token.slice(at + drop);
        expect(changed === token || readLink('unsubscribe', changed, ['key']) === undefined).toBe(
          true,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['', '.', '...', 'a.b.c.d', 'x'.repeat(10_000)])('is not %j', (token) => {
    expect(readLink('unsubscribe', token, ['key'])).toBeUndefined();
  });

  test('is made of opaque ids only', () => {
    const contact = 'sara@example.com';
    expect(() => signLink({ ...claim, contact }, 'key')).toThrow('does not fit');
  });
});

const old =
  'con_01JD8Q6V3XKZ9W2M4T7R5YBNHC.msg_01JD8Q6V3XKZ9W2M4T7R5YBNHD.retention-offer.NqffQyq43NpEVOtAzUrDiw';
const oldOfTopic =
  'con_01JD8Q6V3XKZ9W2M4T7R5YBNHC.msg_01JD8Q6V3XKZ9W2M4T7R5YBNHD.retention-offer.offers.0cKXmw1gyK6LZckrxZpimQ';

test('a link to unsubscribe of before there were other links works still', () => {
  expect(readLink('unsubscribe', old, ['key'])).toEqual(claim);
  expect(readLink('unsubscribe', oldOfTopic, ['key'])).toEqual({ ...claim, topic: 'offers' });
});

const mailed = { contact: claim.contact, message: claim.message };
const sentAt = Date.UTC(2026, 0, 5, 9);
const addressed = addressMark('Sara@example.com', 'key');
const links: readonly MailLink[] = [
  claim,
  { purpose: 'preferences', ...mailed },
  ...(['confirm', 'data', 'erasure'] as const).map((purpose) => ({
    ...{ purpose, ...mailed, addressed, sentAt },
  })),
];

describe('a link of a mail', () => {
  const purposes = links.map(({ purpose }) => purpose);

  test.each(links)('to $purpose is read back, and as nothing else', (link) => {
    const token = signLink(link, 'key');
    expect(token.length).toBeLessThan(130);
    const read = purposes.flatMap((purpose) => readLink(purpose, token, ['key']) ?? []);
    expect(read).toEqual([link]);
  });

  test.each(links)(
    'to $purpose means nothing when a character is changed, added or lost',
    (link) => {
      const token = signLink(link, 'key');
      const character = fc.constantFrom(...'abcABC019._-%é', '');
      fc.assert(
        fc.property(fc.nat(token.length - 1), character, fc.nat(1), (at, put, drop) => {
          const changed = token.slice(0, at) + put + token.slice(at + drop);
          const read = purposes.flatMap((purpose) => readLink(purpose, changed, ['key']) ?? []);
          expect(changed === token || read.length === 0).toBe(true);
        }),
        { numRuns: 300 },
      );
    },
  );

  test('that confirms says nothing of the address, and knows it again', () => {
    const link = { purpose: 'confirm', ...mailed, addressed, sentAt } as const;
    expect(addressed).toMatch(/^[\w-]{16}$/);
    expect(isAddressed(link, 'sara@EXAMPLE.com', ['new', 'key'])).toBe(true);
    expect(isAddressed(link, 'sara@example.org', ['new', 'key'])).toBe(false);
    expect(isAddressed(link, 'sara@example.com', ['other'])).toBe(false);
  });

  test('that confirms a consent holds for a week, one that asks for data or erasure for a day', () => {
    const link = { purpose: 'confirm', ...mailed, addressed, sentAt } as const;
    const day = 86_400_000;
    expect([7 * day, 7 * day + 1].map((age) => isExpired(link, sentAt + age))).toEqual([
      false,
      true,
    ]);
    for (const purpose of ['data', 'erasure'] as const)
      expect([day, day + 1].map((age) => isExpired({ ...link, purpose }, sentAt + age))).toEqual([
        false,
        true,
      ]);
  });
});
