// Dates, money and numbers, as the reader of a mail is used to seeing them.
import { describe, expect, test } from 'vitest';
import type { RenderData } from '../../../../functions/channels/email/render.ts';
import { written } from '../../../support/rendering.ts';

const inLanguage = (language: string, text: string, data: Partial<RenderData> = {}) =>
  written(text, data, { language });
/** 30 minutes to midnight in Warsaw on New Year's Eve. */
const at = '2026-12-31T22:30:00Z';
const dated = (language: string, filter: string, zone?: string) =>
  inLanguage(language, `{{ event.at | ${filter} }}`, { event: { at }, ...(zone && { zone }) });

describe('a date by the name of its style', () => {
  test.each([
    ['en', "date: 'short'", '12/31/26'],
    ['en', "date: 'medium'", 'Dec 31, 2026'],
    ['en', "date: 'long'", 'December 31, 2026'],
    ['en', "date: 'full'", 'Thursday, December 31, 2026'],
    ['en', 'date', 'December 31, 2026'],
    ['pl', "date: 'long'", '31 grudnia 2026'],
    ['de', "date: 'full'", 'Donnerstag, 31. Dezember 2026'],
    ['fa', "date: 'long'", '۱۱ دی ۱۴۰۵'],
    ['fa', "date: 'full'", 'جمعه ۱۱ دی ۱۴۰۵'],
    ['fa', "date: 'full', time: 'short'", 'جمعه ۱۱ دی ۱۴۰۵ ساعت ۲:۰۰'],
    ['fa', "date: 'full', calendar: 'gregory'", 'جمعه ۱ ژانویهٔ ۲۰۲۷'],
    ['fa', "date: 'long', calendar: 'gregory'", '۱ ژانویهٔ ۲۰۲۷'],
    ['en', "date: 'long', calendar: 'persian'", 'Dey 11, 1405 AP'],
    ['pl', "date: 'long', time: 'short'", '1 stycznia 2027 02:00'],
  ])('in %s, %s is %s', (language, filter, expected) => {
    const zone = /calendar|time|fa/.test(language + filter) ? 'Asia/Tehran' : 'Europe/Warsaw';
    expect(dated(language, filter, zone)).toBe(expected);
  });
});

describe('a date by a format', () => {
  test.each([
    ['en', "date: '%-d %B %Y, %H:%M'", '31 December 2026, 23:30'],
    ['en', "date: '%a %e %b %y, %l:%M %P'", 'Thu 31 Dec 26, 11:30 pm'],
    ['en', "date: '%Y-%m-%dT%H:%M:%S%:z'", '2026-12-31T23:30:00+01:00'],
    ['en', "date: '%F %T %z %Z'", '2026-12-31 23:30:00 +0100 Europe/Warsaw'],
    ['en', "date: '%j %u %w %U %W %C %L %s'", '365 4 4 52 52 20 000 1798756200'],
    ['en', "date: '%^a %#b %_m %-m %05d %D %R'", 'THU DEC 12 12 00031 12/31/26 23:30'],
    ['en', "date: '%B %-d%q, %%, %Q'", 'December 31st, %, %Q'],
    ['en', "date: '%-d %B', 'America/New_York'", '31 December'],
    ['en', "date: '%-d %B %H:%M', zone: 'Asia/Tehran'", '1 January 02:00'],
    ['en', "date: '%H:%M', -120", '00:30'],
    ['pl', "date: '%-d %B'", '31 grudnia'],
    ['pl', "date: '%B %Y, %A'", 'grudzień 2026, czwartek'],
    ['fa', "date: '%-d %B %Y, %H:%M'", '۱۰ دی ۱۴۰۵, ۲۳:۳۰'],
    ['fa', "date: '%Y/%m/%d %j %F %s'", '۱۴۰۵/۱۰/۱۰ ۲۸۶ 2026-12-31 1798756200'],
    ['fa', "date: '%d %B', calendar: 'gregory'", '۳۱ دسامبر'],
  ])('in %s, %s is %s', (language, filter, expected) => {
    expect(dated(language, filter, 'Europe/Warsaw')).toBe(expected);
  });

  test.each([
    ['2026-03-20', '20 March 2026, 00:00'],
    ['2026-03-20T09:15', '20 March 2026, 09:15'],
    ['2026-03-20 09:15:30', '20 March 2026, 09:15'],
    ['March 20, 2026', '20 March 2026, 00:00'],
    ['Fri, 20 Mar 2026 09:15:00 +0000', '20 March 2026, 02:15'],
    ['2026-03-20T09:15:00+03:30', '19 March 2026, 22:45'],
    [1_774_000_000, '20 March 2026, 02:46'],
    ['1774000000', '20 March 2026, 02:46'],
    [1_774_000_000_000, '20 March 2026, 02:46'],
    ['soon', 'soon'],
    ['Summer 20, 2026', 'Summer 20, 2026'],
    [true, 'true'],
    ['9999999999999999999', '9999999999999999999'],
  ])('of %j is %s in Los Angeles', (value, expected) => {
    const zone = 'America/Phoenix';
    const text = "{{ event.at | date: '%-d %B %Y, %H:%M' }}";
    expect(written(text, { event: { at: value }, zone })).toBe(expected);
  });

  test.each([
    '2026-02-30',
    '2026-02-29T10:00:00Z',
    '2026-02-30 10:00',
    '2026-13-45',
    'February 30, 2026',
    'Mon, 31 Nov 2026 10:00:00 +0100',
  ])('of %s, which is on no calendar, is a missing value', (value) => {
    const event = { at: value };
    expect(() => written("{{ event.at | date: 'long' }}", { event })).toThrow(
      'undefined variable: a date of the calendar',
    );
    const blank = { missing: 'blank' } as const;
    expect(written("({{ event.at | date: 'long' }})", { event }, blank)).toBe('()');
  });

  test('knows now as the mail is written, and no other clock', () => {
    const now = Date.parse(at);
    expect(written("{{ 'now' | date: '%Y' }}", { now })).toBe('2026');
    expect(written("{{ 'today' | date: '%Y' }}", { now, zone: 'Asia/Tehran' })).toBe('2027');
  });

  test('refuses a zone that nobody knows', () => {
    expect(() => dated('en', "date: '%H', 'Mars/Phobos'")).toThrow('no zone "Mars/Phobos"');
    expect(() => dated('en', "date: 'long', zone: 'Mars/Phobos'")).toThrow('Mars/Phobos');
  });
});

