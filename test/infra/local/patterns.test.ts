import { describe, expect, it } from 'vitest';
import { matches, validatePattern } from '../../../infra/local/patterns.ts';

const event = {
  source: 'perennial.ingest',
  'detail-type': 'Events Received',
  resources: ['arn:one', 'arn:two'],
  detail: { state: 'running', count: 5, tags: [], list: [{ a: 1 }, { a: 2, b: 3 }] },
};

describe('a pattern', () => {
  it('needs every one of its fields, and ignores all others', () => {
    expect(matches({ source: ['perennial.ingest'] }, event)).toBe(true);
    expect(matches({ source: ['perennial.ingest'], region: ['x'] }, event)).toBe(false);
  });

  it('reaches into objects', () => {
    expect(matches({ detail: { state: ['running'], count: [5] } }, event)).toBe(true);
    expect(matches({ detail: { state: { deeper: ['running'] } } }, event)).toBe(false);
  });

  it('is not fooled by what every object inherits', () => {
    expect(matches({ detail: { constructor: [{ exists: true }] } }, event)).toBe(false);
  });
});

describe('$or', () => {
  it('needs one of its ways, beside the other fields', () => {
    const pattern = {
      source: ['perennial.ingest'],
      $or: [{ region: ['x'] }, { detail: { count: [5] } }],
    };
    expect(matches(pattern, event)).toBe(true);
    expect(matches({ ...pattern, source: ['else'] }, event)).toBe(false);
    expect(matches({ $or: [{ region: ['x'] }, { account: ['y'] }] }, event)).toBe(false);
  });

  it('nests, and stands beside another', () => {
    const nested = {
      $or: [{ count: [6] }, { state: ['running'], $or: [{ x: [1] }, { count: [5] }] }],
    };
    expect(matches({ detail: nested }, event)).toBe(true);
    const beside = { $or: [{ source: ['x'] }, { resources: ['arn:two'] }], detail: nested };
    expect(matches(beside, event)).toBe(true);
  });

  it('is an ordinary name when it lists one object, or operators', () => {
    expect(matches({ $or: { a: [1] } }, { $or: { a: 1 } })).toBe(true);
    expect(matches({ $or: [{ prefix: 'a' }, { suffix: 'c' }] }, { $or: 'abc' })).toBe(true);
    expect(() => validatePattern({ $or: [{ a: [1] }] })).toThrow('Unrecognized match type a');
  });
});

describe('an array in the event', () => {
  it('matches when it shares a value with the pattern', () => {
    expect(matches({ resources: ['arn:two', 'arn:three'] }, event)).toBe(true);
    expect(matches({ resources: ['arn:three'] }, event)).toBe(false);
  });

  it('matches anything-but when any of its elements does', () => {
    expect(matches({ resources: [{ 'anything-but': 'arn:one' }] }, event)).toBe(true);
  });

  it('is absent when it is empty', () => {
    expect(matches({ detail: { tags: [{ exists: false }] } }, event)).toBe(true);
    expect(matches({ detail: { tags: ['x'] } }, event)).toBe(false);
  });

  it('gives all fields of a match from one element', () => {
    expect(matches({ detail: { list: { a: [2], b: [3] } } }, event)).toBe(true);
    expect(matches({ detail: { list: { a: [1], b: [3] } } }, event)).toBe(false);
  });

  it('may hold arrays, whose elements are kept apart too', () => {
    const nested = { rows: [[{ a: 1 }, { b: 2 }], [{ a: 3, b: 4 }]] };
    expect(matches({ rows: { a: [3], b: [4] } }, nested)).toBe(true);
    expect(matches({ rows: { a: [1], b: [4] } }, nested)).toBe(false);
    expect(matches({ rows: { a: [1], b: [2] } }, nested)).toBe(false);
  });

  it('keeps elements apart through several levels', () => {
    const users = [
      { name: 'ann', tags: [{ k: 'color', v: 'red' }] },
      { name: 'bob', tags: [{ k: 'color', v: 'blue' }, { k: 'size' }] },
    ];
    const wanted = (name: string, v: string) => ({
      users: { name: [name], tags: { k: ['color'], v: [v] } },
    });
    expect(matches(wanted('bob', 'blue'), { users })).toBe(true);
    expect(matches(wanted('ann', 'blue'), { users })).toBe(false);
  });

  it('has no field when the element that was chosen has none', () => {
    const oneWithoutB = { list: { a: [{ exists: true }], b: [{ exists: false }] } };
    expect(matches({ detail: oneWithoutB }, event)).toBe(true);
    const otherOrder = { list: { b: [{ exists: false }], a: [{ exists: true }] } };
    expect(matches({ detail: otherOrder }, event)).toBe(true);
    expect(matches(oneWithoutB, { list: [{ a: 1, b: 2 }] })).toBe(false);
  });

  it('has a field when any element has one and none was chosen yet', () => {
    expect(matches({ detail: { list: { b: [{ exists: false }] } } }, event)).toBe(false);
  });
});

