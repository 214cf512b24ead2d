// Decimals: text that adds up exactly, where binary numbers do not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  decimal,
  decimalText,
  multiply,
  subtract,
} from '../../../workflows/model/decimal.ts';

describe('a decimal', () => {
  it.each([
    [12.5, '12.5'],
    ['12.50', '12.5'],
    [' 7 ', '7'],
    ['+0012', '12'],
    ['-0.10', '-0.1'],
    ['-0', '0'],
    [0, '0'],
    [1e-7, undefined],
    [1e21, undefined],
    ['1e3', undefined],
    ['1,50', undefined],
    ['', undefined],
    ['.5', undefined],
    [Number.NaN, undefined],
    [true, undefined],
    [null, undefined],
    [undefined, undefined],
    ['1234567890123456', undefined],
    ['0.1234567891', undefined],
  ])('of %j is %j', (value, text) => {
    expect(decimal(value)).toBe(text);
  });

  it('adds up exactly', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(subtract('0.3', '0.1')).toBe('0.2');
    expect(subtract('1', '2.5')).toBe('-1.5');
    expect(add('999999999999999', '1')).toBe('1000000000000000');
    expect(add(add('999999999999999', '1'), '0.5')).toBe('1000000000000000.5');
  });

  it('multiplies, and rounds half away from zero at the ninth place', () => {
    expect(multiply('19.99', '3')).toBe('59.97');
    expect(multiply('0.000000001', '0.5')).toBe('0.000000001');
    expect(multiply('-0.000000001', '0.5')).toBe('-0.000000001');
    expect(multiply('0.000000001', '0.4')).toBe('0');
  });

  it('is in order', () => {
    expect(['10', '-1', '9.5', '9.45'].sort(compare)).toEqual(['-1', '9.45', '9.5', '10']);
    expect(compare('1.0', '1')).toBe(0);
  });

  it('gives back what was added, whatever it was', () => {
    const any = fc
      .tuple(fc.integer(), fc.nat(999_999_999))
      .map(([a, b]) => `${a}.${String(b).padStart(9, '0')}`);
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(subtract(add(a, b), b)).toBe(decimal(a));
        expect(add(a, b)).toBe(add(b, a));
      }),
    );
  });

  it('in a document is a number or a text, and says what it must look like', () => {
    expect(decimalText.parse(19.9)).toBe('19.9');
    expect(decimalText.safeParse('cheap').error?.issues[0]?.message).toMatch(/a decimal such as/);
  });
});
