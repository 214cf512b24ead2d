// The recorded cases of mail in several scripts, one test for each that concerns addresses, headers or bodies. A case
// that is new in the list, and that nobody has thought of, fails here.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { asWritten, sendable } from '../../../../functions/channels/email/address.ts';
import { automaticHeaders } from '../../../../functions/channels/email/automatic-headers.ts';
import { marketingHeaders } from '../../../../functions/channels/email/marketing-headers.ts';
import { compose, type Mail } from '../../../../functions/channels/email/mime.ts';
import { recordings } from '../../../support/fixtures.ts';

interface Case {
  readonly id: string;
  readonly area: string;
  readonly input: string;
}

const file = join(recordings, 'i18n-cases.json');
const found = existsSync(file);
if (!found) console.warn(`\n!!! No ${file}: whether all cases are known here is NOT CHECKED.\n`);
const cases: readonly Case[] = found ? JSON.parse(readFileSync(file, 'utf8')) : [];
const inputOf = (id: string, known: string): string =>
  cases.find((one) => one.id === id)?.input ?? known;

const plain: Mail = {
  id: 'msg_01',
  from: { name: 'Acme', address: 'news@mail.example.com' },
  to: { address: 'sara@example.com' },
  subject: 'Hello',
  html: '<p>Hello</p>',
  text: 'Hello',
  date: Date.UTC(2026, 10, 21, 23, 57, 27),
};
const wire = (mail: Partial<Mail>): string => compose({ ...plain, ...mail }).toString('latin1');
const headOf = (text: string): string => text.slice(0, text.indexOf('\r\n\r\n'));
const parse = (mail: Partial<Mail>) => PostalMime.parse(compose({ ...plain, ...mail }));
const content = (text = '') => text.replaceAll('\r\n', '\n').trimEnd();
const arrives = async (body: string) => {
  const { text, html } = await parse({ text: body, html: body });
  expect([content(text), content(html)]).toEqual([body, body]);
};
const refused = (reason: string) => ({ refused: reason });

const addresses: Record<string, () => void | Promise<void>> = {
  'addr-1': () => {
    const sent = 'sara@xn--hhbbbed.xn--mgba3a4f16a';
    const written = inputOf('addr-1', 'sara@نمونه.ایران');
    expect(sendable(written)).toEqual({ address: sent, identity: sent });
    expect(sendable(sent)).toEqual(sendable(written));
    expect(asWritten(sent)).toBe(written);
  },
  'addr-2': () => {
    const written = inputOf('addr-2', 'سارا@example.com');
    expect(sendable(written)).toEqual(refused('unsupported_local_part'));
  },
  'addr-3': () => {
    const written = inputOf('addr-3', 'zażółć@żółć.pl');
    expect(sendable(written)).toEqual(refused('unsupported_local_part'));
  },
  'addr-4': () =>
    expect(sendable(inputOf('addr-4', 'Sara.M+vip@Example.COM'))).toEqual({
      address: 'Sara.M+vip@example.com',
      identity: 'sara.m+vip@example.com',
    }),
  'addr-5': () => {
    const address = 'sara@example.com';
    expect(sendable(inputOf('addr-5', ' sara@example.com\u200f'))).toMatchObject({ address });
    expect(sendable('\ufeff\u00a0\u200esara@example.com')).toMatchObject({ address });
  },
  'addr-6': () =>
    expect(sendable(inputOf('addr-6', 'sara@faß.de'))).toMatchObject({
      address: 'sara@xn--fa-hia.de',
    }),
  'addr-7': () =>
    expect(sendable(inputOf('addr-7', 'a.b.@example.com'))).toEqual(refused('not_an_address')),
  'addr-8': () =>
    expect(sendable('sara@exаmple.com')).toMatchObject({ address: 'sara@xn--exmple-4nf.com' }),
};

