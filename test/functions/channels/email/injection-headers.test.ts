// Data that tries to be more than data in headers, and names that every object inherits.
import { describe, expect, test } from 'vitest';
import { compose } from '../../../../functions/channels/email/mime.ts';
import { render } from '../../../../functions/channels/email/render.ts';
import { someone, templateOf, written } from '../../../support/rendering.ts';

describe('what every object inherits', () => {
  const paths = [
    ...[
      'constructor',
      '__proto__',
      'prototype',
      'toString',
      'valueOf',
      'hasOwnProperty',
      'then',
      'next',
    ],
    ...['constructor.constructor', '__proto__.polluted', '__defineGetter__'],
  ];
  test.each(paths)('is not there to be read: %s', (path) => {
    expect(() => written(`{{ person.${path} }}`)).toThrow('undefined variable');
    expect(() => written(`{{ ${path} }}`)).toThrow('undefined variable');
    expect(written(`{{ person.${path} }}{{ ${path} }}`, {}, { missing: 'blank' })).toBe('');
    expect(written(`{{ person['${path}'] | default: 'none' }}`)).toBe('none');
  });

  test('is not changed by data or by templates', () => {
    const person = JSON.parse('{"__proto__": {"polluted": "yes"}, "constructor": "mine"}');
    expect(written('{{ person.constructor }}', { person })).toBe('mine');
    expect(() => written('{{ person.polluted }}', { person })).toThrow('undefined variable');
    written('{% assign __proto__ = person %}{% assign constructor = 1 %}{% increment toString %}');
    written(
      "{% capture __proto__ %}x{% endcapture %}{% assign a = event | map: '__proto__' %}",
      {},
      { missing: 'blank' },
    );
    expect(({} as Record<string, unknown>).first_name).toBeUndefined();
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('in a header', () => {
  const subjectOf = (first_name: string) =>
    render(templateOf({ subject: 'Hi {{ person.first_name }}' }), {
      ...someone,
      person: { first_name },
    }).subject;

  test.each([
    '\r\nBcc: eve@example.com',
    '\nBcc: eve@example.com',
    '\rBcc: eve@example.com',
    '\u2028Bcc: eve@example.com',
    '\u0085Bcc: eve@example.com',
    '\0Bcc: eve@example.com',
    '\u000bBcc: eve@example.com',
  ])('a name with %j makes no other header', (name) => {
    const subject = subjectOf(name);
    expect(subject).toBe('Hi Bcc: eve@example.com');
    const from = { name: `Acme${name}`, address: 'news@example.com' };
    const mail = compose({
      ...{
        id: 'm',
        from,
        to: { address: 'sara@example.com' },
        subject,
        html: '',
        text: '',
        date: 0,
      },
    });
    expect(mail.toString()).not.toMatch(/^Bcc:/m);
  });

  test.each(['\u202e', '\u202d', '\u202a', '\u202b', '\u2066', '\u2067', '\u2068'])(
    'a name cannot turn the direction of the line by %j',
    (mark) => expect(subjectOf(`${mark}cod.exe\u202c\u2069`)).toBe('Hi cod.exe'),
  );

  test('what Persian needs stays: ZWNJ, and marks that turn nothing', () => {
    expect(subjectOf('می\u200cخواهم \u200fسارا\u200e')).toBe('Hi می\u200cخواهم \u200fسارا\u200e');
  });
});
