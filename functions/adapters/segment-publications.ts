// Publishing a segment into the core table: its version first, and then the book that makes it live.
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type SegmentCard, segmentCard } from '../../workflows/engine/card.ts';
import type { SegmentVersion } from '../../workflows/model/segment.ts';
import type { BookKeeping, Release, SegmentPublications } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import { createBookKeeping } from './book-keeping.ts';
import { keys } from './keys.ts';
import { unpack } from './packing.ts';
import { createVersions } from './versions.ts';

export function createSegmentPublications(
  client: DynamoDBClient,
  table: string,
  book: BookKeeping = createBookKeeping(client, table),
): SegmentPublications {
  const versions = createVersions(client, table);
  return {
    publish: async (segment, document, release) => {
      const live = await book.read();
      release.check(live);
      const before = live.segments.get(segment);
      const make = (version: number): SegmentVersion => ({ segment, version, document });
      const written = await versions.claim({ segment }, before, make);
      if (before) await versions.mark({ segment }, [before]);
      await release.prepare?.(written);
      const went = await makeLive(book, written, release);
      await versions.mark({ segment }, went);
      return written;
    },

    read: async (segment, version) => {
      const Key = keys.segmentVersion(segment, version);
      const { Item } = await client.send(new GetItemCommand({ TableName: table, Key }));
      return Item && unpack<SegmentVersion>(Item);
    },

    versions: (segment) => versions.list({ segment }),
  };
}

/** Answers the cards that went live: this version's, and the one whose place it took. */
async function makeLive(
  book: BookKeeping,
  version: SegmentVersion,
  { by, at, check }: Omit<Release, 'prepare'>,
): Promise<SegmentCard[]> {
  let went: SegmentCard[] = [];
  await book.change((live) => {
    check(live);
    const previous = live.segments.get(version.segment);
    if (previous && previous.version > version.version)
      throw new Refused(409, `Version ${previous.version} was published at the same moment`);
    const segment = { ...segmentCard(version), published: { by, at } };
    went = previous ? [previous, segment] : [segment];
    return { change: { segment }, by, at };
  });
  return went;
}
