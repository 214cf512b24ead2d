// The link at the end of a mail: who may have made it, and what a person finds behind it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOneClick,
  unsubscribedPage,
  unsubscribePage,
  wrongLinkPage,
} from '../../../../functions/channels/email/unsubscribe-page.ts';
import { signToken, verifyToken } from '../../../../functions/channels/email/unsubscribe-token.ts';

const claim = {
  contact: 'con_01JD8Q6V3XKZ9W2M4T7R5YBNHC',
  message: 'msg_01JD8Q6V3XKZ9W2M4T7R5YBNHD',
  campaign: 'retention-offer',
};

describe('an unsubscribe token', () => {
  test('is read back with the key that signed it, also after another key took over', () => {
    expect(verifyToken(signToken(claim, 'old'), ['old'])).toEqual(claim);
    expect(verifyToken(signToken(claim, 'old'), ['new', 'old'])).toEqual(claim);
  });

  test('is short, and safe in a path and in a header', () => {
    const token = signToken(claim, 'key');
    expect(token).toMatch(/^[\w.-]+$/);
    expect(token.length).toBeLessThan(120);
  });

  test('means nothing under another key, or under none', () => {
    const token = signToken(claim, 'key');
    expect(verifyToken(token, ['other'])).toBeUndefined();
    expect(verifyToken(token, [])).toBeUndefined();
  });

  test('means nothing when a single character is changed, added or lost', () => {
    const token = signToken(claim, 'key');
    const position = fc.nat(token.length - 1);
    const character = fc.constantFrom(...'abcABC019._-%é');
    fc.assert(
      fc.property(position, fc.option(character, { nil: '' }), fc.nat(1), (at, put, drop) => {
        const changed = token.slice(0, at) + put + token.slice(at + drop);
        expect(changed === token || verifyToken(changed, ['key']) === undefined).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['', '.', '...', 'a.b.c.d', 'x'.repeat(10_000)])('is not %j', (token) => {
    expect(verifyToken(token, ['key'])).toBeUndefined();
  });

  test('is made of opaque ids only', () => {
    const contact = 'sara@example.com';
    expect(() => signToken({ ...claim, contact }, 'key')).toThrow('does not fit');
  });
});

describe('the page behind the link', () => {
  const pages = { unsubscribePage, unsubscribedPage, wrongLinkPage };

  test('asks before it does anything', () => {
    expect(unsubscribePage('Acme')).toContain('<form method="post">');
    expect(unsubscribedPage('Acme')).not.toContain('<form');
    expect(wrongLinkPage('Acme')).not.toContain('<form');
  });

  test.each(Object.entries(pages))('%s is plain, says its language and fits a phone', (_, page) => {
    const html = page('Acme & Sons <script>');
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain('width=device-width');
    expect(html).toContain('Acme &amp; Sons &lt;script&gt;');
    expect(html).not.toMatch(/<script|https?:|<img|<link/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });

  test('is not what a mailbox provider gets', () => {
    expect(isOneClick('List-Unsubscribe=One-Click')).toBe(true);
    const multipart =
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--';
    expect(isOneClick(multipart)).toBe(true);
    expect(isOneClick('')).toBe(false);
  });
});
