// Ledger pages: messages decided together share a page of up to ten. The page is written with the contact,
// so a message has one page for ever, whatever is redelivered or emitted again.
import type { Effect, Hash, StoredContact, TimelineRow } from '../ports.ts';
import { chunks } from './chunks.ts';

const perPage = 10;

/** Gives a page to every message, and tells the rows; what is not to be stored stays in its place. */
export function assignPages(
  stored: readonly (StoredContact | undefined)[],
  hash: Hash,
): (StoredContact | undefined)[] {
  const messages = stored.flatMap((one) => one?.outbox.flatMap(messageOf) ?? []);
  const pages = new Map(
    chunks(messages, perPage).flatMap((some) => {
      const page = `pg_${hash(some.map(({ id, requestedAt }) => `${id}/${requestedAt}`).join())}`;
      return some.map(({ id }) => [id, page] as const);
    }),
  );
  const assign = (effect: Effect): Effect => {
    if (effect.kind === 'message')
      return { ...effect, page: pages.get(effect.message.id) ?? effect.page };
    return effect.kind === 'row' ? { ...effect, row: tell(effect.row, pages) } : effect;
  };
  return stored.map((one) => one && { ...one, outbox: one.outbox.map(assign) });
}

const messageOf = (effect: Effect) => (effect.kind === 'message' ? [effect.message] : []);

const tell = (row: TimelineRow, pages: ReadonlyMap<string, string>): TimelineRow => ({
  ...row,
  transitions: row.transitions.map((one) =>
    one.kind === 'requested' ? { ...one, page: pages.get(one.message) ?? '' } : one,
  ),
});
