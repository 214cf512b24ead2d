// Any campaign that the schema takes, with what may be published later in its place.
import fc from 'fast-check';
import { condition } from './arbitrary-condition.ts';
import { happening, steps } from './arbitrary-steps.ts';
import { durations, eventNames, one, perhaps, rarely, segmentIds } from './arbitrary-vocabulary.ts';

const trigger = fc.oneof(
  { arbitrary: happening, weight: 8 },
  {
    arbitrary: fc.record({
      segment: fc.record({ id: one(...segmentIds), on: one('entered', 'left') }),
    }),
    weight: 4,
  },
  {
    arbitrary: fc.record({
      inactivity: fc.record({ event: one(...eventNames), for: one('5 hours', 'P3D') }),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      date: fc.record({
        attribute: fc.constant('born'),
        anniversary: perhaps(fc.boolean()),
        offset: one(0, -3, 1),
      }),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      drifting: fc.record({
        worth: rarely(fc.constant({ cost: 1, margin: 0.5, chance: 0.1 })),
      }),
    }),
    weight: 1,
  },
  { arbitrary: fc.constant({ call: true }), weight: 1 },
  { arbitrary: fc.constant({ schedule: { at: '2026-01-07T09:00', local: true } }), weight: 1 },
);

const sending = fc.record({
  smartSending: rarely(fc.constant(false)),
  caps: rarely(fc.constant(false)),
  quietHours: rarely(fc.constant(false)),
  window: rarely(
    one(
      { from: '09:00', to: '17:00' },
      { on: ['monday', 'friday'] },
      { from: '22:00', to: '02:30' },
    ),
  ),
  spread: rarely(durations),
  expires: rarely(one('1 minute', '5 hours', '1 day')),
});

const document = fc
  .record({
    name: fc.constant('Any'),
    trigger,
    audience: rarely(condition),
    basis: one('consent', 'soft_opt_in'),
    priority: rarely(one(1, 9)),
    reentry: fc.oneof(
      one('never', 'always', 'always', 'always'),
      durations.map((after) => ({ after })),
    ),
    limits: rarely(fc.record({ entries: one(1, 3) })),
    sending: perhaps(sending),
    holdout: rarely(one(30, 80)),
    goal: rarely(fc.tuple(happening, durations).map(([goal, within]) => ({ ...goal, within }))),
    exitOn: rarely(fc.array(fc.oneof(happening, fc.record({ condition })), { maxLength: 2 })),
    steps,
  })
  .map((given) => withoutTwins(given) as { readonly steps: readonly object[] });

/** Of two steps with one id the second gets one from its place. */
function withoutTwins(given: object): object {
  const seen = new Set<string>();
  const text = JSON.stringify(given, (key, value) => {
    if (key !== 'id' || typeof value !== 'string' || !value.startsWith('step-')) return value;
    const id = seen.has(value) ? `${value}-${seen.size}` : value;
    seen.add(id);
    return id;
  });
  return JSON.parse(text);
}

/** The same but for weights and holdout, or another one altogether. */
const later = (first: object): fc.Arbitrary<object> =>
  fc.oneof(
    document,
    fc.constant(JSON.parse(JSON.stringify(first).replaceAll('"weight":1', '"weight":900'))),
    one(0, 60, 90).map((percent) => ({ ...first, holdout: { percent, because: 'changed' } })),
  );

/** A few campaigns, each as it is live and as it may be published later. */
export const campaigns = fc.array(
  document.chain((first) => fc.tuple(fc.constant<object>(first), later(first))),
  { minLength: 1, maxLength: 3 },
);
