// What may happen to a contact, one turn each: events late and doubled, alarms late and stale, marketers at work.
import fc from 'fast-check';
import type { CampaignState } from '../../workflows/engine/card.ts';
import type { Command } from '../../workflows/model/cause.ts';
import type { Changes } from '../../workflows/model/changes.ts';
import type { Event } from '../../workflows/model/event.ts';
import type { WorkspaceRules } from '../../workflows/model/workspace.ts';
import { changesToContact } from './arbitrary-steps.ts';
import {
  addresses,
  dates,
  eventNames,
  fieldNames,
  one,
  rarely,
  scalar,
  zoneNames,
} from './arbitrary-vocabulary.ts';
import { workspaces } from './arbitrary-workspace.ts';

const hour = 3_600_000;

/** `which` counts round what there is. */
interface Which {
  readonly which: number;
}

export type Turn =
  | { readonly do: 'event'; readonly ago: number; readonly said: Partial<Event> }
  | { readonly do: 'feedback'; readonly type: 'bounce' | 'complaint'; readonly address: string }
  | { readonly do: 'unsubscribe' }
  | { readonly do: 'alarm'; readonly late: number }
  | ({ readonly do: 'call'; readonly by: 'api' | 'broadcast' } & Which)
  | { readonly do: 'edit'; readonly changes: Changes }
  | ({ readonly do: 'command'; readonly command: Command } & Which)
  /** Redelivers a cause of before. */
  | ({ readonly do: 'repeat' } & Which)
  /** With or without ringing the alarms that fall due on the way. */
  | { readonly do: 'pass'; readonly time: number; readonly ring: boolean }
  | ({ readonly do: 'publish' } & Which)
  /** A segment is published, for the first time or anew, and reviewed. */
  | ({ readonly do: 'segment' } & Which)
  | ({ readonly do: 'state'; readonly state: CampaignState } & Which)
  | { readonly do: 'workspace'; readonly rules: Partial<WorkspaceRules> };

const value = fc.oneof(
  scalar,
  fc.constantFrom(null, ''),
  fc.array(scalar, { maxLength: 2 }),
  fc.record({ inner: scalar }),
);

const plain = fc
  .uniqueArray(fc.tuple(one(...fieldNames), value), {
    selector: ([name]) => name,
    maxLength: 3,
  })
  .map((entries) => Object.fromEntries(entries));

const traits = fc
  .tuple(plain, rarely(one(...dates)), rarely(one(...zoneNames)))
  .map(([fields, born, timezone]) => ({
    ...fields,
    ...(born && { born }),
    ...(timezone && { timezone }),
  }));

const consent = fc.record({
  status: one('subscribed', 'subscribed', 'unsubscribed'),
  method: fc.constant('form'),
});

const ordered = one(
  { order_id: 'o-1', total: 10, products: [{ product_id: 'phone' }] },
  { order_id: 'o-2', total: '99.90', products: [{ product_id: 'case' }] },
  { order_id: 'o-3', total: 5, products: [{ product_id: 'phone' }, { product_id: 'case' }] },
);

const anything = fc.record({
  name: one(...eventNames),
  traits: fc.option(traits, { nil: undefined }),
  email: rarely(one(...addresses)),
  properties: fc.option(plain, { nil: undefined }),
  consent: rarely(consent),
});

const said = fc.oneof(
  { arbitrary: anything, weight: 8 },
  { arbitrary: fc.record({ name: one('Order Completed'), properties: ordered }), weight: 2 },
);

export const event = fc.record({
  do: fc.constant('event'),
  said,
  // Often in the same moment as others, sometimes ahead of the clock.
  ago: one(0, 0, 0, 0, 0, 1, hour, 5 * hour, 24 * hour, 25 * hour, -hour),
});

const commands = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('resume'), stale: one('send', 'skip') }), weight: 3 },
  {
    arbitrary: fc.constant({ do: 'resume', stale: 'space_out', over: 5 * hour }),
    weight: 2,
  },
  {
    arbitrary: fc.record(
      {
        do: fc.constant('move'),
        version: one(1, 2, 2),
        steps: one({ hello: 'offer', wait: 'split' }),
      },
      { requiredKeys: ['do', 'version'] },
    ),
    weight: 3,
  },
  { arbitrary: fc.constant({ do: 'leave' }), weight: 1 },
);

const which = fc.nat({ max: 100 });
const does = <T extends string>(name: T) => fc.constant(name);

export const turn = fc.oneof(
  { arbitrary: event, weight: 24 },
  { arbitrary: fc.record({ do: does('repeat'), which }), weight: 5 },
  {
    arbitrary: fc.record({
      do: does('pass'),
      time: one(1, hour, 5 * hour, 24 * hour, 80 * hour),
      ring: fc.boolean(),
    }),
    weight: 12,
  },
  { arbitrary: fc.record({ do: does('alarm'), late: one(0, 1, hour, 100 * hour) }), weight: 4 },
  {
    arbitrary: fc.record({
      do: does('feedback'),
      type: one('bounce', 'complaint'),
      address: one(...addresses.filter(Boolean)),
    }),
    weight: 1,
  },
  { arbitrary: fc.record({ do: does('unsubscribe') }), weight: 1 },
  { arbitrary: fc.record({ do: does('call'), by: one('api', 'broadcast'), which }), weight: 8 },
  { arbitrary: fc.record({ do: does('edit'), changes: changesToContact }), weight: 2 },
  { arbitrary: fc.record({ do: does('command'), command: commands, which }), weight: 8 },
  { arbitrary: fc.record({ do: does('publish'), which }), weight: 5 },
  { arbitrary: fc.record({ do: does('segment'), which }), weight: 2 },
  {
    arbitrary: fc.record({
      do: does('state'),
      state: one('paused', 'paused', 'live', 'live', 'live', 'stopped'),
      which,
    }),
    weight: 4,
  },
  { arbitrary: fc.record({ do: does('workspace'), rules: workspaces }), weight: 1 },
);
