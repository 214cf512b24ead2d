// What rows of the timeline tell to those who are registered: what became of messages, and wishes that have changed.
// Says ids, our own names and reasons; of the person nothing.
import type { FeedbackType } from '../../workflows/model/cause.ts';
import type { Fields, Json } from '../../workflows/model/event.ts';
import { messageId } from '../../workflows/model/message.ts';
import { trackedEvents, trackingSource } from '../../workflows/model/tracked.ts';
import type { Transition } from '../../workflows/model/transition.ts';
import type { Happened, NoticeType } from '../notice-ports.ts';
import type { Hash, TimelineRow } from '../ports.ts';

type Said = Pick<Happened, 'type' | 'data'>;

/** Its id comes from the row, so that a row that is told again tells nothing new. */
export const noticesIn = (hash: Hash, rows: readonly TimelineRow[]): Happened[] =>
  rows.flatMap((row) =>
    saidBy(hash, row).map(({ type, data }, index) => ({
      ...{ type, contact: row.contact, at: row.at, data },
      id: `evt_${hash(`${row.contact}/${row.kind}/${row.id}/${row.at}/${type}/${index}`)}`,
    })),
  );

const saidBy = (hash: Hash, row: TimelineRow): Said[] => [
  ...(row.kind === 'feedback' ? ofFeedback(row.about) : []),
  ...(row.kind === 'event' && row.about.source === trackingSource ? ofTracked(row.about) : []),
  ...row.transitions.flatMap((one) => ofTransition(hash, row, one)),
];

const feedbackTypes: Readonly<Partial<Record<FeedbackType, readonly [NoticeType, Fields]>>> = {
  delivery: ['message.delivered', {}],
  bounce: ['message.bounced', { bounce: 'permanent' }],
  soft_bounce: ['message.bounced', { bounce: 'transient' }],
  content_bounce: ['message.bounced', { bounce: 'content' }],
  complaint: ['message.complained', {}],
  complaint_echo: ['message.failed', {}],
  failure: ['message.failed', {}],
};

/** Free text of a server may quote the address: of deliveries it is left out. */
function ofFeedback({ type, message, campaign, template, detail }: Fields): Said[] {
  const [notice, more] = feedbackTypes[type as FeedbackType] ?? [];
  if (notice === undefined) return [];
  const reason = type === 'delivery' || type === 'failure' ? undefined : detail;
  return [{ type: notice, data: { ...known({ message, campaign, template, reason }), ...more } }];
}

const trackedTypes: Readonly<Record<string, NoticeType>> = {
  [trackedEvents.open]: 'message.opened',
  [trackedEvents.click]: 'message.clicked',
};

function ofTracked({ name, properties }: Fields): Said[] {
  const type = trackedTypes[String(name)];
  const {
    message_id: message,
    campaign_id: campaign,
    link_url: link,
    machine,
  } = (properties ?? {}) as Fields;
  return type ? [{ type, data: known({ message, campaign, link, machine }) }] : [];
}

function ofTransition(hash: Hash, { about }: TimelineRow, one: Transition): Said[] {
  switch (one.kind) {
    case 'withheld': {
      const { campaign, enrollment, step, reason } = one;
      if (reason === 'sent_before') return [];
      const message = messageId(hash, enrollment, step);
      return [{ type: 'message.withheld', data: { message, campaign, enrollment, step, reason } }];
    }
    case 'unsent': {
      const { message, campaign, enrollment, step, state, because } = one;
      // "template_skip: …": what comes after it may be about the person.
      const [reason = ''] = because.split(':');
      const { template } = about;
      const data = known({ message, campaign, enrollment, step, template, reason });
      return [{ type: state === 'withheld' ? 'message.withheld' : 'message.failed', data }];
    }
    case 'consent_changed':
      return ofWish(one);
    default:
      return [];
  }
}

/** A wish that is yet to be confirmed is no wish. */
function ofWish({ status, method, ...more }: Extract<Transition, { kind: 'consent_changed' }>) {
  if (status !== 'subscribed' && status !== 'unsubscribed') return [];
  const { kind: _, ...about } = more;
  const type: NoticeType = `contact.${status}`;
  return [{ type, data: { method, ...about } }];
}

const known = (data: Readonly<Record<string, Json | undefined>>): Fields =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Fields;
