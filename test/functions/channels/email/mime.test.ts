// Our bytes are read back by a parser nobody here wrote, next to those of a writer everybody uses.
import fc from 'fast-check';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, test } from 'vitest';
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

const parse = (raw: Buffer) => PostalMime.parse(raw);

function byNodemailer({ from, to, subject, html, text }: Mail): Promise<Buffer> {
  const person = ({ name = '', address }: Mail['from']) => ({ name, address });
  const options = { from: person(from), to: person(to), subject, html, text, newline: 'windows' };
  return new Promise((resolve, reject) => {
    new MailComposer(options)
      .compile()
      .build((error, raw) => (error ? reject(error) : resolve(raw)));
  });
}

/** Parsers differ in how they end a text; every kind of line break stands for the same one. */
const content = (text = '') => text.replace(/\r\n?/g, '\n').trimEnd();

/** Names and subjects are one line, and their blanks are worth no more than one. */
const tidy = (text: string) =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .toWellFormed();

const read = ({ subject = '', from, to, html, text }: Email) => ({
  subject,
  from,
  to,
  html: content(html),
  text: content(text),
});

function expectFitForTheWire(raw: Buffer): void {
  const wire = raw.toString('latin1');
  expect(wire).toMatch(/^[\t\r\n -~]*$/);
  expect(wire.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const longest = Math.max(...wire.split('\r\n').map((line) => line.length));
  expect(longest).toBeLessThanOrEqual(76);
}

const names = {
  Persian: 'فروشگاه سارا · Sklep Żółć',
  'a comma': 'Kowalski, Jan',
  'quotes and a backslash': 'Jan "Janek" Kowalski \\ Syn',
  emoji: 'Grażyna 🎁',
  'a curly apostrophe': 'O’Brien',
  'what looks encoded': '=?UTF-8?B?aGk=?=',
  'no blank': 'A'.repeat(70),
  nothing: '',
};
const subjects = {
  'three scripts': 'پیشنهاد ویژه — Zażółć gęślą jaźń 🎁 '.repeat(4),
  'more than a line': `A plain subject ${'that goes on and on '.repeat(10)}`,
  'colons that are not names': 'Re: a: b: c: d: e: f: g: h: '.repeat(8),
  families: '👩‍👩‍👧‍👦'.repeat(20),
  'no blank': 'x'.repeat(300),
  'what looks encoded': '100 % off? =?no?= yes',
};
const bodies = {
  Persian: 'می‌خواهم ۱۲۳ ‎ریال ۱٬۲۳۴٬۵۶۷',
  Polish: 'Zażółć gęślą jaźń, 1 234 567,50 zł',
  'a long word': 'x'.repeat(2_000),
  'a long Polish word': 'ż'.repeat(2_000),
  'every kind of line break': 'one\rtwo\nthree\r\nfour',
  'blanks at the ends of lines': 'trailing blank \nand tab\t\nend ',
  'lines as long as a line can be': `${'x'.repeat(75)} \n${'x'.repeat(76)}\n${'x'.repeat(74)}=\n`,
  'what means something to servers': '.\n..\nFrom here\n--=_msg_01--\n',
  'equals signs': '=3D = == =\n=',
  nothing: '',
};

describe('a mail', () => {
  test.each(Object.entries(names))('comes from a name with %s', async (_, name) => {
    const mail = { ...plain, from: { ...plain.from, name }, to: { ...plain.to, name } };
    const { from, to } = await parse(compose(mail));
    expect(from).toEqual({ ...plain.from, name });
    expect(to).toEqual([{ ...plain.to, name }]);
    expectFitForTheWire(compose(mail));
  });

  test.each(Object.entries(subjects))('has a subject with %s', async (_, subject) => {
    const raw = compose({ ...plain, subject });
    expect((await parse(raw)).subject).toBe(subject.trim());
    expectFitForTheWire(raw);
  });

  test.each(Object.entries(bodies))('has a body with %s', async (_, body) => {
    const raw = compose({ ...plain, text: body, html: body });
    const { text, html } = await parse(raw);
    expect(content(text)).toBe(content(body));
    expect(content(html)).toBe(content(body));
    expectFitForTheWire(raw);
  });

  test('keeps no blank at the end of a line, where it would be trimmed on the way', () => {
    const raw = compose({ ...plain, text: bodies['blanks at the ends of lines'] }).toString();
    expect(raw).toContain('trailing blank=20\r\nand tab=09\r\nend=20\r\n');
  });

  test('is written in an encoding that suits its script', () => {
    const raw = compose({ ...plain, text: 'سلام سارا', html: '<p>Zażółć</p>' }).toString();
    expect(raw).toContain('text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64');
    expect(raw).toContain(
      'text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
    );
  });

  test('is what nodemailer would have written, for any name, subject and body', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 60 });
    const piece = fc.oneof(line, fc.constantFrom('x'.repeat(200), '\r', '\n', '\r\n', ' ', '='));
    const mails = fc.record({ name: line, subject: line, pieces: fc.array(piece) });
    await fc.assert(
      fc.asyncProperty(mails, async ({ name, subject, pieces }) => {
        const body = pieces.join('').toWellFormed();
        const mail = {
          ...plain,
          from: { ...plain.from, name: tidy(name) },
          subject: tidy(subject),
        };
        const ours = compose({ ...mail, text: body, html: body });
        // nodemailer takes a CR before a CRLF for a part of it.
        const breaks = body.replace(/\r\n?/g, '\n');
        const theirs = await byNodemailer({ ...mail, text: breaks, html: breaks });
        expectFitForTheWire(ours);
        expect(read(await parse(ours))).toEqual(read(await parse(theirs)));
      }),
      { numRuns: 500 },
    );
  });
});
