// Any rule that may be asked of a contact: of attributes, of the past, of membership and standing, by time and by chance.
import fc from 'fast-check';
import {
  campaignIds,
  durations,
  eventNames,
  fieldNames,
  listIds,
  one,
  perhaps,
  rarely,
  scalar,
  segmentIds,
} from './arbitrary-vocabulary.ts';

const tests = fc.oneof(
  fc.record({
    op: one('equals', 'not_equals', 'contains', 'not_contains', 'starts_with', 'ends_with'),
    value: scalar,
  }),
  fc.record({ op: one('gt', 'gte', 'lt', 'lte'), value: fc.integer({ max: 5, min: 0 }) }),
  fc.record({
    op: one('in', 'not_in'),
    value: fc.array(scalar, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ op: one('is_set', 'is_not_set') }),
);

const ofAttribute = fc
  .tuple(
    one(...fieldNames, 'score').map((attribute) => ({ attribute })),
    tests,
  )
  .map(([about, test]) => ({ ...about, ...test }));

const ofProperty = fc
  .tuple(
    one(...fieldNames).map((property) => ({ property })),
    tests,
  )
  .map(([about, test]) => ({ ...about, ...test }));

const ofDate = fc.oneof(
  fc.record({
    op: one('in_the_last', 'more_than_ago', 'in_the_next'),
    attribute: fc.constant('born'),
    value: one('1 day', 'P3D', '30 days'),
  }),
  fc.record({ op: one('anniversary_today', 'anniversary_month'), attribute: one('born') }),
);

const times = fc.integer({ min: 1, max: 3 });
const count = fc.oneof(
  fc.constant('never'),
  fc.record({ at_least: times }),
  fc.record({ at_most: times }),
  fc.record({ exactly: times }),
);

const ofPast = (entered: boolean) =>
  fc.oneof(
    fc.record({
      op: one('performed'),
      event: one(...eventNames),
      where: rarely(ofProperty),
      count: perhaps(count),
      within: perhaps(durations),
      since_entry: entered ? rarely(fc.constant(true)) : fc.constant(undefined),
    }),
    fc
      .record({
        op: one('email'),
        became: one('sent', 'bounced', 'unsubscribed'),
        campaign: rarely(one(...campaignIds)),
        count: perhaps(count),
        within: perhaps(durations),
      })
      .map((rule) => (rule.became === 'sent' ? rule : { ...rule, campaign: undefined })),
  );

const ofMembership = (segments: readonly string[]) =>
  fc.oneof(
    ...(segments.length > 0
      ? [
          fc.record({ op: one('in_segment', 'not_in_segment'), segment: one(...segments) }),
          fc.record({
            op: one('in_segment'),
            segment: one(...segments),
            joined_within: durations,
          }),
        ]
      : []),
    fc.record({ op: one('in_list', 'not_in_list'), list: one(...listIds) }),
  );

const ofStanding = fc.oneof(
  fc.record({ op: one('consent'), status: one('subscribed', 'unsubscribed', 'never_subscribed') }),
  fc.record({ op: one('consent'), status: one('subscribed'), within: durations }),
  fc.record({ op: one('suppressed') }),
  fc.record({ op: one('has_been'), attribute: one('plan'), value: scalar, for: durations }),
  fc.record({ op: one('random_bucket'), from: one(0, 30), to: one(40, 100) }),
  fc.constant({ op: 'everyone' }),
);

interface Asking {
  /** Those it may ask about. */
  readonly segments: readonly string[];
  /** Whether there is an event at hand, and an entry. */
  readonly inCampaign: boolean;
}

export function conditionsOf({ segments, inCampaign }: Asking): fc.Arbitrary<object> {
  const leaf: fc.Arbitrary<object> = fc.oneof(
    { arbitrary: ofAttribute, weight: 4 },
    ...(inCampaign ? [{ arbitrary: ofProperty, weight: 3 }] : []),
    { arbitrary: ofPast(inCampaign), weight: 3 },
    { arbitrary: ofMembership(segments), weight: 2 },
    { arbitrary: ofStanding, weight: 2 },
    { arbitrary: ofDate, weight: 1 },
  );
  return fc.letrec<{ condition: object }>((tie) => ({
    condition: fc.oneof(
      // As deep as the schema lets them nest.
      { depthSize: 'small', maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.record({
        op: one('and', 'or'),
        rules: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ op: fc.constant('not'), rule: tie('condition') }),
    ),
  })).condition;
}

/** Of the trigger's event, and of the contact inside a campaign. */
export const condition = conditionsOf({ segments: segmentIds, inCampaign: true });
