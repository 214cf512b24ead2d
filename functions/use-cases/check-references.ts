// What documents refer to must be there: segments, lists, offers and other campaigns. Refuses segments that ask each other
// in a circle, and the deletion of what something live needs.
import { leavesOf } from '../../workflows/conditions/group.ts';
import { conditionsOf } from '../../workflows/engine/card.ts';
import { everyStep } from '../../workflows/engine/program.ts';
import { ofRule, ofStep, ofTopic, ofTrigger } from '../../workflows/engine/references.ts';
import type { CampaignDocument } from '../../workflows/model/campaign.ts';
import {
  idOfReference,
  kindOfReference,
  type LibraryReference,
  type Reference,
} from '../../workflows/model/reference.ts';
import type { SegmentDocument } from '../../workflows/model/segment.ts';
import { topicOf } from '../../workflows/model/topic.ts';
import type { LiveBook } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import { type Problem, placesIn } from './problems.ts';

/** Something that a document refers to, and where. */
export interface Placed {
  readonly path: readonly PropertyKey[];
  readonly reference: Reference;
}

/** What exists beside a document: what is live, and the offers of the catalog. */
export interface Existing extends Pick<LiveBook, 'campaigns' | 'segments' | 'lists' | 'workspace'> {
  readonly offers: ReadonlySet<string>;
}

export function referencesIn(document: CampaignDocument): Placed[] {
  const places = placesIn(document, ['campaign']);
  const at = (part: object, all: readonly Reference[]): Placed[] =>
    all.map((reference) => placed(part, reference, places.get(part) ?? ['campaign']));
  return [
    ...at(document.trigger, ofTrigger(document.trigger)),
    ...ofTopic(document).map((reference) => ({ path: ['campaign', 'topic'], reference })),
    ...conditionsOf(document)
      .flatMap(leavesOf)
      .flatMap((leaf) => at(leaf, ofRule(leaf))),
    ...everyStep(document.steps).flatMap((step) => at(step, ofStep(step))),
  ];
}

export function referencesInSegment({ condition }: SegmentDocument): Placed[] {
  const places = placesIn(condition, ['condition']);
  return leavesOf(condition).flatMap((leaf) =>
    ofRule(leaf).map((reference) => placed(leaf, reference, places.get(leaf) ?? ['condition'])),
  );
}

/** In the field that names it. */
const placed = (part: object, reference: Reference, path: Placed['path']): Placed => {
  const { id: _, op: __, ...fields } = part as Readonly<Record<string, unknown>>;
  const field = placeOfText(fields, idOfReference(reference)) ?? [];
  return { path: [...path, ...field], reference };
};

function placeOfText(value: unknown, text: string): Placed['path'] | undefined {
  if (value === text) return [];
  if (typeof value !== 'object' || value === null) return undefined;
  const places = Object.entries(value).map(([key, one]) => {
    const inner = placeOfText(one, text);
    return inner && [Array.isArray(value) ? Number(key) : key, ...inner];
  });
  return places.find((place) => place !== undefined);
}

/** A document may refer to `itself` before it is there. */
export function missing(all: readonly Placed[], existing: Existing, itself: Reference): Problem[] {
  return all
    .filter(({ reference }) => reference !== itself && !isThere(reference, existing))
    .map(({ path, reference }) => ({ path, message: `there is no ${words(reference)}` }));
}

function isThere(reference: Reference, existing: Existing): boolean {
  const kind = kindOfReference(reference);
  const id = idOfReference(reference);
  if (kind === 'topic') return topicOf(existing.workspace.topics, id) !== undefined;
  return existing[`${kind}s`].has(id);
}

const words = (reference: Reference | LibraryReference) =>
  `${kindOfReference(reference)} "${idOfReference(reference)}"`;

/** The way on which a segment comes back to itself: ["vip", "loyal", "vip"]; undefined when there is none. */
export function circleOf(
  segment: string,
  all: readonly Placed[],
  segments: LiveBook['segments'],
): readonly string[] | undefined {
  const own = all.map(({ reference }) => reference);
  const asks = (id = '') => (id === segment ? own : (segments.get(id)?.refers ?? []));
  const seen = new Set<string>();
  const isNew = (way: readonly string[]) => seen.size < seen.add(way.at(-1) ?? '').size;
  let ways: (readonly string[])[] = [[segment]];
  while (ways.length > 0) {
    const longer = ways.flatMap((way) =>
      asks(way.at(-1))
        .flatMap(segmentIn)
        .map((id) => [...way, id]),
    );
    const closed = longer.find((way) => way.at(-1) === segment);
    if (closed) return closed;
    ways = longer.filter(isNew);
  }
  return undefined;
}

const segmentIn = (reference: Reference | LibraryReference): string[] =>
  kindOfReference(reference) === 'segment' ? [idOfReference(reference)] : [];

interface Users {
  readonly campaigns: readonly string[];
  readonly segments: readonly string[];
}

type Live = Pick<LiveBook, 'campaigns' | 'segments'>;

/** Ids of who needs it. Campaigns that were stopped need nothing. */
export const usersOf = (reference: Reference | LibraryReference, live: Live): Users => ({
  campaigns: [...live.campaigns.values()]
    .filter(({ state, refers }) => state !== 'stopped' && refers.includes(reference))
    .map(({ id }) => id),
  segments: [...live.segments.values()]
    .filter(({ refers }) => refers.includes(reference))
    .map(({ id }) => id),
});

/** Throws Refused(409), naming who needs it. */
export function refuseUsed(
  reference: Reference | LibraryReference,
  live: Live,
  others: readonly string[] = [],
): void {
  const { campaigns, segments } = usersOf(reference, live);
  const users = [
    ...others,
    ...campaigns.map((id) => `campaign "${id}"`),
    ...segments.map((id) => `segment "${id}"`),
  ].filter((user) => user !== words(reference));
  refuseUsers(users);
}

/** Throws Refused(409), naming the first of these users, if there are any. */
export function refuseUsers(users: readonly string[]): void {
  if (users.length === 0) return;
  const shown = users.slice(0, 10).join(', ');
  const more = users.length > 10 ? ` and ${users.length - 10} more` : '';
  throw new Refused(409, `It is used by ${shown}${more}`);
}
