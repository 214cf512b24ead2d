// What an intrinsic function of a template stands for.
import { describe, expect, it } from 'vitest';
import { absent, resolve, type Scope } from '../../../infra/local/intrinsics.ts';

const scope: Scope = {
  ref: (name) => (name === 'AWS::NoValue' ? absent : `ref(${name})`),
  attribute: (logicalId, attribute) => `${attribute} of ${logicalId}`,
  imported: (name) => `import(${name})`,
};

const v = (name: string): string => `\${${name}}`;

describe('an intrinsic function', () => {
  it.each([
    ['Ref', { Ref: 'Queue' }, 'ref(Queue)'],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Queue', 'Arn'] }, 'Arn of Queue'],
    ['Fn::ImportValue', { 'Fn::ImportValue': 'Data:Core' }, 'import(Data:Core)'],
    ['Fn::Join', { 'Fn::Join': [':', ['arn', { Ref: 'Queue' }]] }, 'arn:ref(Queue)'],
    ['Fn::Split', { 'Fn::Split': [':', 'a:b'] }, ['a', 'b']],
    ['Fn::Select', { 'Fn::Select': ['1', { 'Fn::Split': [':', 'a:b'] }] }, 'b'],
    ['Fn::Sub', { 'Fn::Sub': `${v('A')}-${v('B.Arn')}-${v('!C')}` }, `ref(A)-Arn of B-${v('C')}`],
    ['Fn::Sub with values', { 'Fn::Sub': [v('A') + v('B'), { A: { Ref: 'Q' } }] }, 'ref(Q)ref(B)'],
  ])('%s is resolved', (_, value, expected) => {
    expect(resolve(value, scope)).toEqual(expected);
  });

  it('is resolved however deep it lies, and everything else stays as it is', () => {
    const value = { a: [{ b: { Ref: 'Q' } }], c: 1, d: null, e: { Reference: 'Q' } };
    expect(resolve(value, scope)).toEqual({
      a: [{ b: 'ref(Q)' }],
      c: 1,
      d: null,
      e: { Reference: 'Q' },
    });
  });

  it('takes a property away when it says so', () => {
    const nothing = { Ref: 'AWS::NoValue' };
    expect(resolve({ a: nothing, b: [nothing, 1] }, scope)).toEqual({ b: [1] });
  });

  it('is refused by name when it is not known', () => {
    const value = { Name: { 'Fn::Base64': 'x' } };
    expect(() => resolve(value, scope)).toThrow('Fn::Base64 is not known here');
  });

  it('is refused when a selected value does not exist', () => {
    expect(() => resolve({ 'Fn::Select': [2, ['a']] }, scope)).toThrow('no value number 2');
  });
});
