// The events that only Perennial itself says: campaigns answer them with a mail that asks for a yes, so whoever else could
// say them would have strangers mailed. A source that says one is refused, however it spells the name.
import { foldText } from '../conditions/fold.ts';

export const consentRequested = 'Consent Requested';
export const consentConfirmed = 'Consent Confirmed';
export const dataRequested = 'Data Requested';
export const erasureRequested = 'Erasure Requested';

const fold = (name: string): string => foldText(name).replaceAll(/\s+/g, ' ').trim();

const ours = new Map(
  [consentRequested, consentConfirmed, dataRequested, erasureRequested].map((name) => [
    fold(name),
    name,
  ]),
);

/** Why an event of that name is not taken from outside; undefined where it is. */
export function refusedAsOurs(name: string): string | undefined {
  const own = ours.get(fold(name));
  return own === undefined ? undefined : `Only Perennial itself says "${own}"`;
}
