// Anything that may happen to a contact, in any order: events late and doubled, alarms late and stale, time passing.
// Plain data, so that a life that breaks something can be read and kept.
import fc from 'fast-check';
import type { Event } from '../../workflows/model/event.ts';
import {
  addresses,
  campaigns,
  eventNames,
  fieldNames,
  rarely,
  scalar,
} from './arbitrary-campaign.ts';

const hour = 3_600_000;

export type Turn =
  | { readonly do: 'event'; readonly ago: number; readonly said: Partial<Event> }
  | { readonly do: 'feedback'; readonly type: 'bounce' | 'complaint'; readonly address: string }
  | { readonly do: 'unsubscribe' }
  | { readonly do: 'alarm'; readonly late: number }
  /** Redelivers a cause of before. */
  | { readonly do: 'repeat'; readonly which: number }
  /** With or without ringing the alarms that fall due on the way. */
  | { readonly do: 'pass'; readonly time: number; readonly ring: boolean }
  | { readonly do: 'publish'; readonly which: number };

const value = fc.oneof(
  scalar,
  fc.constantFrom(null, ''),
  fc.array(scalar, { maxLength: 2 }),
  fc.record({ inner: scalar }),
);

const fields = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...fieldNames), value), {
    selector: ([name]) => name,
    maxLength: 3,
  })
  .map((entries) => Object.fromEntries(entries));

const consent = fc.record({
  status: fc.constantFrom('subscribed', 'subscribed', 'unsubscribed'),
  method: fc.constant('form'),
});

const said = fc.record({
  name: fc.constantFrom(...eventNames),
  traits: fc.option(fields, { nil: undefined }),
  email: rarely(fc.constantFrom(...addresses)),
  properties: fc.option(fields, { nil: undefined }),
  consent: rarely(consent),
});

const event = fc.record({
  do: fc.constant('event'),
  said,
  // Often in the same moment as others, sometimes ahead of the clock.
  ago: fc.constantFrom(0, 0, 0, 0, 0, 1, hour, 5 * hour, 24 * hour, 25 * hour, -hour),
});

const turn = fc.oneof(
  { arbitrary: event, weight: 12 },
  { arbitrary: fc.record({ do: fc.constant('repeat'), which: fc.nat() }), weight: 3 },
  {
    arbitrary: fc.record({
      do: fc.constant('pass'),
      time: fc.constantFrom(1, hour, 24 * hour, 80 * hour),
      ring: fc.boolean(),
    }),
    weight: 6,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('alarm'),
      late: fc.constantFrom(0, 1, hour, 100 * hour),
    }),
    weight: 2,
  },
  {
    arbitrary: fc.record({
      do: fc.constant('feedback'),
      type: fc.constantFrom('bounce', 'complaint'),
      address: fc.constantFrom(...addresses.filter(Boolean)),
    }),
    weight: 1,
  },
  { arbitrary: fc.constant({ do: 'unsubscribe' }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('publish'), which: fc.nat() }), weight: 1 },
);

/** Someone who may be mailed, to begin with. */
const begin = {
  do: 'event',
  ago: 0,
  said: {
    name: 'Contact Identified',
    traits: { email: 'sara@example.com' },
    consent: { status: 'subscribed', method: 'form' },
  },
};

/** A busy hour: more events than a contact remembers. */
const burst = fc.array(event, { minLength: 110, maxLength: 120, size: 'max' });
const some = fc.array(turn, { maxLength: 10 });

const turns = fc.oneof(
  { arbitrary: fc.array(turn, { maxLength: 40, size: 'max' }), weight: 20 },
  { arbitrary: fc.tuple(some, burst, some).map((parts) => parts.flat()), weight: 1 },
);

export interface Life {
  readonly campaigns: readonly (readonly [first: object, second: object])[];
  readonly turns: readonly Turn[];
}

/** As JSON would bring it. */
export const lives: fc.Arbitrary<Life> = fc
  .record({ campaigns, turns: turns.map((all) => [begin, ...all]) })
  .map((life) => JSON.parse(JSON.stringify(life)));
