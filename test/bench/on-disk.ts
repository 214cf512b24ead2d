// Items as the local tables keep them, for benches that put a million of them in past every meter.
import type { pack } from '../../functions/adapters/packing.ts';
import type { Item } from '../../infra/local/item-store.ts';

/** As DynamoDB's protocol carries it: binary values are base64. */
export const onDisk = (item: ReturnType<typeof pack>): Item =>
  Object.fromEntries(
    Object.entries(item).map(([name, { B }]) => [
      name,
      { B: Buffer.from(B ?? '').toString('base64') },
    ]),
  );
