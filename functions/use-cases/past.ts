// A contact's past as rules remember it, read again from the timeline: for rules that are younger than what they ask.
import type { Happening } from '../../workflows/conditions/record.ts';
import { refill } from '../../workflows/conditions/refill.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { History, Watch } from '../../workflows/model/history.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { trackingSource } from '../../workflows/model/tracked.ts';
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

/** What a row tells: the deed itself, and the mails that came of it. */
function happeningsIn(row: TimelineRow, now: Instant): Happening[] {
  // Nothing happens later than it is received, whatever the sender's clock says.
  const at = Math.min(row.at, now);
  const mails = row.transitions.flatMap((one) =>
    one.kind === 'requested'
      ? [
          {
            id: one.message,
            event: 'Email Sent',
            at,
            properties: { campaign_id: one.campaign },
            ours: true as const,
          },
        ]
      : [],
  );
  const event = eventOf(row);
  return event === undefined ? mails : [{ id: row.id, at, ...event }, ...mails];
}

const feedback: Readonly<Record<string, string>> = {
  bounce: 'Email Bounced',
  complaint: 'Email Marked as Spam',
};

function eventOf({
  kind,
  about,
}: TimelineRow): Pick<Happening, 'event' | 'properties' | 'ours'> | undefined {
  if (kind === 'event')
    return {
      event: String(about.name),
      properties: (about.properties ?? {}) as Fields,
      ...(about.source === trackingSource && { ours: true }),
    };
  if (kind === 'unsubscribe') return { event: 'Unsubscribed', properties: {}, ours: true };
  const event = kind === 'feedback' ? feedback[String(about.type)] : undefined;
  return event === undefined ? undefined : { event, properties: {}, ours: true };
}
