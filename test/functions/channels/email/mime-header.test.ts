// What mailbox providers require of a marketing mail's headers, and what nobody may smuggle into them.
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { marketingHeaders } from '../../../../functions/channels/email/marketing-headers.ts';
import { compose, type Mail } from '../../../../functions/channels/email/mime.ts';

const plain: Mail = {
  id: 'msg_01',
  from: { name: 'Acme', address: 'news@mail.example.com' },
  to: { name: 'Sara', address: 'sara@example.com' },
  subject: 'Hello',
  html: '<p>Hello</p>',
  text: 'Hello',
  date: Date.UTC(2026, 10, 21, 23, 57, 27),
};

describe('the headers', () => {
  const head = (mail: Mail) => compose(mail).toString().split('\r\n\r\n')[0] ?? '';
  const marketing = {
    ...plain,
    headers: marketingHeaders('https://crm.example.com/u/token', 'cmp_retention', 'acme'),
  };

  test('let a mailbox unsubscribe with one click, and come in the order SES wants', () => {
    const lines = head(marketing).split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      'List-Unsubscribe: <https://crm.example.com/u/token>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      'Feedback-ID: cmp_retention:marketing:acme',
    ]);
    expect(lines.filter((line) => line.startsWith('List-Unsubscribe:'))).toHaveLength(1);
  });

  test('offer no unsubscribing in a transactional mail', () => {
    expect(head(plain)).not.toContain('List-');
  });

  test('name the mail under the domain of its sender, and its time', () => {
    expect(head(plain)).toContain('\r\nMessage-ID: <msg_01@mail.example.com>\r\n');
    expect(head(plain)).toContain('\r\nDate: Sat, 21 Nov 2026 23:57:27 +0000\r\n');
    expect(head(plain)).toContain('\r\nMIME-Version: 1.0\r\n');
  });

  test.each(['\r\n', '\n', '\r', '\u2028', '\0\r\n'])('cannot be added to with %j', async (gap) => {
    const subject = `Hello${gap}Bcc: eve@example.com`;
    const name = `Sara${gap}Bcc: eve@example.com`;
    const raw = compose({ ...plain, subject, to: { ...plain.to, name } });
    const parsed = await PostalMime.parse(raw);
    expect(parsed.bcc).toBeUndefined();
    expect(parsed.subject).toBe('Hello Bcc: eve@example.com');
    expect(parsed.to).toEqual([{ ...plain.to, name: 'Sara Bcc: eve@example.com' }]);
  });

  test('are refused when they are not ASCII, too long, or would break the line', () => {
    const refused = (headers: Record<string, string>) => () => compose({ ...plain, headers });
    expect(refused({ 'X-Note': 'a\r\nBcc: eve@example.com' })).toThrow('unprintable');
    expect(refused({ 'X-Note': 'zażółć' })).toThrow('unprintable');
    expect(refused({ 'X Note': 'a' })).toThrow('Not a header name');
    expect(refused({ 'List-Unsubscribe': `<https://x/${'t'.repeat(900)}>` })).toThrow(
      'longer than',
    );
  });

  test('hold no address that could be two', () => {
    const to = { address: 'sara@example.com>, <eve@example.com' };
    expect(() => compose({ ...plain, to })).toThrow('To is not an address');
  });

  test('ask for one-click by https only, except on one machine', () => {
    const link = (url: string) => () => marketingHeaders(url, 'c', 'acme');
    expect(link('http://crm.example.com/u/t')).toThrow('https');
    expect(link('https://crm.example.com/u/t>, <https://evil')).toThrow('https');
    expect(link('http://localhost:4000/u/t')).not.toThrow();
  });
});
