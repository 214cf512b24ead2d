// Any Liquid with any data ends harmlessly, and is written as LiquidJS would write it.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryLiquid } from '../../../support/arbitrary-liquid.ts';
import { endsHarmlessly, writesWhatLiquidWrites } from '../../../support/liquid-properties.ts';

test('the short ways through a template write what the long way writes', () => {
  fc.assert(fc.property(arbitraryLiquid, writesWhatLiquidWrites), { numRuns: 1_500 });
});

test('any Liquid with any data ends as text or as a refusal', () => {
  const ends = { written: 0, refused: 0 };
  const holds = (one: Parameters<typeof endsHarmlessly>[0]) => {
    ends[endsHarmlessly(one)] += 1;
  };
  fc.assert(fc.property(arbitraryLiquid, holds), { numRuns: 1_500 });
  expect(Math.min(ends.written, ends.refused)).toBeGreaterThan(100);
});
