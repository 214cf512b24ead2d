// What is live, kept in memory card by card: a container reads the stamp for each batch of work, and then only the changes
// it has not seen. A new one begins with the snapshot.
import type { Change } from '../book-ports.ts';
import { type BookLog, beginning, type Stamp } from './book-log.ts';
import type { BookSnapshots } from './book-snapshots.ts';
import { apply, type BookState, emptyState } from './book-state.ts';

/** A snapshot may be cleared away while it is read: there is a newer one then. */
const attempts = 5;

export interface Opened {
  readonly state: BookState;
  readonly stamp: Stamp;
}

interface BookReader {
  /** What is live now. One call waits for the other, since two at once could undo one another. */
  refresh(): Promise<Opened>;
}

export function createBookReader(
  log: Pick<BookLog, 'readStamp' | 'entries'>,
  snapshots: Pick<BookSnapshots, 'read'>,
): BookReader {
  let opened: Opened | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** Undefined when changes on the way there are missing. */
  const follow = async ({ state, stamp }: Opened, to: Stamp): Promise<Opened | undefined> => {
    const entries = await log.entries(stamp, to);
    return entries && { state: applied(state, entries), stamp: to };
  };

  const begin = async (stamp: Stamp): Promise<Opened | undefined> => {
    const { snapshot = beginning } = stamp;
    const changes = 'pages' in snapshot ? await snapshots.read(snapshot) : [];
    const start = changes?.map((change) => ({ change }));
    return start && follow({ state: applied(emptyState(), start), stamp: snapshot }, stamp);
  };

  const catchUp = async (): Promise<Opened> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const stamp = await log.readStamp();
      const known = opened && (await follow(opened, stamp));
      opened = known ?? (await begin(stamp));
      if (opened) return opened;
    }
    throw new Error('The book cannot be read: its stamp leads to changes that are not there');
  };

  return {
    refresh: () => {
      const mine = turn.then(catchUp);
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

function applied(state: BookState, all: readonly { readonly change: Change }[]): BookState {
  for (const { change } of all) apply(state, change);
  return state;
}
