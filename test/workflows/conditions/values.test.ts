// Operators on one value: texts, numbers, yes and no, patterns, lists; and what is missing.
import { describe, expect, it } from 'vitest';
import { condition } from '../../../workflows/conditions/condition.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import type { Fields, Json } from '../../../workflows/model/event.ts';
import { subjectOf } from './subject.ts';

type Row = readonly [actual: Json | undefined, rule: object, held: boolean];

const missing = undefined;

const rows: Readonly<Record<string, readonly Row[]>> = {
  'negative operators are the opposite, and match what is missing': [
    ['credit card', { op: 'not_starts_with', value: 'credit' }, false],
    ['credit card', { op: 'not_starts_with', value: 'card' }, true],
    [missing, { op: 'not_starts_with', value: 'card' }, true],
    ['credit card', { op: 'not_ends_with', value: 'CARD' }, false],
    [missing, { op: 'not_ends_with', value: 'card' }, true],
    [3, { op: 'not_between', from: 1, to: 5 }, false],
    [6, { op: 'not_between', from: 1, to: 5 }, true],
    [missing, { op: 'not_between', from: 1, to: 5 }, true],
    ['many', { op: 'not_between', from: 1, to: 5 }, true],
    [missing, { op: 'not_matches', value: 'a' }, true],
    [missing, { op: 'list_contains_none', value: ['a'] }, true],
  ],
  'include_missing says otherwise': [
    [missing, { op: 'not_equals', value: 'a', include_missing: false }, false],
    [null, { op: 'not_in', value: ['a'], include_missing: false }, false],
    ['b', { op: 'not_equals', value: 'a', include_missing: false }, true],
    [missing, { op: 'equals', value: 'a', include_missing: true }, true],
    [missing, { op: 'lt', value: 5, include_missing: true }, true],
    [missing, { op: 'in_the_last', value: '1 day', include_missing: true }, true],
    ['b', { op: 'equals', value: 'a', include_missing: true }, false],
  ],
  'numbers between two, both included': [
    [1, { op: 'between', from: 1, to: 5 }, true],
    ['5.0', { op: 'between', from: 1, to: 5 }, true],
    [5.01, { op: 'between', from: 1, to: 5 }, false],
    ['', { op: 'between', from: 0, to: 5 }, false],
    [missing, { op: 'between', from: 0, to: 5 }, false],
  ],
  'numbers are never compared as text': [
    ['10', { op: 'gt', value: 9 }, true],
    ['0x10', { op: 'equals', value: 16 }, false],
    ['Infinity', { op: 'gt', value: 9 }, false],
    [7, { op: 'equals', value: '7.0' }, true],
    ['7.0', { op: 'equals', value: '7' }, false],
    ['۱۲', { op: 'equals', value: 12 }, true],
    ['٣٫٥', { op: 'gt', value: 3 }, false],
  ],
  'yes and no': [
    [true, { op: 'is_true' }, true],
    ['TRUE', { op: 'is_true' }, true],
    [1, { op: 'is_true' }, true],
    ['yes', { op: 'is_true' }, false],
    [false, { op: 'is_true' }, false],
    [false, { op: 'is_false' }, true],
    ['0', { op: 'is_false' }, true],
    [missing, { op: 'is_false' }, false],
    [missing, { op: 'is_true' }, false],
  ],
  'Arabic and Persian letters and digits are the same': [
    ['علي', { op: 'equals', value: 'علی' }, true],
    ['كتاب', { op: 'contains', value: 'کتاب' }, true],
    ['خیابان ۱۲', { op: 'ends_with', value: '12' }, true],
    ['كتاب', { op: 'matches', value: '^کتاب$' }, true],
  ],
  'exact compares letter by letter, but composed': [
    ['Pro', { op: 'equals', value: 'pro', exact: true }, false],
    ['pro', { op: 'equals', value: 'pro', exact: true }, true],
    ['علي', { op: 'equals', value: 'علی', exact: true }, false],
    ['z\u0307', { op: 'equals', value: 'ż', exact: true }, true],
    ['Pro', { op: 'in', value: ['pro'], exact: true }, false],
    ['Pro', { op: 'starts_with', value: 'p', exact: true }, false],
    ['Pro', { op: 'not_equals', value: 'pro', exact: true }, true],
    ['Pro', { op: 'matches', value: 'pro', exact: true }, false],
    [['Pro'], { op: 'list_contains', value: 'pro', exact: true }, false],
  ],
  'lists, and one value as a list of one': [
    [['a', 'B'], { op: 'list_contains', value: 'b' }, true],
    ['b', { op: 'list_contains', value: 'b' }, true],
    [['ab'], { op: 'list_contains', value: 'b' }, false],
    [missing, { op: 'list_contains', value: 'b' }, false],
    [['a', 'b'], { op: 'list_contains_any', value: ['b', 'c'] }, true],
    [['a'], { op: 'list_contains_any', value: ['b', 'c'] }, false],
    [['a', 'b', 'c'], { op: 'list_contains_all', value: ['c', 'a'] }, true],
    [['a', 'b'], { op: 'list_contains_all', value: ['c', 'a'] }, false],
    [['a', 'b'], { op: 'list_contains_none', value: ['c', 'd'] }, true],
    [['a', 'b'], { op: 'list_contains_none', value: ['c', 'a'] }, false],
    [[1, 2], { op: 'list_contains', value: '2' }, true],
    [['a', 'b'], { op: 'list_length', exactly: 2 }, true],
    [['a', 'b'], { op: 'list_length', at_least: 3 }, false],
    [[], { op: 'list_length', at_most: 0 }, true],
    [missing, { op: 'list_length', at_most: 0 }, false],
    [missing, { op: 'list_length', at_most: 0, include_missing: true }, true],
  ],
};

