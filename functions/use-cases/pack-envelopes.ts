// Many small envelopes from the inbox queue to few full ones on the bus. Knows nothing of what is in them.
import { type Place, pack, unpack } from './envelopes.ts';

interface InboxRecord {
  readonly messageId: string;
  readonly body: string;
}

/** Returns the ids of exactly those records whose events are not on the bus. */
export async function packEnvelopes(
  records: readonly InboxRecord[],
  bus: Place,
): Promise<readonly string[]> {
  const opened = records.map(({ messageId, body }) => ({ messageId, events: unpack(body) }));
  const { good = [], bad = [] } = Object.groupBy(opened, ({ events }) =>
    events === undefined ? 'bad' : 'good',
  );
  const left = await bus.keep(pack(good, ({ events }) => events ?? ''));
  return [...bad, ...left.flatMap(({ items }) => items)].map(({ messageId }) => messageId);
}
