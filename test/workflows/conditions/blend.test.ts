// What was rebuilt from the past joins what is recorded live: in whatever order they come, everything counts once.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blend } from '../../../workflows/conditions/blend.ts';
import { record } from '../../../workflows/conditions/record.ts';
import { refill } from '../../../workflows/conditions/refill.ts';
import { watch } from '../../../workflows/conditions/watch.ts';
import type { History } from '../../../workflows/model/history.ts';

const orders = watch({ event: 'Bought', measure: 'total', depth: 6 });
const { depth } = orders;
const watches = [orders];

const bought = (number: number, at = number) => ({
  id: `order-${number}`,
  event: 'Bought',
  at,
  properties: { total: number },
});
type Bought = ReturnType<typeof bought>;

const live = (history: History, all: readonly Bought[]) =>
  all.reduce((known, one) => record(known, watches, one), history);

/** As the next occurrence will leave it. */
const shortened = (history: History): History =>
  Object.fromEntries(
    Object.entries(history).map(([key, one]) => [
      key,
      { ...one, recent: one.recent.slice(-depth) },
    ]),
  );

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

it('a past that is read after the rule went live, and events that come meanwhile, count once each', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 0, max: depth }),
      (old, seen, newer) => {
        const all = numbers(old + seen + newer).map((number) => bought(number));
        // Published after `old` of them; the past is read after `seen` more; the others come before the decision.
        const recorded = live({}, all.slice(old));
        const rebuilt = refill({}, watches, all.slice(0, old + seen));
        expect(shortened(blend(recorded, rebuilt))).toEqual(live({}, all));
      },
    ),
  );
});

it('doing it again changes nothing', () => {
  const rebuilt = refill(
    {},
    watches,
    numbers(5).map((number) => bought(number)),
  );
  const once = blend(live({}, [bought(6)]), rebuilt);
  expect(blend(once, rebuilt)).toEqual(once);
});

it('what no past was found for stays as it is', () => {
  const known = live({}, [bought(1)]);
  expect(blend(known, {})).toEqual(known);
});
