// Where somebody lives, in the names of Segment's reserved trait `address`.
import { type Foreign, present, text } from './foreign.ts';

/** What each vendor calls the parts. The first that is filled in counts. */
const names = {
  street: ['address1', 'address_1', 'line1'],
  city: ['city'],
  state: ['province', 'state'],
  postal_code: ['zip', 'postcode', 'postal_code'],
  country: ['country_code', 'country'],
} as const;

/** Undefined when none of it is filled in. */
export function postalAddress(told: Foreign): Foreign | undefined {
  const parts = Object.entries(names).map(
    ([part, theirs]) =>
      [part, theirs.map((name) => text(told[name])).find((value) => value)] as const,
  );
  const address = present(Object.fromEntries(parts));
  return Object.keys(address).length === 0 ? undefined : address;
}