describe('EventBridge refuses', () => {
  it.each([
    ['what is not an object', 'text', 'Filter is not an object'],
    ['an empty pattern', {}, 'Empty objects are not allowed'],
    ['an empty object', { detail: {} }, 'Empty objects are not allowed at detail'],
    [
      'a leaf that is not an array',
      { source: 'x' },
      '"source" must be an object or an array at source',
    ],
    ['an empty array', { detail: { a: [] } }, 'Empty arrays are not allowed at detail.a'],
    [
      'an array in an array',
      { a: [['x']] },
      'Match value must be String, number, true, false, or null at a',
    ],
    ['an unknown operator', { a: [{ contains: 'x' }] }, 'Unrecognized match type contains at a'],
    [
      'an inherited name as operator',
      { a: [{ toString: 'x' }] },
      'Unrecognized match type toString',
    ],
    ['two operators in one', { a: [{ prefix: 'x', suffix: 'y' }] }, 'Only one key allowed'],
    ['no operator', { a: [{}] }, 'Match expression name not found'],
    ['a prefix that is no text', { a: [{ prefix: 5 }] }, 'prefix match pattern must be a string'],
    [
      'an affix of another operator',
      { a: [{ suffix: { prefix: 'x' } }] },
      'suffix match pattern must be a string',
    ],
    [
      'exists of text',
      { a: [{ exists: 'true' }] },
      'exists match pattern must be either true or false',
    ],
    [
      'anything-but a boolean',
      { a: [{ 'anything-but': true }] },
      'must be an array or single string/number',
    ],
    [
      'anything-but of mixed types',
      { a: [{ 'anything-but': ['x', 1] }] },
      'all values are number or string',
    ],
    ['anything-but nothing', { a: [{ 'anything-but': [] }] }, 'Empty arrays are not allowed'],
    [
      'anything-but an empty prefix',
      { a: [{ 'anything-but': { prefix: '' } }] },
      'Null prefix/suffix not allowed',
    ],
    [
      'anything-but numeric',
      { a: [{ 'anything-but': { numeric: ['=', 1] } }] },
      'Unsupported anything-but pattern: numeric',
    ],
    ['numeric without an array', { a: [{ numeric: 5 }] }, 'Value of numeric must be an array'],
    [
      'an unknown comparison',
      { a: [{ numeric: ['==', 5] }] },
      'Unrecognized numeric range operator: ==',
    ],
    ['a comparison with text', { a: [{ numeric: ['>', '5'] }] }, 'Value of > must be numeric'],
    ['a comparison without a number', { a: [{ numeric: ['>'] }] }, 'Invalid numeric match'],
    [
      'three comparisons',
      { a: [{ numeric: ['>', 1, '<', 2, '<', 3] }] },
      'Too many elements in numeric expression',
    ],
    ['a range upside down', { a: [{ numeric: ['>', 5, '<', 1] }] }, 'Bottom must be less than top'],
    ['a range of one side', { a: [{ numeric: ['>', 1, '>', 2] }] }, 'Bad numeric range operator'],
    ['a number too large', { a: [{ numeric: ['<', 6e9] }] }, 'must be between -5e9 and 5e9'],
    ['two asterisks in a row', { a: [{ wildcard: 'a**b' }] }, 'Consecutive wildcard characters'],
    ['an unknown escape', { a: [{ wildcard: 'a\\nb' }] }, 'Invalid escape character'],
    ['an escape of nothing', { a: [{ wildcard: 'a\\' }] }, 'Invalid escape character'],
    ['a block without a size', { a: [{ cidr: '10.0.0.1' }] }, 'Malformed CIDR: 10.0.0.1'],
    ['a block too long', { a: [{ cidr: '10.0.0.0/33' }] }, 'Malformed CIDR: 10.0.0.0/33'],
    ['a block of no address', { a: [{ cidr: 'ten/8' }] }, 'Malformed CIDR: ten/8'],
  ])('%s', (_what, pattern, reason) => {
    expect(() => validatePattern(pattern)).toThrow(reason);
  });
});
