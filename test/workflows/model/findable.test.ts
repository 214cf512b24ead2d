// What a contact is found by as somebody types, and how that is folded.
import { describe, expect, test } from 'vitest';
import { findableAs, foldTyped } from '../../../workflows/model/findable.ts';

describe('what is typed', () => {
  test.each([
    ['  Łukasz   Żółw ', 'lukasz zolw'],
    ['JOSÉ', 'jose'],
    ['Jose\u0301', 'jose'],
    ['Straße', 'strasse'],
    ['علي', 'علی'],
    ['رئيس', 'رییس'],
    ['علی\u200cرضا', 'علیرضا'],
    ['آرزو', 'ارزو'],
    ['مـحمد', 'محمد'],
    ['مُحَمَّد', 'محمد'],
    ['فاطمة', 'فاطمه'],
    ['۰۹۱۲', '0912'],
    ['O’Brien', "o'brien"],
    ['한국', '한국'],
    ['Sara@Example.com', 'sara@example.com'],
    [' \u200c ', ''],
  ])('%j is compared as %j', (typed, folded) => {
    expect(foldTyped(typed)).toBe(folded);
  });

  test('folded again is the same', () => {
    for (const text of ['ŁÓDŹ', 'رئيس ٱلعالم', 'İstanbul', 'Straße'])
      expect(foldTyped(foldTyped(text))).toBe(foldTyped(text));
  });
});

describe('a contact is found', () => {
  test('by its name in every order, its addresses and its own ids, never by a device', () => {
    expect(
      findableAs({
        identities: ['user:A-42', 'email:anna@example.com', 'anonymous:d1'],
        traits: { email: 'Anna@Example.com', first_name: 'Anna Maria', last_name: 'Nowak' },
      }),
    ).toEqual([
      'anna maria nowak',
      'maria nowak anna',
      'nowak anna maria',
      'a-42',
      'anna@example.com',
    ]);
  });

  test('by its whole name where that is all that is known; by names in camel case; by a bare address', () => {
    const nobody = { identities: [] };
    expect(findableAs({ ...nobody, traits: { name: 'Sara R' } })).toEqual(['sara r', 'r sara']);
    expect(findableAs({ ...nobody, traits: { firstName: 'Sara' } })).toEqual(['sara']);
    expect(findableAs({ ...nobody, traits: { email: 'A@b.example' } })).toEqual(['a@b.example']);
    expect(findableAs({ ...nobody, traits: { first_name: ['x'], age: 3 } })).toEqual([]);
  });

  test('by no more than a bounded part of what it is called', () => {
    const long = Array.from({ length: 50 }, (_, at) => `word${at}`).join(' ');
    const found = findableAs({ identities: [], traits: { name: long } });
    expect(found).toHaveLength(4);
    expect(found.every((one) => one.length <= 80)).toBe(true);
  });
});
