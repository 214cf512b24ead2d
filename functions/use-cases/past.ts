// A contact's past as rules remember it, read again from the timeline: for rules that are younger than what they ask.
import type { Happening } from '../../workflows/conditions/record.ts';
import { refill } from '../../workflows/conditions/refill.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { History, Watch } from '../../workflows/model/history.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { trackingSource } from '../../workflows/model/tracked.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import type { Timeline, TimelineRow } from '../ports.ts';
import { listPast, type Person } from './past-rows.ts';

interface Wanted {
  readonly contact: Person;
  readonly watches: readonly Watch[];
  readonly now: Instant;
}

/** What these watches would have remembered of a contact; undefined when that is nothing. */
export async function rebuilt(
  timeline: Pick<Timeline, 'list'>,
  { contact, watches, now }: Wanted,
): Promise<History | undefined> {
  if (!watches.some((one) => 'event' in one)) return undefined;
  const history = refill({}, watches, await pastOf(timeline, contact, now));
  return Object.keys(history).length > 0 ? history : undefined;
}

const atOnce = 500;

/** Everything the timeline still tells of a contact, which is a little more than a year. */
async function pastOf(
  timeline: Pick<Timeline, 'list'>,
  person: Person,
  now: Instant,
): Promise<Happening[]> {
  const past: Happening[] = [];
  let rows = await listPast(timeline, person, atOnce);
  // A portion may be smaller than asked for, and not be the last.
  while (rows.length > 0) {
    past.push(...rows.flatMap((row) => happeningsIn(row, now)));
    rows = await listPast(timeline, person, atOnce, rows.at(-1));
  }
  return past;
}

/** What a row tells: the deed itself, what was left by it, and the mails that came of it; with the ids of then. */
function happeningsIn(row: TimelineRow, now: Instant): Happening[] {
  // Nothing happens later than it is received, whatever the sender's clock says.
  const at = Math.min(row.at, now);
  const ours = [...feedbackIn(row), ...leftIn(row), ...row.transitions.flatMap(mailIn)];
  return [...eventIn(row), ...ours.map((one) => ({ ...one, ours: true as const }))].map((one) => ({
    ...one,
    at,
  }));
}

type Told = Omit<Happening, 'at'>;

function eventIn({ kind, id, about }: TimelineRow): Told[] {
  if (kind !== 'event') return [];
  const properties = (about.properties ?? {}) as Fields;
  const ours = about.source === trackingSource && { ours: true as const };
  return [{ id, event: String(about.name), properties, ...ours }];
}

const feedback: Readonly<Record<string, string>> = {
  delivery: 'Email Delivered',
  bounce: 'Email Bounced',
  complaint: 'Email Marked as Spam',
};

function feedbackIn({ kind, id, about: { type, campaign } }: TimelineRow): Told[] {
  const event = kind === 'feedback' ? feedback[String(type)] : undefined;
  const properties: Fields = campaign === undefined ? {} : { campaign_id: campaign };
  return event === undefined ? [] : [{ id, event, properties }];
}

/** One click has one wish; on the page several are chosen at once. */
function leftIn({ kind, id, transitions }: TimelineRow): Told[] {
  const left = transitions.flatMap((one) =>
    one.kind === 'consent_changed' && one.status === 'unsubscribed' ? [one.topic] : [],
  );
  const tell = (as: string, topic: string | undefined): Told => ({
    ...{ id: as, event: 'Unsubscribed' },
    properties: topic === undefined ? {} : { topic },
  });
  if (kind === 'unsubscribe') return [tell(id, left[0])];
  return kind === 'preferences' ? left.map((topic) => tell(`${id}/${topic ?? ''}`, topic)) : [];
}

const mailIn = (one: Transition): Told[] =>
  one.kind === 'requested'
    ? [{ id: one.message, event: 'Email Sent', properties: { campaign_id: one.campaign } }]
    : [];