describe('money', () => {
  const worth = (language: string, filter: string, data: Partial<RenderData> = {}) =>
    inLanguage(language, `{{ event.total | ${filter} }}`, {
      event: { total: '1234567.5' },
      ...data,
    });

  test.each([
    ['pl', "money: 'PLN'", '1\u00a0234\u00a0567,50\u00a0zł'],
    ['en', "money: 'EUR'", '€1,234,567.50'],
    ['en', "money: 'eur'", '€1,234,567.50'],
    ['en', "money: 'JPY'", '¥1,234,568'],
    ['en', "money: 'EUR', decimals: 0", '€1,234,568'],
    ['fa', "money: 'IRR'", '\u200e\u0631یال\u00a0۱٬۲۳۴٬۵۶۸'],
    ['fa', "money: 'EUR'", '\u200e€۱٬۲۳۴٬۵۶۷٫۵۰'],
    ['en', "money: 'points'", '1,234,567.50 points'],
  ])('in %s, %s is %s', (language, filter, expected) => {
    expect(worth(language, filter)).toBe(expected);
  });

  test('is exact in every digit', () => {
    const event = { total: '12345678901234567890.12', small: 0.1, price: 'on request' };
    expect(written("{{ event.total | money: 'USD' }}", { event })).toBe(
      '$12,345,678,901,234,567,890.12',
    );
    expect(written("{{ event.small | plus: 0.2 | money: 'USD' }}", { event })).toBe('$0.30');
    expect(written("{{ event.price | money: 'USD' }}", { event })).toBe('on request');
  });

  test('is in the currency of the event, or of the product; where these differ it must be said', () => {
    const offer = { product: { price: '5', currency: 'PLN' } };
    const event = { total: '12.5', currency: 'EUR' };
    expect(worth('en', 'money', { event })).toBe('€12.50');
    expect(written('{{ product.price | money }}', { offer })).toBe('PLN\u00a05.00');
    expect(written('{{ product.price | money: product.currency }}', { offer, event })).toBe(
      'PLN\u00a05.00',
    );
    expect(() => worth('en', 'money', { event, offer })).toThrow('differ in currency');
  });

  test('without any currency is a hole in the mail', () => {
    expect(() => worth('en', 'money')).toThrow('undefined variable: event.currency, line:1');
    const event = { total: 12.5 };
    expect(written('{{ event.total | money }}', { event }, { missing: 'blank' })).toBe('12.50');
  });
});

describe('numbers and digits', () => {
  test.each([
    ['en', '{{ event.n | number }}', '1,234.5'],
    ['pl', '{{ event.n | times: 10 | number: 2 }}', '12\u00a0345,00'],
    ['fa', '{{ event.n | number }}', '۱٬۲۳۴٫۵'],
    ['fa', '{{ event.code | digits }}', 'A-۱۲۳'],
    ['en', "{{ event.code | digits: 'fa' }}", 'A-۱۲۳'],
    ['fa', "{{ '۱۲٣4' | digits: 'en' }}", '1234'],
    ['no-such-language-at-all', '{{ event.n | number }}', '1,234.5'],
  ])('in %s, %s is %s', (language, text, expected) => {
    expect(inLanguage(language, text, { event: { n: 1234.5, code: 'A-123' } })).toBe(expected);
  });

  test('are those of the variant that is read', () => {
    const variants = { fa: { subject: 'سلام', html: '', text: '{{ 12 | number }}' } };
    const template = { language: 'en', variants };
    expect(written('{{ 12 | number }}', { language: 'fa-IR' }, template)).toBe('۱۲');
    expect(written('{{ 12 | number }}', { language: 'de' }, template)).toBe('12');
  });
});
