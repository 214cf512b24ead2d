// Every operator, on everything that a trait or a property can be.
import { describe, expect, it } from 'vitest';
import { type Condition, condition } from '../../../workflows/conditions/condition.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import type { Fields, Json } from '../../../workflows/model/event.ts';
import { subjectOf } from './subject.ts';

type Row = readonly [actual: Json | undefined, op: string, value: unknown, held: boolean];

const missing = undefined;

const rows: Readonly<Record<string, readonly Row[]>> = {
  equals: [
    ['pro', 'equals', 'pro', true],
    ['pro', 'equals', 'free', false],
    [missing, 'equals', 'pro', false],
    [null, 'equals', 'null', false],
    ['', 'equals', '', true],
    [true, 'equals', true, true],
    ['true', 'equals', true, true],
    [false, 'equals', true, false],
    [0, 'equals', false, false],
  ],
  not_equals: [
    ['pro', 'not_equals', 'pro', false],
    ['pro', 'not_equals', 'free', true],
    [missing, 'not_equals', 'pro', true],
    [null, 'not_equals', 'null', true],
  ],
  contains: [
    ['credit card', 'contains', 'card', true],
    ['credit card', 'contains', 'loan', false],
    [missing, 'contains', 'undefined', false],
    [null, 'contains', 'null', false],
    [12345, 'contains', '234', true],
  ],
  not_contains: [
    ['credit card', 'not_contains', 'card', false],
    ['credit card', 'not_contains', 'loan', true],
    [missing, 'not_contains', 'card', true],
    [null, 'not_contains', 'null', true],
  ],
  starts_with: [
    ['credit card', 'starts_with', 'credit', true],
    ['credit card', 'starts_with', 'card', false],
    [missing, 'starts_with', 'un', false],
    [null, 'starts_with', 'nu', false],
  ],
  ends_with: [
    ['credit card', 'ends_with', 'card', true],
    ['credit card', 'ends_with', 'credit', false],
    [missing, 'ends_with', 'ed', false],
    [null, 'ends_with', 'll', false],
  ],
  gt: [
    [6, 'gt', 5, true],
    [5, 'gt', 5, false],
    [missing, 'gt', -1, false],
    [null, 'gt', -1, false],
  ],
  gte: [
    [5, 'gte', 5, true],
    [4.9, 'gte', 5, false],
    [missing, 'gte', 0, false],
    [null, 'gte', 0, false],
  ],
  lt: [
    [4, 'lt', 5, true],
    [5, 'lt', 5, false],
    [missing, 'lt', 5, false],
    [null, 'lt', 5, false],
  ],
  lte: [
    [5, 'lte', 5, true],
    [5.1, 'lte', 5, false],
    [missing, 'lte', 5, false],
    [null, 'lte', 5, false],
  ],
  in: [
    ['nl', 'in', ['NL', 'BE'], true],
    ['de', 'in', ['NL', 'BE'], false],
    ['7', 'in', [6, 7], true],
    [missing, 'in', ['undefined'], false],
    [null, 'in', ['null'], false],
  ],
  not_in: [
    ['nl', 'not_in', ['NL', 'BE'], false],
    ['de', 'not_in', ['NL', 'BE'], true],
    [missing, 'not_in', ['NL'], true],
    [null, 'not_in', ['null'], true],
  ],
  is_set: [
    ['x', 'is_set', missing, true],
    [0, 'is_set', missing, true],
    [false, 'is_set', missing, true],
    ['', 'is_set', missing, false],
    [null, 'is_set', missing, false],
    [missing, 'is_set', missing, false],
  ],
  is_not_set: [
    ['x', 'is_not_set', missing, false],
    [0, 'is_not_set', missing, false],
    ['', 'is_not_set', missing, true],
    [null, 'is_not_set', missing, true],
    [missing, 'is_not_set', missing, true],
  ],
  'letters are compared without regard to case and to how they are composed': [
    ['Interest RATE', 'contains', 'interest rate', true],
    ['interest rate', 'equals', 'INTEREST RATE', true],
    ['ÉTÉ', 'equals', 'e\u0301te\u0301', true],
    ['ete', 'equals', 'été', false],
    ['z\u0307', 'in', ['Ż'], true],
    ['ΣΊΣΥΦΟΣ', 'starts_with', 'σίσυφ', true],
    ['سلام دنیا', 'contains', 'دنیا', true],
  ],
  'numbers and numbers written as text are the same': [
    ['100', 'gt', 99, true],
    ['9', 'gt', 10, false],
    [' 7 ', 'equals', 7, true],
    ['7.0', 'equals', 7, true],
    [7, 'equals', '7', true],
    ['seven', 'gte', 0, false],
    ['', 'gte', 0, false],
    [' ', 'lte', 0, false],
    [true, 'gte', 0, false],
    [false, 'lte', 0, false],
  ],
  'a list holds several values, of which contains and in look for one': [
    [['Shoes', 'hats'], 'contains', 'shoes', true],
    [['Shoes', 'hats'], 'contains', 'hat', false],
    [['Shoes', 'hats'], 'not_contains', 'gloves', true],
    [['Shoes', 'hats'], 'in', ['hats', 'gloves'], true],
    [['Shoes', 'hats'], 'not_in', ['hats', 'gloves'], false],
    [[7, 8], 'contains', 8, true],
    [[], 'contains', 'shoes', false],
    [[null], 'contains', 'null', false],
    [['shoes'], 'is_set', missing, true],
  ],
  'lists and objects are neither text nor numbers': [
    [['a', 'b'], 'equals', 'a,b', false],
    [['a'], 'equals', 'a', false],
    [['a'], 'not_equals', 'a', true],
    [['a', 'b'], 'starts_with', 'a', false],
    [[5], 'gte', 5, false],
    [{ a: 1 }, 'contains', 'object', false],
    [{ a: 1 }, 'not_contains', 'object', true],
    [{ a: 1 }, 'equals', '[object Object]', false],
    [{}, 'ends_with', ']', false],
    [{ a: 1 }, 'is_set', missing, true],
  ],
};

const ruleOf = (about: object, op: string, value: unknown): Condition =>
  condition.parse({ ...about, op, ...(value === undefined ? {} : { value }) });

const fieldsOf = (actual: Json | undefined): Fields =>
  actual === undefined ? {} : { field: actual };

describe.each(Object.entries(rows))('%s', (_, table) => {
  it.each(table)('%j %s %j: %s', (actual, op, value, held) => {
    const ofContact = ruleOf({ attribute: 'field' }, op, value);
    const traits = fieldsOf(actual);
    expect(evaluate(ofContact, subjectOf({ traits, properties: {} })).held).toBe(held);
    const ofEvent = ruleOf({ property: 'field' }, op, value);
    expect(evaluate(ofEvent, subjectOf({ traits: {}, properties: traits })).held).toBe(held);
  });
});

describe('a condition looks', () => {
  it('at the contact for attributes and at the event for properties, never at the other', () => {
    const subject = subjectOf({ traits: { a: 1 }, properties: { b: 2 } });
    expect(evaluate({ attribute: 'b', op: 'is_set' }, subject).held).toBe(false);
    expect(evaluate({ property: 'a', op: 'is_set' }, subject).held).toBe(false);
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'only at what was said: %s is unknown until somebody says it',
    (name) => {
      const rule = { attribute: name, op: 'is_set' } as const;
      expect(evaluate(rule, subjectOf({ traits: {}, properties: {} })).held).toBe(false);
      const said = JSON.parse(`{ "${name}": "x" }`);
      expect(evaluate(rule, subjectOf({ traits: said, properties: {} })).held).toBe(true);
    },
  );
});
