// What people may do whose keys meet: events by any of their keys, aliases, merges and unsubscribing, several at one moment
// and any of them twice.
import fc from 'fast-check';

const user = fc.constantFrom('u-1', 'u-2');
const anonymous = fc.constantFrom('d-1', 'd-2', 'd-3');
const email = fc.constantFrom('e-1@example.com', 'e-2@example.com');
const key = fc.oneof(
  user.map((one) => `user:${one}`),
  anonymous.map((one) => `anonymous:${one}`),
  email.map((one) => `email:${one}`),
);

export interface Keys {
  readonly user?: string;
  readonly anonymous?: string;
  readonly email?: string;
}

export type Deed =
  | { readonly do: 'event'; readonly name: string; readonly keys: Keys; readonly twice: boolean }
  | { readonly do: 'unsubscribe'; readonly keys: Keys; readonly twice: boolean }
  | { readonly do: 'alias'; readonly user: string; readonly former: string }
  | { readonly do: 'merge'; readonly one: string; readonly other: string };

/** What happens at one moment, and the minutes that pass until the next. */
export interface Moment {
  readonly deeds: readonly Deed[];
  readonly minutes: number;
}

const keys: fc.Arbitrary<Keys> = fc
  .record({ user, anonymous, email }, { requiredKeys: [] })
  .filter((one) => Object.keys(one).length > 0);

const event = fc.record({
  do: fc.constant('event' as const),
  name: fc.constantFrom('Order Completed', 'Order Completed', 'Cart Filled', 'Contact Identified'),
  keys,
  twice: fc.boolean(),
});

const unsubscribe = fc.record({
  do: fc.constant('unsubscribe' as const),
  keys,
  twice: fc.boolean(),
});

/** One person says so, or somebody who must know: then two users may be one. */
const said: readonly fc.Arbitrary<Deed>[] = [
  fc.record({ do: fc.constant('alias' as const), user, former: fc.oneof(user, anonymous) }),
  fc.record({ do: fc.constant('merge' as const), one: key, other: key }),
];

export const meetings = (isSaid: boolean): fc.Arbitrary<Moment[]> =>
  fc.array(
    fc.record({
      deeds: fc.array(
        fc.oneof(
          { arbitrary: event, weight: 8 },
          { arbitrary: unsubscribe, weight: 1 },
          ...(isSaid ? said.map((arbitrary) => ({ arbitrary, weight: 2 })) : []),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      minutes: fc.constantFrom(0, 0, 5, 24 * 60, 3 * 24 * 60),
    }),
    { minLength: 1, maxLength: 7 },
  );
