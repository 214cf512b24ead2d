// Any rules of a workspace, any segments, and a catalog with an offer that is scarce.
import fc from 'fast-check';
import { conditionsOf } from './arbitrary-condition.ts';
import { one, perhaps, rarely, segmentIds } from './arbitrary-vocabulary.ts';
import { catalogWith } from './catalog.ts';

/** What measures the campaigns stays as it is; the rest may be changed at any time. */
export const workspaces = fc.record({
  zone: one('UTC', 'Asia/Tehran', 'America/New_York'),
  smartSending: fc.oneof(fc.constant(false), one('16 hours', '1 minute')),
  caps: fc.array(fc.record({ at_most: one(1, 2, 4), within: one('1 day', '3 days', '5 hours') }), {
    maxLength: 2,
  }),
  quietHours: perhaps(one({ from: '21:00', to: '08:00' }, { from: '02:00', to: '03:00' })),
});

export const measures = fc.record({ holdout: one(0, 0, 20), controlGroup: rarely(one(5, 60)) });

export interface ArbitrarySegment {
  /** As it is first, and as it may be published anew. */
  readonly conditions: readonly [object, object];
  /** Published only by a turn of the life. */
  readonly late: boolean;
}

/** Each may ask about those before it, so that none asks about itself. */
export const segments: fc.Arbitrary<readonly ArbitrarySegment[]> = fc
  .tuple(
    ...segmentIds.map((_, index) => {
      const condition = conditionsOf({ segments: segmentIds.slice(0, index), inCampaign: false });
      return fc.record({
        conditions: fc.tuple(condition, condition),
        late: fc.integer({ max: 3, min: 0 }).map((number) => number === 0),
      });
    }),
  )
  .chain((all) => fc.nat({ max: all.length }).map((count) => all.slice(0, count)));

/** Of "few" there are two. */
export const catalog = catalogWith({
  products: [
    { id: 'phone', complements: ['case'], ladder: { name: 'phones', level: 1 } },
    { id: 'case' },
    { id: 'phone-2', ladder: { name: 'phones', level: 2 } },
  ],
  offers: [
    {
      id: 'few',
      product: 'phone-2',
      stock: 2,
      again: '1 day',
      expires: { after: '5 hours' },
      priority: 1,
    },
    { id: 'plenty', product: 'case', again: '5 hours', expires: { after: '1 day' } },
    { id: 'once', kind: 'gift', redemption: { event: 'Bought' }, expires: { after: '1 day' } },
  ],
});
