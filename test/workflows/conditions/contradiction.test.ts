// Two conditions of one "and" that exclude each other are found; what may hold together is left alone.
import { expect, test } from 'vitest';
import { type Condition, condition } from '../../../workflows/conditions/condition.ts';
import { contradictions } from '../../../workflows/conditions/contradiction.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import { newContact } from '../../../workflows/model/contact.ts';

const n = (op: string, value: unknown, more = {}) => ({ attribute: 'n', op, value, ...more });
const range = (from: number, to: number) => ({ attribute: 'n', op: 'between', from, to });
const known = { attribute: 'n', op: 'is_set' };
const unknown = { attribute: 'n', op: 'is_not_set' };
const and = (...rules: readonly object[]) => condition.parse({ op: 'and', rules });
const found = (...rules: readonly object[]) => contradictions(and(...rules));

const clashing = [
  [n('equals', 'a'), n('equals', 'b')],
  [n('equals', 1), n('equals', '2')],
  [n('equals', 'a'), n('equals', 5)],
  [n('equals', 'Pro', { exact: true }), n('equals', 'pro', { exact: true })],
  [n('equals', true), n('equals', false)],
  [n('equals', 'a'), n('in', ['b', 'c'])],
  [n('gt', 5), n('lt', 3)],
  [n('gt', 5), n('lte', 5)],
  [range(1, 2), range(3, 4)],
  [n('equals', 'pro'), n('gt', 0)],
  [n('equals', 7), n('lt', 7)],
  [n('in', [1, 2]), n('gte', 3)],
  [known, unknown],
  [unknown, n('equals', 'a')],
  [unknown, n('gt', 0)],
  [
    { ...known, attribute: 'a.b' },
    { ...unknown, attribute: 'a.b' },
  ],
] as const;

const fitting = [
  [n('equals', 'Pro'), n('equals', 'pro')],
  [n('equals', 5), n('equals', '5.0')],
  [n('equals', 'a'), n('in', ['b', 'A'])],
  [n('gte', 5), n('lte', 5)],
  [n('gt', 3), n('lt', 5)],
  [range(1, 3), range(3, 4)],
  [n('equals', '5'), n('gt', 4)],
  [n('gt', 5, { include_missing: true }), n('lt', 3, { include_missing: true })],
  [unknown, n('equals', '')],
  [unknown, n('gt', 5, { include_missing: true })],
  [n('equals', 'a'), { property: 'n', op: 'equals', value: 'b' }],
  [n('equals', 'a', { attribute: 'a.n' }), n('equals', 'b', { attribute: 'a.n' })],
  [n('in', ['a'], { attribute: 'tags' }), n('in', ['b'], { attribute: 'tags' })],
  [n('contains', 'a'), n('contains', 'b')],
] as const;

test.each(clashing)('%j and %j exclude each other', (one, other) => {
  for (const rules of [
    [one, other],
    [other, one],
  ])
    expect(found(...rules)).toEqual(
      [{ rule: rules[1], because: expect.stringContaining('never together with: n') }].map(
        (told) => (one.attribute === 'a.b' ? { ...told, because: expect.any(String) } : told),
      ),
    );
});

test.each(fitting)('%j and %j are left alone', (one, other) => {
  expect(found(one, other)).toEqual([]);
  expect(found(other, one)).toEqual([]);
});

const values = [undefined, null, '', 'a', 'pro', 'Pro', 0, 1, 2, 3, 5, 7, '5', '5.0', 'b', true];
const kinds = [...values, false, ['a'], ['a', 'b'], [1, 7], [], { b: 1 }, { b: '' }];

test('nobody meets two that exclude each other, whatever the value', () => {
  const holds = (rule: Condition, value: unknown) =>
    evaluate(rule, {
      contact: { ...newContact('con_a'), traits: { n: value, a: value } as never },
      ...{ properties: {}, now: 0, zone: 'UTC', hash: (text: string) => text },
    }).held;
  const met = clashing.filter((rules) => kinds.some((value) => holds(and(...rules), value)));
  expect(met).toEqual([]);
});

test('one of several values is asked for twice: only a list can be both, and that is said', () => {
  expect(found(n('in', ['a']), n('in', ['b']))).toMatchObject([
    { because: 'never together with: n is a, unless it is a list of values' },
  ]);
});

test('groups inside groups count, and each pair is told once', () => {
  const [a, b, c] = [n('equals', 'a'), n('equals', 'b'), n('equals', 'c')];
  expect(found(a, { op: 'and', rules: [known, b] })).toMatchObject([{ rule: b }]);
  expect(found({ op: 'and', rules: [a, b] })).toMatchObject([{ rule: b }]);
  expect(found({ op: 'or', rules: [a, b] })).toEqual([]);
  expect(found(a, { op: 'or', rules: [b, c] })).toEqual([]);
  expect(found({ op: 'not', rule: { op: 'and', rules: [a, b] } })).toMatchObject([{ rule: b }]);
});
