// Segments: published as named conditions, listed, and deleted when nothing live asks for them. Publishing looks for the
// members among those who are known already.
import { isDeepStrictEqual } from 'node:util';
import type { SegmentCard } from '../../workflows/engine/card.ts';
import { campaignId } from '../../workflows/model/campaign.ts';
import {
  type SegmentDocument,
  type SegmentVersion,
  segmentDocument,
} from '../../workflows/model/segment.ts';
import type { BookKeeping, LiveBook, SegmentPublications, Went } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import type { ListRequest } from '../listing.ts';
import { accept } from './accept.ts';
import { contradictionsInSegment } from './check-contradictions.ts';
import { circleOf, missing, referencesInSegment, refuseUsed, usersOf } from './check-references.ts';
import { type JobsPorts, prepareJob, startJob } from './jobs.ts';
import type { Writer } from './library.ts';
import { type Problem, refuseProblems, type Told, told } from './problems.ts';
import { segmentFill } from './start-fill.ts';

interface SegmentsPorts extends JobsPorts {
  readonly segments: SegmentPublications;
  readonly book: BookKeeping;
}

interface PublishedSegment extends SegmentVersion {
  /** The job that looks for its members; absent when its condition is what it was. */
  readonly fill?: string;
  /** What is odd, and may be meant. */
  readonly warnings: readonly Told[];
}

/**
 * Throws Refused(422) with the place and the reason of everything that is wrong, and Refused(412) when somebody else has
 * saved since.
 */
export async function publishSegment(
  ports: SegmentsPorts,
  id: string,
  input: unknown,
  { by, onTop }: Writer,
): Promise<PublishedSegment> {
  const segment = accept(campaignId, id, 'The segment id');
  const document = accept(segmentDocument, input, 'The segment');
  const before = await liveDocument(ports, segment);
  const check = (live: LiveBook) => {
    refuseOlder(onTop, live.segments.get(segment)?.version ?? 0);
    refuseProblems('The segment', segmentProblems(segment, document, live));
  };
  const at = ports.now();
  const warnings = contradictionsInSegment(document).map(told);
  if (isDeepStrictEqual(before?.condition, document.condition))
    return { ...(await ports.segments.publish(segment, document, { by, at, check })), warnings };
  const prepare = async (version: SegmentVersion) => {
    await prepareJob(ports, segmentFill(version, at));
  };
  const version = await ports.segments.publish(segment, document, { by, at, check, prepare });
  const { id: fill } = await startJob(ports, segmentFill(version, at));
  return { ...version, fill, warnings };
}

function refuseOlder(onTop: number | undefined, version: number): void {
  if (onTop !== undefined && onTop !== version)
    throw new Refused(412, 'Somebody else has changed it meanwhile');
}

async function liveDocument(
  { book, segments }: SegmentsPorts,
  id: string,
): Promise<SegmentDocument | undefined> {
  const card = (await book.read()).segments.get(id);
  return card && (await segments.read(id, card.version))?.document;
}

/** Of itself a segment is never a member before it is asked. */
function segmentProblems(id: string, document: SegmentDocument, live: LiveBook): Problem[] {
  const references = referencesInSegment(document);
  const circle = circleOf(id, references, live.segments);
  const round = circle && { path: ['condition'], message: `it asks itself: ${circle.join(' → ')}` };
  const itself = `segment:${id}` as const;
  return [
    ...missing(references, { ...live, offers: new Set() }, itself),
    ...(round ? [round] : []),
  ];
}

interface SegmentLine {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly version: number;
  readonly published?: SegmentCard['published'];
}

/** By id. */
export async function listSegments(
  { book, segments }: Pick<SegmentsPorts, 'book' | 'segments'>,
  { limit, after = '' }: ListRequest<string>,
): Promise<SegmentLine[]> {
  const all = [...(await book.read()).segments.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const page = all.filter(({ id }) => id > after).slice(0, limit);
  const versions = await Promise.all(page.map(({ id, version }) => segments.read(id, version)));
  return page.map(({ id, version, published }, at) => ({
    ...{ id, version, name: versions[at]?.document.name ?? id },
    description: versions[at]?.document.description,
    ...(published && { published }),
  }));
}

interface SegmentView extends SegmentVersion {
  /** The newest first. */
  readonly versions: readonly Went[];
  /** Ids of what is live and asks for it. */
  readonly usedBy: ReturnType<typeof usersOf>;
}

/** The live version, or another. Throws Refused(404). */
export async function readSegment(
  { book, segments }: Pick<SegmentsPorts, 'book' | 'segments'>,
  id: string,
  version?: number,
): Promise<SegmentView> {
  const live = await book.read();
  const card = live.segments.get(id);
  const wanted = version ?? card?.version;
  const found = wanted === undefined ? undefined : await segments.read(id, wanted);
  if (!found) throw new Refused(404, 'There is no such segment');
  return {
    ...found,
    versions: await segments.versions(id),
    usedBy: usersOf(`segment:${id}`, live),
  };
}

/** Throws Refused(404), or Refused(409) naming who asks for it. Who is in it is forgotten as contacts change. */
export async function deleteSegment(
  { book, now }: Pick<SegmentsPorts, 'book' | 'now'>,
  id: string,
  by: string,
): Promise<void> {
  await book.change((live) => {
    if (!live.segments.has(id)) throw new Refused(404, 'There is no such segment');
    refuseUsed(`segment:${id}`, live);
    return { change: { drop: 'segment', id }, by, at: now() };
  });
}
