// What the pages say, in which language, and how an address is masked.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseLanguage, writeDay, writeNumber } from '../../../functions/pages/language.ts';
import { maskAddress } from '../../../functions/pages/mask.ts';
import { dataSection } from '../../../functions/pages/preference-sections.ts';
import { languages, type Texts, textsIn } from '../../../functions/pages/texts.ts';
import { say, type Voice } from '../../../functions/pages/visit.ts';

const keys = Object.keys(textsIn.en) as (keyof Texts)[];
const blanksOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const values = { address: 'a', topic: 't', topics: 'ts', date: 'd', days: '7', owner: 'o' };

describe.each(languages)('the words in %s', (language) => {
  const texts = textsIn[language];

  test('are there for everything that the English ones say, with the same blanks', () => {
    expect(Object.keys(texts).sort()).toEqual([...keys].sort());
    for (const key of keys)
      expect([key, blanksOf(texts[key])]).toEqual([key, blanksOf(textsIn.en[key])]);
  });

  test('are not empty, not English where they should not be, and well set', () => {
    for (const key of keys) {
      expect(texts[key].trim()).toBe(texts[key]);
      expect([key, texts[key]]).not.toEqual([key, '']);
      if (language !== 'en') expect(texts[key]).not.toBe(textsIn.en[key]);
      if (language === 'fa') expect(texts[key]).not.toMatch(/[يك0-9?,;]/);
    }
  });

  test('keep what is filled in apart, and harmless', () => {
    const voice: Voice = { language, texts, organization: '<b>&' };
    for (const key of keys) {
      const html = say(voice, key, { ...values, topic: '"><script>' });
      expect(html).not.toMatch(/\{|<script|<b>&</);
    }
  });
});

describe('the language of a page', () => {
  test.each([
    [{}, 'en'],
    [{ accepted: 'de-DE, de;q=0.9' }, 'en'],
    [{ accepted: 'en;q=0.2, pl-PL;q=0.9' }, 'pl'],
    [{ accepted: 'pl;q=0, fa-IR;q=0.1' }, 'fa'],
    [{ accepted: 'pl', spoken: 'fa_IR.UTF-8' }, 'fa'],
    [{ accepted: 'pl', spoken: 'de' }, 'pl'],
    [{ asked: 'pl', spoken: 'fa' }, 'pl'],
    [{ asked: 'xx', spoken: 'fa' }, 'fa'],
  ] as const)('for %j is %s', (wanted, language) => {
    expect(chooseLanguage(wanted)).toBe(language);
  });

  test('is one of ours, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (asked, spoken, accepted) => {
        expect(languages).toContain(chooseLanguage({ asked, spoken, accepted }));
      }),
    );
  });

  test('has its own digits and calendar', () => {
    const at = Date.UTC(2026, 2, 21, 12);
    expect(writeNumber(90, 'fa')).toBe('۹۰');
    expect(writeDay(at, 'fa', 'Asia/Tehran')).toBe('۱ فروردین ۱۴۰۵');
    expect(writeDay(at, 'pl', 'Europe/Warsaw')).toBe('21 marca 2026');
    expect(writeDay(at, 'en', 'UTC')).toBe('March 21, 2026');
  });
});

describe('a masked address', () => {
  test.each([
    ['sara@example.com', 's•••@example.com'],
    ['s@example.com', '•••@example.com'],
    ['żółw@przykład.pl', 'ż•••@przykład.pl'],
    ['👩‍👩‍👧x@example.com', '👩‍👩‍👧•••@example.com'],
    ['"a@b"@example.com', '"•••@example.com'],
    ['nonsense', '•••'],
  ])('of %s is %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });
});

test('who cannot be mailed is told whom to write to', () => {
  const voice: Voice = { language: 'en', texts: textsIn.en, organization: 'Hats' };
  const known = { topics: [], isPending: false, tracked: true, complained: false, zone: 'UTC' };
  const asking = { data: true, erasure: true, owner: 'ask@hats.example' };
  expect(dataSection(voice, known, asking)).toContain('<bdi>ask@hats.example</bdi>');
  const mailed = { ...known, email: 'sara@example.com' };
  expect(dataSection(voice, mailed, { ...asking, data: false })).not.toContain('Send me my data');
  expect(dataSection(voice, mailed, { ...asking, data: false })).toContain('Erase all my data');
});
