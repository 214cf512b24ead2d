// How far a message has come. It only moves forward, whatever is told late, twice or in another order: of all that was
// said of it, the furthest counts.
import type { FeedbackType } from '../model/cause.ts';
import type { Fields } from '../model/event.ts';
import type { Instant } from '../model/time.ts';
import { trackedEvents, trackingSource } from '../model/tracked.ts';
import type { Told } from './why-told.ts';

/** The nearest first; the last three are ends that nothing outweighs but what stands behind them. */
export const messageStatuses = [
  'queued',
  'released',
  'claimed',
  'doubt',
  'skipped',
  'withheld',
  'sent',
  'delayed',
  'delivered',
  'opened',
  'clicked',
  'failed',
  'bounced',
  'complained',
] as const;

export type MessageStatus = (typeof messageStatuses)[number];

/** One thing that was told of a message. */
export interface Sign {
  readonly status: MessageStatus;
  readonly at: Instant;
  readonly because?: string;
}

const rank = new Map(messageStatuses.map((status, at) => [status, at]));

/** Of what says the same, the first. */
export const furthest = (signs: readonly Sign[]): Sign =>
  signs.reduce((one, other) => (isFurther(other, one) ? other : one));

function isFurther(one: Sign, other: Sign): boolean {
  const ahead = (rank.get(one.status) ?? 0) - (rank.get(other.status) ?? 0);
  return ahead === 0 ? one.at < other.at : ahead > 0;
}

const ofFeedback: Readonly<Record<FeedbackType, MessageStatus>> = {
  delivery: 'delivered',
  delay: 'delayed',
  bounce: 'bounced',
  soft_bounce: 'bounced',
  content_bounce: 'bounced',
  complaint: 'complained',
  complaint_echo: 'failed',
  failure: 'failed',
};

interface SignOf {
  readonly message: string;
  readonly sign: Sign;
}

/** What a row of the timeline tells of a message. */
export function signIn({ kind, about, at }: Told): SignOf | undefined {
  if (kind === 'feedback') {
    const type = about.type as FeedbackType;
    const because = about.detail ? `${type}: ${about.detail}` : type;
    return { message: String(about.message), sign: { status: ofFeedback[type], at, because } };
  }
  const isTracked = kind === 'event' && about.source === trackingSource;
  return isTracked ? tracked(String(about.name), about.properties as Fields, at) : undefined;
}

/** A machine that has fetched it shows that it came in, and no more. */
function tracked(name: string, { message_id, machine, link_url }: Fields, at: Instant): SignOf {
  const by = name === trackedEvents.click ? 'clicked' : 'opened';
  const link = typeof link_url === 'string' ? { because: link_url } : {};
  const status: MessageStatus = machine === true ? 'delivered' : by;
  return { message: String(message_id), sign: { status, at, ...link } };
}
