// Typed attributes: what is coerced because nothing is lost, and what is refused with the reason.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asType,
  attributeTypes,
  type DeclaredAttribute,
  refusedWords,
  typed,
} from '../../../workflows/model/attribute-type.ts';
import type { Json } from '../../../workflows/model/event.ts';
import { typedChanges } from '../../../workflows/model/typed-changes.ts';

const declared = (...all: readonly DeclaredAttribute[]) =>
  new Map(all.map((one) => [one.name, one]));
const seats = declared({ name: 'seats', type: 'number' });

describe('a value of a declared attribute', () => {
  test.each<[Json, DeclaredAttribute['type'], Json | undefined]>([
    ['pro', 'text', 'pro'],
    [5, 'text', '5'],
    [true, 'text', 'true'],
    [['a'], 'text', undefined],
    [{ a: 1 }, 'text', undefined],
    [5, 'number', 5],
    ['5', 'number', 5],
    [' 7.50 ', 'number', 7.5],
    ['۱۲', 'number', 12],
    ['۱۲٫۵', 'number', 12.5],
    ['۱۲٬۳۴۵', 'number', 12_345],
    ['1,234', 'number', undefined],
    ['five', 'number', undefined],
    ['', 'number', undefined],
    [true, 'number', undefined],
    ['1e999', 'number', undefined],
    ['12345678901234567890', 'number', undefined],
    [true, 'boolean', true],
    ['True', 'boolean', true],
    ['۱', 'boolean', true],
    [0, 'boolean', false],
    ['off', 'boolean', false],
    ['maybe', 'boolean', undefined],
    [2, 'boolean', undefined],
    ['2026-05-01', 'date', '2026-05-01'],
    ['۲۰۲۶-۰۵-۰۱', 'date', '2026-05-01'],
    ['2026-05-01T09:30:00+02:00', 'date', '2026-05-01T09:30:00+02:00'],
    [1_777_593_600, 'date', '2026-05-01T00:00:00.000Z'],
    ['1777593600000', 'date', '2026-05-01T00:00:00.000Z'],
    ['--05-04', 'date', '--05-04'],
    ['05/04', 'date', '05/04'],
    ['2026-02-30', 'date', undefined],
    ['01.05.2026', 'date', undefined],
    ['tomorrow', 'date', undefined],
    [['a', 'b'], 'list', ['a', 'b']],
    ['a', 'list', ['a']],
    [{ a: 1 }, 'list', undefined],
  ])('%j as a %s is %j', (value, type, expected) => {
    expect(asType(value, type)).toEqual(expected);
  });

  test('once taken over is taken over again as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...attributeTypes), (value, type) => {
        const once = asType(value as Json, type);
        if (once !== undefined) expect(asType(once, type)).toEqual(once);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('attributes that arrive', () => {
  test('are taken over one by one, and null clears whatever the type', () => {
    const { fields, refused } = typed({ seats: 'many', plan: 'pro', age: null }, seats);
    expect(fields).toEqual({ plan: 'pro', age: null });
    expect(refused).toEqual([{ name: 'seats', because: 'a number, not many' }]);
    expect(refusedWords(refused)).toBe('seats is a number, not many');
  });

  test('of names that every sender means alike have a type by themselves, unless it is declared otherwise', () => {
    const { fields } = typed({ age: '41', phone: 48_123, createdAt: 1_777_593_600, seats: '3' });
    expect(fields).toEqual({
      ...{ age: 41, phone: '48123', seats: '3' },
      created_at: '2026-05-01T00:00:00.000Z',
    });
    const text = declared({ name: 'age', type: 'text' });
    expect(typed({ age: '40-49' }, text).fields).toEqual({ age: '40-49' });
    expect(typed({ age: '40-49' }).refused).toEqual([
      { name: 'age', because: 'a number, not 40-49' },
    ]);
  });

  test('of an account are declared with its name before theirs', () => {
    const ofAccounts = declared({ name: 'account.seats', type: 'number' });
    expect(typed({ seats: '3', name: 7 }, ofAccounts, 'account.').fields).toEqual({
      seats: 3,
      name: '7',
    });
    expect(typed({ seats: '3' }, ofAccounts).fields).toEqual({ seats: '3' });
  });

  test('are explained at a bounded length', () => {
    const long = Object.fromEntries(Array.from({ length: 99 }, (_, at) => [`a${at}`, ['x']]));
    const all = declared(...Object.keys(long).map((name) => ({ name, type: 'text' as const })));
    expect(refusedWords(typed(long, all).refused).length).toBe(500);
  });
});

test('changes keep what fits, and nothing is added to what is no number', () => {
  const given = {
    ...{ set: { seats: '4', firstName: 'Nora', age: 'old' }, unset: ['lastName'] },
    ...{ add: { birthday: 1, seats: 1, score: 2 }, tag: ['vip'] },
  };
  const { changes, refused } = typedChanges(given, seats);
  expect(changes).toEqual({
    ...{ set: { seats: 4, first_name: 'Nora' }, unset: ['last_name'] },
    ...{ add: { seats: 1, score: 2 }, tag: ['vip'] },
  });
  expect(refused.map(({ name }) => name)).toEqual(['age', 'birthday']);
});
