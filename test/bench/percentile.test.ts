import { expect, it } from 'vitest';
import { percentile } from './percentile.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

it.each([
  [hundred, 50, 50],
  [hundred, 99, 99],
  [hundred, 100, 100],
  [[7], 50, 7],
  [[10, 9], 50, 9],
  [[1, 2, 3], 99, 3],
])('of %j the %i percent mark is %i', (values, percent, expected) => {
  expect(percentile(values, percent)).toBe(expected);
});
