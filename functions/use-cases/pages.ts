// Ledger pages: messages decided together share a page of up to ten. The page is written with the contact,
// so a message has one page for ever, whatever is redelivered or emitted again.
import type { Effect, Hash, StoredContact } from '../ports.ts';

const perPage = 10;

/** Gives a page to every message that has none; what is not to be stored stays in its place. */
export function assignPages(
  stored: readonly (StoredContact | undefined)[],
  hash: Hash,
): (StoredContact | undefined)[] {
  let page = '';
  let used = perPage;
  const assign = (effect: Effect): Effect => {
    if (effect.kind !== 'message') return effect;
    if (used === perPage) {
      const { id, contact, requestedAt } = effect.message;
      page = `pg_${hash(`${id}/${contact}/${requestedAt}`)}`;
      used = 0;
    }
    used += 1;
    return { ...effect, page };
  };
  return stored.map((one) => one && { ...one, outbox: one.outbox.map(assign) });
}