const headers: typeof addresses = {
  'hdr-1': async () => {
    const name = inputOf('hdr-1', 'From name فروشگاه سارا · Sklep Żółć').replace('From name ', '');
    const from = { ...plain.from, name };
    expect((await parse({ from })).from).toEqual(from);
    const words = headOf(wire({ from })).match(/=\?[^ ]*\?=/g) ?? [];
    expect(words.length).toBeGreaterThan(1);
    expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(75);
  },
  'hdr-2': async () => {
    const subject = '🎁 پیشنهاد ویژه — zażółć gęślą jaźń 👩‍👩‍👧‍👦 '.repeat(4).trim();
    expect((await parse({ subject })).subject).toBe(subject);
    expect(headOf(wire({ subject }))).toMatch(/^[\r\n\t -~]*$/);
    const words = headOf(wire({ subject })).match(/=\?UTF-8\?B\?([^?]*)\?=/g) ?? [];
    for (const word of words)
      expect(Buffer.from(word.slice(10, -2), 'base64').toString()).not.toContain('\ufffd');
  },
  'hdr-3': async () => {
    const mail = await parse({ subject: 'Hello\r\nBcc: x@example.com' });
    expect(mail.bcc).toBeUndefined();
    expect(mail.subject).toBe('Hello Bcc: x@example.com');
  },
  'hdr-4': async () => {
    const to = { name: 'Kowalski, Jan', address: 'jan@example.com' };
    expect(wire({ to })).toContain('To: "Kowalski, Jan" <jan@example.com>');
    expect((await parse({ to })).to).toEqual([to]);
  },
  'hdr-5': () => {
    const link = (size: number) => `https://x.example/u/${'t'.repeat(size - 20)}`;
    const mail = (size: number) => wire({ headers: marketingHeaders(link(size), 'cmp', 'acme') });
    expect(() => mail(869)).toThrow('longer than 870');
    const lines = headOf(mail(868)).split('\r\n');
    expect(lines[0]).toHaveLength('List-Unsubscribe: '.length + 870);
  },
  'hdr-6': () => {
    const lines = headOf(
      wire({ headers: marketingHeaders('https://x.example/u/t', 'cmp', 'acme') }),
    ).split('\r\n');
    const names = lines.filter((line) => !line.startsWith(' ')).map((line) => line.split(':')[0]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.slice(0, 2)).toEqual(['List-Unsubscribe', 'List-Unsubscribe-Post']);
    expect(lines[0]).not.toContain('mailto:');
  },
};

const bodies: typeof addresses = {
  'body-1': () => arrives('می‌خواهم ۱۲۳'),
  'body-2': () =>
    arrives(
      '<html lang="fa" dir="rtl"><p>سلام <bdi dir="ltr">Sklep Żółć, Shop 24</bdi></p></html>',
    ),
  'body-3': () => arrives('1\u00a0234\u00a0567,50\u00a0zł \u200eریال ۱٬۲۳۴٬۵۶۷'),
  'body-5': () => {
    const body = 'x'.repeat(2_000);
    const longest = Math.max(
      ...wire({ text: body, html: body })
        .split('\r\n')
        .map((l) => l.length),
    );
    expect(longest).toBeLessThanOrEqual(76);
    return arrives(body);
  },
};

/** How values are written into a template, in which calendar, and escaped where: tests of the templates. */
const elsewhere = ['body-4', 'body-6'];

describe('the recorded cases of mail', () => {
  test.each(Object.entries({ ...addresses, ...headers, ...bodies }))('%s', (_, check) => check());

  test.skipIf(!found)('are all known here', () => {
    const areas = ['address', 'header', 'body'];
    const ids = cases.filter(({ area }) => areas.includes(area)).map(({ id }) => id);
    const known = [...Object.keys({ ...addresses, ...headers, ...bodies }), ...elsewhere];
    expect(known.toSorted()).toEqual(ids.toSorted());
  });
});

test('a mail that answers an event says that nobody wrote it, and offers no way out of a list', () => {
  const head = headOf(wire({ headers: automaticHeaders }));
  expect(head).toMatch(/^Auto-Submitted: auto-generated\r\n/);
  expect(head).not.toContain('List-');
});

test('answers go where the owner wants them, under his name', async () => {
  const replyTo = { name: 'Sklep Żółć', address: 'ask@xn--kda4b0koi.pl' };
  expect((await parse({ replyTo })).replyTo).toEqual([replyTo]);
});