const held = (rule: object, actual: Json | undefined): boolean => {
  const traits: Fields = actual === undefined ? {} : { field: actual };
  return evaluate(condition.parse({ attribute: 'field', ...rule }), subjectOf({ traits })).held;
};

describe.each(Object.entries(rows))('%s', (_, table) => {
  it.each(table)('%j %j: %s', (actual, rule, wished) => {
    expect(held(rule, actual)).toBe(wished);
  });
});

describe('a path', () => {
  const traits: Fields = {
    address: { city: 'Łódź', 'geo.zone': 'north' },
    'address.street': 'Piotrkowska',
    products: [
      { category: 'shoes', price: 90, tags: ['new', 'red'] },
      { category: 'hats', price: '15' },
      'odd',
    ],
    deep: { 'a.b': { c: 1 }, a: { b: { c: 2, d: 3 } } },
    gone: { city: null },
  };

  const about = (attribute: string, rule: object) =>
    evaluate(condition.parse({ attribute, ...rule }), subjectOf({ traits })).held;

  it.each([
    ['address.city', { op: 'equals', value: 'łódź' }, true],
    ['address.geo.zone', { op: 'equals', value: 'north' }, true],
    // A key that has the dots itself wins.
    ['address.street', { op: 'equals', value: 'piotrkowska' }, true],
    ['deep.a.b.c', { op: 'equals', value: 1 }, true],
    ['deep.a.b.d', { op: 'is_set' }, false],
    ['gone.city', { op: 'is_set' }, false],
    ['gone.city.name', { op: 'not_equals', value: 'x' }, true],
    ['address.constructor.name', { op: 'is_set' }, false],
    ['products.length', { op: 'is_set' }, false],
    ['address', { op: 'is_set' }, true],
  ])('leads into objects: %s %j: %s', (path, rule, wished) => {
    expect(about(path, rule)).toBe(wished);
  });

  it.each([
    ['products.category', { op: 'equals', value: 'hats' }, true],
    ['products.category', { op: 'not_equals', value: 'hats' }, false],
    ['products.category', { op: 'not_equals', value: 'gloves' }, true],
    ['products.category', { op: 'starts_with', value: 'sh' }, true],
    ['products.category', { op: 'list_contains_all', value: ['hats', 'shoes'] }, true],
    ['products.category', { op: 'list_length', exactly: 2 }, true],
    ['products.tags', { op: 'list_contains', value: 'red' }, true],
    ['products.price', { op: 'gte', value: 50 }, true],
    ['products.price', { op: 'gte', value: 100 }, false],
    ['products.price', { op: 'not_between', from: 10, to: 20 }, false],
    ['products.color', { op: 'is_set' }, false],
  ])('asks every member of a list: %s %j: %s', (path, rule, wished) => {
    expect(about(path, rule)).toBe(wished);
  });
});
