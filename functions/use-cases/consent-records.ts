// Changes of wishes as lines of the ledger: under an id that the same cause gives again, for the address of that moment.
import type { Draft, World } from '../../workflows/engine/draft.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import { addressHash } from '../../workflows/model/consent.ts';
import type { ConsentRecord } from '../../workflows/model/consent-record.ts';
import { emailOf } from '../../workflows/model/contact.ts';
import { placeOf } from './decision-row.ts';

/** What one cause has added. */
export function recordsOf(
  { hash, now }: Pick<World, 'hash' | 'now'>,
  before: Draft,
  { contact, consents }: Draft,
  cause: Cause,
): ConsentRecord[] {
  const address = emailOf(contact);
  const { kind, id, at } = placeOf(cause);
  return consents.slice(before.consents.length).map((change, index) => ({
    id: `cns_${hash(`${contact.id}/${kind}/${id}/${at}/${index}`)}`,
    contact: contact.id,
    ...(address !== undefined && { address_hash: addressHash(hash, address) }),
    recorded_at: now,
    ...change,
  }));
}
