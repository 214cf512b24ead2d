// Patterns: what they find, what they refuse, and that none of them runs away.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { automaton, finds } from '../../../workflows/conditions/automaton.ts';
import { condition } from '../../../workflows/conditions/condition.ts';
import { evaluate } from '../../../workflows/conditions/evaluate.ts';
import { subjectOf } from './subject.ts';

const found = (pattern: string, text: string) => finds(automaton(pattern), text);

describe('a pattern', () => {
  it.each([
    ['card', 'Credit CARD', true],
    ['^card', 'credit card', false],
    ['card$', 'credit card', true],
    ['^(?:visa|master)[ -]?card$', 'Master-card', true],
    ['^(visa|master)[ -]?card$', 'amexcard', false],
    ['^\\d{3}-\\d{2,4}$', '123-4567', true],
    ['^\\d{3}-\\d{2,4}$', '123-45678', false],
    ['^a{2,}$', 'aaaa', true],
    ['^a{0}b$', 'b', true],
    ['^.+@example\\.(com|org)$', 'sara@example.org', true],
    ['^.+@example\\.(com|org)$', 'sara@examplexorg', false],
    ['^[^\\s@]+$', 'a b', false],
    ['\\bcat\\b', 'a cat sat', true],
    ['\\bcat\\b', 'concat', false],
    ['\\Bcat', 'concat', true],
    ['^\\p{L}+$', 'żółć', true],
    ['^[[\\]]+$', '[]', true],
    ['^.$', '😀', true],
    ['', 'anything', true],
    ['a*?b', 'aab', true],
    ['(a*)*b', 'aaab', true],
    ['()*x', 'x', true],
    ['a||b', '', true],
  ])('%s finds in %j: %s', (pattern, text, wished) => {
    expect(found(pattern, text)).toBe(wished);
  });

  it.each([
    ['(a)\\1', 'a pattern cannot refer back to a group'],
    ['\\k<a>', 'a pattern cannot refer back to a group'],
    ['(?=a)b', 'a pattern cannot look around, nor name its groups'],
    ['(?<!a)b', 'a pattern cannot look around, nor name its groups'],
    ['(?<year>\\d)', 'a pattern cannot look around, nor name its groups'],
    ['(a', 'a parenthesis is never closed'],
    ['a)', 'a closing parenthesis opens nowhere'],
    ['*a', '"*a" is not understood: put \\ before a sign that means itself'],
    ['a{', '"{" is not understood'],
    ['[z-a]', '[z-a] is no letter and no class of letters'],
    ['\\q', '\\q is no letter and no class of letters'],
    ['^*', 'an anchor cannot be repeated'],
    ['a{3,2}', '{3,2} asks for less than it needs'],
    ['((a{50}){50}){50}', 'the pattern repeats too much'],
    ['a'.repeat(201), 'a pattern has at most 200 characters'],
  ])('%s is refused with the reason', (value, reason) => {
    const { error } = condition.safeParse({ attribute: 'plan', op: 'matches', value });
    expect(error?.issues.map(({ message }) => message).join()).toContain(reason);
  });

  // Each of these takes JavaScript's own engine years.
  it.each([
    '(a+)+$',
    '(a|a)*$',
    '(a|aa)+$',
    '(.*a){20}$',
    'a*a*a*a*a*a*a*a*$',
    '([a-z]+)*=',
    '(a?){50}a{50}$',
  ])('%s ends, though it is of the kind that runs away', (pattern) => {
    expect(found(`^${pattern}`, `${'a'.repeat(900)}!`)).toBe(false);
  });

  it('finds what the engine of JavaScript finds, wherever that may be asked', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\b', '^', '$');
    const { pattern } = fc.letrec<{ pattern: string; one: string }>((tie) => ({
      one: fc.oneof(
        { maxDepth: 2 },
        atom,
        fc
          .tuple(fc.constantFrom('a', 'b', '.'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}'))
          .map(([one, times]) => `${one}${times}`),
        tie('pattern').map((inner) => `(${inner})`),
        tie('pattern').map((inner) => `(?:${inner})?`),
      ),
      pattern: fc
        .array(fc.oneof(tie('one'), fc.constant('|')), { minLength: 1, maxLength: 5 })
        .map((parts) => parts.join('')),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 6 });
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        expect(found(source, given)).toBe(new RegExp(source, 'iu').test(given));
      }),
      { numRuns: 1_000 },
    );
  });

  it('looks at the first thousand letters of a text', () => {
    expect(found('x', `${'a'.repeat(999)}x`)).toBe(true);
    expect(found('x', `${'a'.repeat(1_000)}x`)).toBe(false);
    expect(found('^a+$', 'a'.repeat(1_000))).toBe(true);
    expect(found('^a+$', 'a'.repeat(1_001))).toBe(false);
  });

  it('asks every text of a list, and numbers as they are written', () => {
    const asks = (value: string, field: string[] | number) =>
      evaluate(
        condition.parse({ attribute: 'field', op: 'matches', value }),
        subjectOf({ traits: { field } }),
      ).held;
    expect(asks('^red', ['blue', 'Red wine'])).toBe(true);
    expect(asks('^4', 42)).toBe(true);
    expect(asks('^\\D', 42)).toBe(false);
  });
});
