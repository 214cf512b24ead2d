// Any campaign that the schema takes, from a vocabulary so small that things meet.
import fc from 'fast-check';

export const eventNames = ['Started', 'Seen', 'Bought', 'Left'];
export const fieldNames = ['plan', 'count', 'tags', 'constructor', '__proto__'];
export const addresses = ['sara@example.com', 'Sara@Example.com', 'new@example.com', ''];
export const scalar = fc.constantFrom<(string | number | boolean)[]>(
  'pro',
  'Free',
  '3',
  3,
  0,
  true,
);

const durations = fc.constantFrom('1 minute', '5 hours', '1 day', '0.7 days', 'P3D');
/** "receipt" is transactional. */
const templates = fc.constantFrom('hello', 'offer', 'receipt');

const about = fc.oneof(
  fc.constantFrom(...fieldNames).map((attribute) => ({ attribute })),
  fc.constantFrom(...fieldNames).map((property) => ({ property })),
);

const tests = fc.oneof(
  fc.record({
    op: fc.constantFrom(
      'equals',
      'not_equals',
      'contains',
      'not_contains',
      'starts_with',
      'ends_with',
    ),
    value: scalar,
  }),
  fc.record({
    op: fc.constantFrom('gt', 'gte', 'lt', 'lte'),
    value: fc.integer({ max: 5, min: 0 }),
  }),
  fc.record({
    op: fc.constantFrom('in', 'not_in'),
    value: fc.array(scalar, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ op: fc.constantFrom('is_set', 'is_not_set') }),
);

const leaf = fc.tuple(about, tests).map(([one, other]) => ({ ...one, ...other }));

const { condition } = fc.letrec<{ condition: object }>((tie) => ({
  condition: fc.oneof(
    // As deep as the schema lets them nest.
    { depthSize: 'small', maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.record({
      op: fc.constantFrom('and', 'or'),
      rules: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('not'), rule: tie('condition') }),
  ),
}));

/** Left out most of the time: of too many conditions, one always fails. */
export const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 4 }, { arbitrary, weight: 1 });

const happening = fc.record({ event: fc.constantFrom(...eventNames), where: rarely(condition) });

const id = fc.integer({ min: 0, max: 1_000_000 }).map((number) => `step-${number}`);

/** What a wait may wait for by the clocks alone. */
const moments = fc.oneof(
  fc.record(
    {
      time: fc.constantFrom('00:00', '02:30', '09:00'),
      on: fc.subarray(['monday', 'friday'], { minLength: 1 }),
    },
    { requiredKeys: ['time'] },
  ),
  fc.constant({ business_hours: true }),
  fc.record({
    date: fc.record(
      { attribute: fc.constantFrom(...fieldNames), offset: fc.constantFrom(-3, '2 hours') },
      { requiredKeys: ['attribute'] },
    ),
  }),
);

const { steps } = fc.letrec<{ steps: object[]; step: object }>((tie) => ({
  steps: fc.array(tie('step'), { minLength: 1, maxLength: 4, depthIdentifier: 'steps' }),
  step: fc.oneof(
    { depthSize: 'small', depthIdentifier: 'steps' },
    fc.record({ id, send: templates }, { requiredKeys: ['send'] }),
    fc.record({ id, wait: fc.record({ for: durations }) }, { requiredKeys: ['wait'] }),
    fc.record(
      { id, wait: fc.record({ for: durations, until: happening }), onTimeout: tie('steps') },
      { requiredKeys: ['wait'] },
    ),
    fc.record(
      {
        id,
        wait: fc.record({ for: durations, until: fc.record({ condition }) }),
        onTimeout: tie('steps'),
      },
      { requiredKeys: ['wait'] },
    ),
    fc.record({ id, wait: fc.record({ until: moments }) }, { requiredKeys: ['wait'] }),
    fc.record({ branch: condition, yes: tie('steps') }),
    fc.record({ id, branch: condition, no: tie('steps') }, { requiredKeys: ['branch', 'no'] }),
    fc.record({ branch: condition, yes: tie('steps'), no: tie('steps') }),
  ),
}));

const document = fc
  .record({
    name: fc.constant('Any'),
    trigger: happening,
    audience: rarely(condition),
    basis: fc.constantFrom('consent', 'soft_opt_in'),
    reentry: fc.oneof(
      fc.constantFrom('never', 'always'),
      durations.map((after) => ({ after })),
    ),
    goal: rarely(fc.tuple(happening, durations).map(([goal, within]) => ({ ...goal, within }))),
    exitOn: rarely(fc.array(happening, { maxLength: 2 })),
    steps,
  })
  .filter((one) => {
    const ids = JSON.stringify(one).match(/"id":"[^"]+"/g) ?? [];
    return new Set(ids).size === ids.length;
  });

/** A few campaigns, each as it is live and as it may be published later. */
export const campaigns = fc.array(fc.tuple(document, document), { minLength: 1, maxLength: 3 });
