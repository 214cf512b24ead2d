// The timeline of a person: the rows of the contact, and of those that turned out to be it, as one, the newest first.
import { type Contact, pastOf } from '../../workflows/model/contact.ts';
import type { Timeline, TimelineRow } from '../ports.ts';

export type Person = Pick<Contact, 'id' | 'merged'>;

type Place = Pick<TimelineRow, 'at' | 'kind' | 'id'>;

/** As Timeline.list; somewhat more than `limit` where rows of several stand at the very same place. */
export async function listPast(
  timeline: Pick<Timeline, 'list'>,
  person: Person,
  limit: number,
  after?: Place,
): Promise<TimelineRow[]> {
  const portions = await Promise.all(pastOf(person).map((id) => timeline.list(id, limit, after)));
  if (portions.length === 1) return portions.flat();
  const rows = portions.flat().sort(newestFirst);
  let end = Math.min(limit, rows.length);
  while (isSamePlace(rows[end - 1], rows[end])) end += 1;
  return rows.slice(0, end);
}

const nameOf = ({ kind, id }: Place) => `${kind}#${id}`;

/** As the rows of one contact lie. */
const newestFirst = (one: Place, other: Place): number =>
  other.at - one.at || (nameOf(one) < nameOf(other) ? 1 : -1);

const isSamePlace = (one?: Place, other?: Place): boolean =>
  one !== undefined && other !== undefined && one.at === other.at && nameOf(one) === nameOf(other);
