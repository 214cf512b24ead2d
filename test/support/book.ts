// A book to be read: cards that are no campaign's, changes by somebody, and books that have grown large.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createBookKeeping } from '../../functions/adapters/book-keeping.ts';
import { beginning, createBookLog } from '../../functions/adapters/book-log.ts';
import { createBookSnapshots } from '../../functions/adapters/book-snapshots.ts';
import type { Change, LiveBook, Signed } from '../../functions/book-ports.ts';
import type { CampaignCard } from '../../workflows/engine/card.ts';

export const signed = (change: Change): Signed => ({ change, by: 'ann', at: 0 });

export const card = (id: string, version = 1): CampaignCard => ({
  ...{ id, version, state: 'live', keys: ['event:Signed Up'], watches: [], refers: [] },
});

export const campaign = (id: string, version = 1) => signed({ campaign: card(id, version) });

export const named = ({ campaigns }: LiveBook) =>
  [...campaigns.values()].map(({ id, version }) => `${id}@${version}`).sort();

interface Kept {
  readonly client: DynamoDBClient;
  readonly core: string;
}

/** Many changes, one after the other. */
export async function fill({ client, core }: Kept, count: number, name = 'campaign') {
  const book = createBookKeeping(client, core);
  for (let index = 0; index < count; index += 1)
    await book.change(() => campaign(`${name}-${index}`));
}

/** An empty book becomes one of many campaigns that was just written anew. */
export async function grow({ client, core }: Kept, count: number): Promise<void> {
  const log = createBookLog(client, core);
  const all = Array.from({ length: count }, (_, index) => ({
    campaign: card(`campaign-${index}`),
  }));
  const place = await log.writeEntry(beginning, campaign('campaign-0'));
  const snapshot = await createBookSnapshots(client, core).write(place, all);
  await log.moveStamp(beginning, { ...place, snapshot });
}
