// Any program of steps that the schema takes.
import fc from 'fast-check';
import { condition } from './arbitrary-condition.ts';
import {
  campaignIds,
  durations,
  eventNames,
  fieldNames,
  listIds,
  one,
  rarely,
  scalar,
} from './arbitrary-vocabulary.ts';

/** "receipt" is transactional. */
const templates = one('hello', 'offer', 'receipt');

export const happening = fc.record({ event: one(...eventNames), where: rarely(condition) });

/** Few enough that the same id is in two versions, and not always on the same kind of step. */
const id = fc.integer({ min: 0, max: 12 }).map((number) => `step-${number}`);

/** What a wait may wait for by the clocks alone. */
const moments = fc.oneof(
  fc.record(
    {
      time: one('00:00', '02:30', '09:00'),
      on: fc.subarray(['monday', 'friday'], { minLength: 1 }),
    },
    { requiredKeys: ['time'] },
  ),
  fc.constant({ business_hours: true }),
);

const date = fc.record(
  { attribute: one(...fieldNames), offset: one(-3, '2 hours'), at: rarely(one('09:00')) },
  { requiredKeys: ['attribute'] },
);
const dateAt = date.map(({ at, ...rest }) =>
  at === undefined || typeof rest.offset === 'string' ? rest : { ...rest, at },
);

const changes = fc.oneof(
  fc.record({ add: fc.record({ score: one(1, 2.5, -1) }) }),
  fc.record({ set: fc.record({ plan: scalar }) }),
  fc.record({ set: fc.constant({ count: '{{ event.count }}' }) }),
  fc.record({ unset: fc.constant(['plan']) }),
  fc.record({ tag: fc.subarray(['pro', '3'], { minLength: 1 }) }),
  fc.record({ untag: fc.constant(['pro']) }),
  fc.record({ join: fc.subarray(listIds, { minLength: 1 }) }),
  fc.record({ leave: fc.subarray(listIds, { minLength: 1 }) }),
);

export const changesToContact = changes;

const orders = fc.oneof(
  fc.constant({ task: { title: 'Call {{ person.plan }}', due: '1 business day' } }),
  fc.constant({ webhook: { url: 'https://hooks.example.com/in' } }),
  fc.constant({ emit: { event: 'Emitted', properties: { count: '{{ event.count }}' } } }),
);

const offers = fc.record({
  from: one('catalog' as const, ['plenty', 'few'], ['few', 'unknown']),
  strategy: one('first_eligible', 'complement', 'next_step_up'),
});

const named = <T extends object>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<object> =>
  fc.tuple(rarely(id), arbitrary).map(([id, step]) => (id === undefined ? step : { id, ...step }));

export const { steps } = fc.letrec<{ steps: object[]; step: object; path: object[] }>((tie) => ({
  steps: fc.array(tie('step'), { minLength: 1, maxLength: 5, depthIdentifier: 'steps' }),
  path: tie('steps') as fc.Arbitrary<object[]>,
  step: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'steps' },
    named(fc.record({ send: templates })),
    named(fc.record({ wait: fc.record({ for: durations }) })),
    named(fc.record({ wait: fc.record({ until: moments }) })),
    named(fc.record({ update: changes })),
    named(fc.oneof(orders, fc.record({ leave: one(...campaignIds) }))),
    named(fc.record({ enroll: one(...campaignIds), with: fc.constant({ count: 3 }) })),
    named(
      fc.record(
        {
          wait: fc.record({
            for: durations,
            until: fc.oneof(happening, fc.record({ condition })),
          }),
          onTimeout: tie('path'),
        },
        { requiredKeys: ['wait'] },
      ),
    ),
    named(
      fc.record(
        {
          wait: fc.record({ until: fc.record({ date: dateAt }) }),
          onMissing: tie('path'),
          onPast: tie('path'),
        },
        { requiredKeys: ['wait'] },
      ),
    ),
    named(fc.record({ branch: condition, yes: tie('path') })),
    named(fc.record({ branch: condition, no: tie('path') })),
    named(
      fc.record(
        {
          branch: fc.array(fc.record({ if: condition, steps: tie('path') }), {
            minLength: 1,
            maxLength: 3,
          }),
          else: tie('path'),
        },
        { requiredKeys: ['branch'] },
      ),
    ),
    named(
      fc
        .tuple(
          fc.record({ weight: one(0, 1, 9), steps: tie('path') }, { requiredKeys: ['weight'] }),
          fc.record({ weight: one(1, 4), steps: tie('path') }, { requiredKeys: ['weight'] }),
        )
        .map(([a, b]) => ({
          split: [
            { name: 'a', ...a },
            { name: 'b', ...b },
          ],
        })),
    ),
    named(
      fc.record(
        { offer: offers, granted: tie('path'), none: tie('path') },
        { requiredKeys: ['offer'] },
      ),
    ),
  ),
}));
