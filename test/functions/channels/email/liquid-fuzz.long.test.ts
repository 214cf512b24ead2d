// The same as liquid-properties.test.ts, a hundred thousand times.
import * as fc from 'fast-check';
import { test } from 'vitest';
import { arbitraryLiquid } from '../../../support/arbitrary-liquid.ts';
import { endsHarmlessly, writesWhatLiquidWrites } from '../../../support/liquid-properties.ts';

test('a hundred thousand templates end harmlessly, and as LiquidJS would write them', () => {
  const holds = (one: Parameters<typeof endsHarmlessly>[0]) => {
    endsHarmlessly(one);
    writesWhatLiquidWrites(one);
  };
  fc.assert(fc.property(arbitraryLiquid, holds), { numRuns: 100_000 });
});
