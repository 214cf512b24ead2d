import { expect, test } from 'vitest';
import { readAddress } from '../../../functions/sources/address.ts';

test.each([
  ['sara@example.com', 'sara@example.com'],
  ['Sara.M+vip@Example.COM', 'Sara.M+vip@Example.COM'],
  [' sara@example.com\u200f', 'sara@example.com'],
  ['\ufeffsara@example.com\u00a0', 'sara@example.com'],
  ['sara@نمونه.ایران', 'sara@نمونه.ایران'],
  ['سارا@example.com', 'سارا@example.com'],
  ['zoë.نمونه@example.com', 'zoë.نمونه@example.com'],
  ['z\u0307@example.com', 'ż@example.com'],
  ["o'neil@sub.example.co.uk", "o'neil@sub.example.co.uk"],
])('%s is an address', (text, address) => {
  expect(readAddress(text)).toBe(address);
});

test.each([
  [''],
  ['sara'],
  ['@example.com'],
  ['sara@'],
  ['sara@localhost'],
  ['a b@example.com'],
  ['a@b@example.com'],
  ['a..b@example.com'],
  ['a.@example.com'],
  ['a@-example.com'],
  ['a@example..com'],
  ['a@exam_ple.com'],
  ['Sara <sara@example.com>'],
  ['a@example.com, b@example.com'],
  ['a@example.com\r\nBcc: b@example.com'],
  ['a\u202e@example.com'],
  ['a\ud800@example.com'],
  [`${'a'.repeat(250)}@example.com`],
  [7],
  [null],
  [['a@example.com']],
])('%j is not', (text) => {
  expect(readAddress(text)).toBeUndefined();
});
