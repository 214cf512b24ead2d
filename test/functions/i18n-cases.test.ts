// The shared list of cases of languages, scripts, zones and encodings, each with the place where it is proven: here, or in
// a test elsewhere. A case that is new in the list, or whose test is gone, fails here.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { byName } from '../../functions/by-name.ts';
import { signMail, verifyTracked } from '../../functions/channels/email/tracking-token.ts';
import { readDate } from '../../functions/imports/date.ts';
import { inspectFile } from '../../functions/imports/inspect.ts';
import { phoneOf } from '../../functions/phone.ts';
import { recordings } from '../support/fixtures.ts';
import { forThisTest } from '../support/for-this-test.ts';
import { attribute, email, importRows, told } from '../support/importing.ts';
import { shown, written } from '../support/rendering.ts';
import { get, identify, openShop, tell } from '../support/shop.ts';

const root = join(import.meta.dirname, '../..');
const file = join(recordings, 'i18n-cases.json');
const found = existsSync(file);
if (!found) console.warn(`\n!!! No ${file}: whether all cases are known is NOT CHECKED.\n`);
const listed: readonly { readonly id: string }[] = found
  ? JSON.parse(readFileSync(file, 'utf8'))
  : [];

const look = (text: string) =>
  inspectFile({ name: 'a.csv', sample: Buffer.from(text).toString('base64') });

interface Page {
  readonly items: readonly { readonly name: string }[];
  readonly next?: string;
}

const here: Readonly<Record<string, () => void | Promise<void>>> = {
  'body-4': () => {
    const at = { event: { at: '2026-03-21T09:00:00Z' }, zone: 'Asia/Tehran' };
    const inPersian = { language: 'fa' };
    expect(written("{{ event.at | date: 'long' }}", at, inPersian)).toBe('۱ فروردین ۱۴۰۵');
    expect(written("{{ event.at | date: '%-d %B %Y' }}", at, inPersian)).toBe('۱ فروردین ۱۴۰۵');
    const gregorian = "{{ event.at | date: 'long', calendar: 'gregory' }}";
    expect(written(gregorian, at, inPersian)).toBe('۲۱ مارس ۲۰۲۶');
  },
  'body-6': () => {
    const person = { first_name: '<b>Sara</b> & co' };
    const hello = '{{ person.first_name }}';
    expect(shown(hello, { person })).toBe('&lt;b&gt;Sara&lt;/b&gt; &amp; co');
    expect(written(hello, { person })).toBe('<b>Sara</b> & co');
  },
  'norm-3': async () => {
    expect(phoneOf('۰۹۱۲۳۴۵۶۷۸۹', 'IR')).toBe('+989123456789');
    expect(phoneOf('501 501 501', 'PL')).toBe('+48501501501');
    expect(phoneOf('0048 501-501-501')).toBe('+48501501501');
    expect(phoneOf('501 501 501')).toBeUndefined();
    expect(phoneOf('12', 'PL')).toBeUndefined();
    expect(phoneOf('501 501 501', 'XX')).toBeUndefined();
    const shop = await forThisTest(openShop);
    const phone = { ...attribute('phone'), type: 'phone', country: 'PL' };
    const rows = [
      ['a@b.pl', '501 501 501'],
      ['b@b.pl', '12'],
    ];
    expect(told(await importRows(shop, rows, { columns: [email, phone] }))).toEqual([
      '2 created',
      '3 created: "phone" is no phone number of PL, left out',
    ]);
    expect(await get(shop, '/api/contacts/email:a@b.pl')).toMatchObject({
      traits: { phone: '+48501501501' },
    });
  },
  'norm-4': async () => {
    expect(['Ż', 'Z', 'Ź', 'M', 'Ł', 'L', 'Ć'].sort(byName('pl')).join('')).toBe('ĆLŁMZŹŻ');
    expect(['ی', 'ه', 'و'].sort(byName('fa')).join('')).toBe('وهی');
    expect(['ź', 'z'].sort(byName('no such tag!'))).toEqual(['z', 'ź']);
    const shop = await forThisTest(openShop);
    await tell(shop, { ...identify('bob'), traits: { łuk: 1, mur: 1, lis: 1 } });
    const names: string[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const path = `/api/attributes?locale=pl&limit=1${after && `&next=${after}`}`;
      const page: Page = await get<Page>(shop, path);
      names.push(...page.items.map(({ name }) => name));
      after = page.next;
    }
    expect(names.filter((name) => 'lis łuk mur'.includes(name))).toEqual(['lis', 'łuk', 'mur']);
  },
  'norm-5': () => {
    const sources = globSync('{functions,workflows,infra}/**/*.ts', { cwd: root });
    expect(sources.length).toBeGreaterThan(300);
    const local = /toLocale(?:Lower|Upper)Case/;
    expect(sources.filter((one) => local.test(readFileSync(join(root, one), 'utf8')))).toEqual([]);
  },
  'csv-2': () =>
    expect(look('\ufeffEmail;Imię\r\na@b.pl;Łukasz\r\n')).toMatchObject({
      delimiter: ';',
      columns: [{ header: 'Email', to: 'email' }, { name: 'first_name' }],
      preview: [['a@b.pl', 'Łukasz']],
    }),
  'csv-4': () =>
    expect(look('Email,Note\r\na@b.pl,"one\r\ntwo, ""three"""\r\n').preview).toEqual([
      ['a@b.pl', 'one\ntwo, "three"'],
    ]),
  'csv-5': () => {
    const { preview } = look('Email,Note\na@b.pl,5" pipe\nb@b.pl,x\n');
    expect(preview).toEqual([
      ['a@b.pl', '5" pipe'],
      ['b@b.pl', 'x'],
    ]);
  },
  'csv-8': () => {
    expect(readDate('2026-02-01', 'iso')?.text).toBe('2026-02-01');
    expect(readDate('01.02.2026', 'iso')).toBeUndefined();
    expect(readDate('01.02.2026', 'day_first')?.text).toBe('2026-02-01');
    expect(readDate('1405/01/01', 'iso')).toBeUndefined();
  },
  'csv-9': async () => {
    const shop = await forThisTest(openShop);
    await tell(shop, { ...identify('bob'), traits: { email: 'bob@example.com', city: 'Oslo' } });
    expect(told(await importRows(shop, [['bob@example.com', '']]))).toEqual(['2 unchanged']);
    expect(await get(shop, '/api/contacts/user:bob')).toMatchObject({ traits: { city: 'Oslo' } });
  },
  'url-1': () => {
    const url = 'https://example.com/محصول?نام=سارا';
    const mail = { contact: 'c', message: 'm', campaign: 'k', sentAt: 0 };
    for (const target of [url, new URL(url).href]) {
      const token = signMail(mail, 'key').click(target) ?? '';
      expect(token).toMatch(/^[\w.-]+$/);
      expect(verifyTracked(token, 'link', ['key'])).toMatchObject({ url: target });
    }
    const tracker = {
      link: (target: string) => `https://crm.test/c/${encodeURIComponent(target)}`,
    };
    expect(shown(`<a href="${url}">`, { tracker })).toBe(`<a href="${tracker.link(url)}">`);
  },
};

