// Changing what is live: an entry, and then the stamp that leads to it. Now and then the whole book is written anew, so
// that a new container need not read all that ever changed.
import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { BookKeeping, LiveBook } from '../book-ports.ts';
import { Clash } from '../errors.ts';
import { type BookLog, createBookLog, type Place, type Snapshot, type Stamp } from './book-log.ts';
import { createBookReader, type Opened } from './book-reader.ts';
import { type BookSnapshots, createBookSnapshots } from './book-snapshots.ts';
import { wholeBook } from './book-state.ts';

/** Entries since the last snapshot at the least; of a large book a tenth of it, since writing it anew costs as much. */
const fewest = 50;
const share = 10;

const attempts = 25;

export function createBookKeeping(client: DynamoDBClient, table: string): BookKeeping {
  const log = createBookLog(client, table);
  const snapshots = createBookSnapshots(client, table);
  const reader = createBookReader(log, snapshots);

  const read = async (): Promise<Opened & { readonly live: LiveBook }> => {
    const opened = await reader.refresh();
    return { ...opened, live: { revision: opened.stamp.revision, ...opened.state } };
  };

  const tryChange = async (make: Parameters<BookKeeping['change']>[0]): Promise<boolean> => {
    const { stamp, live } = await read();
    const signed = make(live);
    if (!signed) return true;
    const { named, outdated } = await snapshotsFor(snapshots, stamp, live);
    const place = await log.writeEntry(stamp, signed);
    const moved = await log.moveStamp(stamp, { ...place, ...named });
    if (moved && outdated) await snapshots.clear(outdated);
    return moved || (await isWritten(log, stamp, place));
  };

  return {
    read: async () => (await read()).live,
    change: async (make) => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (await tryChange(make)) return;
        await pause(Math.random() * Math.min(500, 10 * 2 ** attempt));
      }
      throw new Clash('Too many change what is live at this moment');
    },
  };
}

/** A move that is said to have failed may have been done, and its answer lost on the way. */
async function isWritten(log: BookLog, before: Place, place: Place): Promise<boolean> {
  const entries = await log.entries(before, await log.readStamp());
  return entries?.some(({ name }) => name === place.head) ?? false;
}

/** The snapshots that the next stamp names, and the one that it names no more. */
async function snapshotsFor(
  snapshots: Pick<BookSnapshots, 'write'>,
  stamp: Stamp,
  live: LiveBook,
): Promise<{
  readonly named: Pick<Stamp, 'snapshot' | 'earlier'>;
  readonly outdated?: Snapshot | undefined;
}> {
  const { revision, head: _, ...named } = stamp;
  const since = revision - (named.snapshot?.revision ?? 0);
  const size = live.campaigns.size + live.segments.size;
  if (since < Math.max(fewest, size / share)) return { named };
  const snapshot = await snapshots.write(stamp, wholeBook(live));
  return {
    named: { snapshot, ...(named.snapshot && { earlier: named.snapshot }) },
    outdated: named.earlier,
  };
}
