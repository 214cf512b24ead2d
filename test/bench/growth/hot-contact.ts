// One contact with thousands of events at once: what they take, and that every one of them counted.
import { createContacts } from '../../../functions/adapters/contacts.ts';
import { hash } from '../../../functions/adapters/keys.ts';
import { publishMany } from './publish-many.ts';
import { arrival, numbered, openSite, type Spent } from './site.ts';

interface Hot {
  readonly events: number;
  readonly seconds: number;
  readonly spent: Spent;
}

/** Events to a record of the queue: an envelope of 60 KB holds about so many. */
const perEnvelope = 100;

/** Throws when one of them was lost, or counted twice. */
export async function hotContact(events: number): Promise<Hot> {
  const site = await openSite();
  await publishMany(site, 10);
  const advance = site.start('advance');
  const began = performance.now();
  const total = { own: 0, read: 0, write: 0 };
  for (let done = 0; done < events; done += perEnvelope) {
    const users = numbered(Math.min(perEnvelope, events - done), () => 'hot');
    const { own, read, write } = await advance(arrival('Order Completed', users));
    total.own += own;
    total.read += read;
    total.write += write;
  }
  const seconds = (performance.now() - began) / 1_000;
  const id = `con_${hash('user:hot')}`;
  const found = await createContacts(site.dynamo, site.tables.core).load([id], {
    consistent: true,
  });
  site.close();
  const counts = Object.values(found.get(id)?.contact.history ?? {}).map(({ count }) => count);
  if (counts[0] !== events) throw new Error(`${counts[0]} of ${events} events counted`);
  return { events, seconds, spent: total };
}