const mail = 'functions/channels/email/i18n-mail.test.ts';
const ids = (area: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${area}-${at + 1}`);

/** The file, and words of it that stand in the test. */
const elsewhere: Readonly<Record<string, readonly [string, string]>> = {
  ...Object.fromEntries(
    [...ids('addr', 8), ...ids('hdr', 6), 'body-1', 'body-2', 'body-3', 'body-5'].map((id) => [
      id,
      [mail, `'${id}': `],
    ]),
  ),
  ...Object.fromEntries(
    ids('tz', 7).map((id) => [id, ['workflows/time-zones.test.ts', `'${id}': `]]),
  ),
  'norm-1': [
    'workflows/conditions/values.test.ts',
    'Arabic and Persian letters and digits are the same',
  ],
  'norm-2': ['functions/sources/segment/normalize.test.ts', "userId: 'Z\\u0307aba'"],
  'csv-1': ['functions/imports/inspect.test.ts', 'is UTF-8, with its mark or without'],
  'csv-3': [
    'functions/imports/inspect.test.ts',
    'that is not UTF-8 is offered, the likeliest first',
  ],
  'csv-6': ['functions/imports/headers.test.ts', 'that comes twice makes an address once'],
  'csv-7': [
    'functions/exports.test.ts',
    'hold nothing that a spreadsheet would take for a formula',
  ],
  'csv-10': ['functions/imports/import.test.ts', "'9 updated',"],
  'vc-1': ['console/command-line/vcards.test.ts', 'in Persian brings name, zone and language'],
  'vc-2': ['console/command-line/vcards.test.ts', 'from a phone are taken, and it is said'],
  'form-1': ['functions/sources/form/form.test.ts', 'first_name=%D8%B3'],
};

describe('a case of languages and scripts', () => {
  test.each(Object.entries(here))('%s', (_, check) => check());

  test.each(Object.entries(elsewhere))('%s is proven in a test of its own', (_, [path, words]) => {
    expect(readFileSync(join(root, 'test', path), 'utf8')).toContain(words);
  });

  test.skipIf(!found)('is accounted for, whichever it is', () => {
    const known = [...Object.keys(here), ...Object.keys(elsewhere)];
    expect(listed).toHaveLength(46);
    expect(known.toSorted()).toEqual(listed.map(({ id }) => id).toSorted());
  });
});
