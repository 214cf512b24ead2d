// Counting what decisions came to, by campaign: added up over a batch of work, so that it costs one write for each.

import type { FeedbackType } from '../../workflows/model/cause.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { add } from '../../workflows/model/decimal.ts';
import type { Group } from '../../workflows/model/enrollment.ts';
import type { Fields } from '../../workflows/model/event.ts';
import type { Message } from '../../workflows/model/message.ts';
import type { Money } from '../../workflows/model/money.ts';
import { trackedEvents, trackingSource } from '../../workflows/model/tracked.ts';
import type { Transition, Withheld } from '../../workflows/model/transition.ts';
import type { StoredContact, TimelineRow } from '../ports.ts';
import type { Mark } from '../sending-ports.ts';
import type { ByDomain, ByReader, Counter, Counts } from '../tally-ports.ts';
import { providerOf } from './mail-domain.ts';

/** One thing to count, and how much of it. */
export interface Count {
  readonly campaign: string;
  readonly counter: Counter;
  /** 1 unless said otherwise; decimal text. */
  readonly amount?: string;
}

export function addUp(counted: Iterable<Count>): Map<string, Counts> {
  const all = new Map<string, Counts>();
  for (const { campaign, counter, amount = '1' } of counted) {
    const known = all.get(campaign) ?? {};
    all.set(campaign, { ...known, [counter]: add(known[counter] ?? '0', amount) });
  }
  return all;
}

export const total = (all: Iterable<Counts>): Counts => {
  const counted = [...all].flatMap((counts) =>
    Object.entries(counts).map(([counter, amount]) => ({
      campaign: '',
      counter: counter as Counter,
      amount,
    })),
  );
  return addUp(counted).get('') ?? {};
};

/** Of contacts just written: what their rows tell. */
export const countsIn = (saved: readonly StoredContact[]): Count[] =>
  saved.flatMap(({ contact, outbox }) => {
    const rows = outbox.flatMap((effect) => (effect.kind === 'row' ? [effect.row] : []));
    return [...rows.flatMap(ofRow), ...grantsIn(contact, rows)];
  });

/** Where an offer is counted, beside the campaigns: no campaign's id has a colon. */
export const offerTally = (offer: string): string => `offer:${offer}`;

function grantsIn({ grants = [] }: Contact, rows: readonly TimelineRow[]): Count[] {
  const made = new Set(
    rows.flatMap(({ transitions }) =>
      transitions.flatMap((one) => (one.kind === 'acted' ? (one.grant ?? []) : [])),
    ),
  );
  return grants
    .filter(({ id }) => made.has(id))
    .map(({ offer }) => ({ campaign: offerTally(offer), counter: 'granted' }));
}

const ofRow = (row: TimelineRow): Count[] => [
  ...row.transitions.flatMap((one) => [...ofTransition(one), ...atStep(one)]),
  ...(row.kind === 'feedback' ? ofFeedback(row.about) : []),
  ...(row.kind === 'event' ? ofTracked(row.about) : []),
];

const said: Readonly<Partial<Record<FeedbackType, ByDomain>>> = {
  delivery: 'delivered',
  delay: 'delayed',
  bounce: 'bounced',
  soft_bounce: 'soft_bounced',
  content_bounce: 'content_bounced',
  complaint: 'complained',
};

function ofFeedback({ campaign, type, address }: TimelineRow['about']): Count[] {
  if (typeof campaign !== 'string') return [];
  if (type === 'failure') return [{ campaign, counter: 'failed' }];
  const counter = said[type as FeedbackType];
  if (counter === undefined) return [];
  return [
    { campaign, counter },
    { campaign, counter: `${counter}@${providerOf(String(address))}` },
  ];
}

const reader: Readonly<Record<string, ByReader>> = {
  [trackedEvents.open]: 'opened',
  [trackedEvents.click]: 'clicked',
};

/** The first of its mail only. */
function ofTracked({ name, source, properties }: TimelineRow['about']): Count[] {
  const { campaign_id: campaign, first, machine } = (properties ?? {}) as Fields;
  const counter = reader[String(name)];
  if (source !== trackingSource || !counter || !first) return [];
  return [{ campaign: String(campaign), counter: machine ? `${counter}_by_machine` : counter }];
}

/** Where a segment is counted, beside the campaigns: no campaign's id has a colon. */
export const segmentTally = (segment: string): string => `segment:${segment}`;

export const leftSegment = (segment: string): Count => ({
  ...{ campaign: segmentTally(segment), counter: 'left' },
});

function ofTransition(one: Transition): Count[] {
  switch (one.kind) {
    case 'entered':
      return [{ campaign: one.campaign, counter: 'entered.treatment' }];
    case 'held_out':
      return [{ campaign: one.campaign, counter: 'entered.holdout' }];
    case 'requested':
    case 'completed':
    case 'exited':
      return [{ campaign: one.campaign, counter: one.kind }];
    case 'withheld':
      return [{ campaign: one.campaign, counter: `withheld.${one.reason}` }];
    case 'goal_reached':
      return ofGoal(one);
    case 'segment_entered':
      return [{ campaign: segmentTally(one.segment), counter: 'joined' }];
    case 'segment_left':
      return [leftSegment(one.segment)];
    case 'absorbed':
      return (one.bothIn ?? []).map(leftSegment);
    default:
      return [];
  }
}

/** Where it happened. Kept beside the campaign's own counters, so that it costs no write of its own. */
function atStep(one: Transition): Count[] {
  switch (one.kind) {
    case 'requested':
    case 'waiting':
    case 'resumed':
    case 'acted':
      return [{ campaign: one.campaign, counter: `${one.kind}/${one.step}` }];
    case 'withheld':
      return [{ campaign: one.campaign, counter: `withheld.${one.reason}/${one.step}` }];
    case 'branched':
      return [{ campaign: one.campaign, counter: `branched.${one.path}/${one.step}` }];
    default:
      return [];
  }
}

type Reached = Extract<Transition, { kind: 'goal_reached' }>;

function ofGoal({ campaign, group, value, currency = '' }: Reached): Count[] {
  const goal: Count = { campaign, counter: `goals.${group}` };
  if (value === undefined) return [goal];
  // Whoever may send events must not make up counters without end: made-up codes count as none.
  const counter = currencies.has(currency)
    ? (`value.${group}.${currency}` as const)
    : (`value.${group}` as const);
  return [goal, { campaign, counter, amount: value }];
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** What the goals of a group brought, one sum for each currency. */
export const valuesIn = (counts: Counts, group: Group): Money[] =>
  Object.entries(counts).flatMap(([counter, amount = '0']) => {
    const [what, whose, currency] = counter.split('.');
    return what === 'value' && whose === group ? [{ amount, ...(currency && { currency }) }] : [];
  });

/** What came of a message when it was to leave. */
export function ofMark({
  message: { campaign, step },
  mark,
  to = '',
}: {
  readonly message: Pick<Message, 'campaign' | 'step'>;
  readonly mark: Mark;
  /** The address; without it the mail counts among those of no large provider. */
  readonly to?: string;
}): Count[] {
  if (mark.state === 'sent')
    return [
      { campaign, counter: 'sent' },
      { campaign, counter: `sent/${step}` },
      { campaign, counter: `sent@${providerOf(to)}` },
    ];
  // "template_skip: …": the reason, and what it was about.
  const [reason = ''] = (mark.detail ?? '').split(':');
  if (mark.state !== 'withheld') return [];
  const counter = `withheld.${reason as Withheld}` as const;
  return [
    { campaign, counter },
    { campaign, counter: `${counter}/${step}` },
  ];
}
