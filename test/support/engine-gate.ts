// Who may be mailed, and when: the rules of the gate, told a second time, without a line of the engine.
import { expect } from 'vitest';
import type { CampaignDocument } from '../../workflows/model/campaign.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Message } from '../../workflows/model/message.ts';
import { duration } from '../../workflows/model/time.ts';
import type { WorkspaceRules } from '../../workflows/model/workspace.ts';
import { always, messagesOf, momentOf } from './engine-properties.ts';
import type { Lived } from './live.ts';
import type { Decision } from './live-person.ts';
import { localClock } from './local-clock.ts';

/** Nobody gets what they, their mailbox or their address forbid. */
export const aNoIsANo = (runs: number) =>
  always(runs, (lived) => {
    const heard: Heard = {
      at: 0,
      yes: false,
      no: false,
      bounced: new Set(),
      complained: new Set(),
    };
    for (const decision of lived.decisions) {
      const { after } = decision;
      hear(heard, decision);
      const address = addressOf(after.contact);
      for (const one of messagesOf(decision, lived))
        expect(whyNot(heard, { ...one, address })).toEqual([]);
    }
  });

interface Heard {
  readonly bounced: Set<string>;
  readonly complained: Set<string>;
  /** The newest wish, and its time. */
  at: number;
  yes: boolean;
  no: boolean;
}

function hear(heard: Heard, { again, cause }: Decision): void {
  if (again && cause.kind !== 'unsubscribe') return;
  if (cause.kind === 'unsubscribe') wish(heard, Math.max(heard.at, cause.at), true);
  if (cause.kind === 'event' && cause.event.consent)
    wish(heard, cause.event.timestamp, cause.event.consent.status === 'unsubscribed');
  if (cause.kind === 'feedback') {
    const all = cause.feedback.type === 'bounce' ? heard.bounced : heard.complained;
    all.add(cause.feedback.address.toLowerCase());
  }
}

function wish(heard: Heard, at: number, no: boolean): void {
  if (at > heard.at || (at === heard.at && no)) Object.assign(heard, { at, no, yes: !no });
}

interface Mail {
  readonly message: Message;
  readonly document: CampaignDocument;
  readonly address: string;
}

function whyNot(heard: Heard, { message, document, address }: Mail): string[] {
  const always = [address === '' && 'no address', heard.bounced.has(address) && 'bounced'];
  const offers = [
    heard.no && 'unsubscribed',
    document.basis === 'consent' && !heard.yes && 'never asked for it',
    heard.complained.has(address) && 'complained',
  ];
  const reasons = message.kind === 'marketing' ? [...always, ...offers] : always;
  return reasons.filter((reason) => reason !== false);
}

const addressOf = ({ traits }: Contact) => String(traits.email ?? '').toLowerCase();

interface Sent {
  readonly at: number;
  readonly counts: boolean;
}

/** Marketing messages of a life, in order. */
const marketing = (lived: Lived) =>
  lived.decisions
    .flatMap((decision) => messagesOf(decision, lived))
    .filter(({ message }) => message.kind === 'marketing')
    .map((one) => ({ ...one, rules: one.decision.world.workspace }));

/** Smart sending and every cap hold over all campaigns together, in any window. */
export const neverTooMuch = (runs: number) =>
  always(runs, (lived) => {
    const sent: Sent[] = [];
    for (const { at, rules, document } of marketing(lived)) {
      expect(crowded({ sent, at, rules }, document.sending)).toEqual([]);
      sent.push({ at, counts: document.sending.caps !== false });
    }
  });

interface Sending {
  readonly sent: readonly Sent[];
  readonly at: number;
  readonly rules: WorkspaceRules;
}

function crowded({ sent, at, rules }: Sending, sending: CampaignDocument['sending']): string[] {
  const since = (length: string) => sent.filter((one) => one.at > at - duration(length));
  const { smartSending, caps } = rules;
  const smart = sending.smartSending !== false && smartSending !== false;
  const tooSoon = smart && since(smartSending).length > 0 ? ['smart sending'] : [];
  const full = caps
    .filter(({ within, at_most }) => since(within).filter(({ counts }) => counts).length >= at_most)
    .map(({ within }) => `more than may be within ${within}`);
  return [...tooSoon, ...(sending.caps === false ? [] : full)];
}

/** No marketing at quiet hours or outside of the campaign's window, by the clocks where the contact lives. */
export const onlyInTime = (runs: number) =>
  always(runs, (lived) => {
    for (const { at, rules, document, decision } of marketing(lived)) {
      const { timezone } = decision.after.contact.traits;
      const clock = localClock(at, timezone, rules.zone);
      expect(closedBy(document.sending, rules, clock), clock.time).toEqual([]);
    }
  });

function closedBy(sending: CampaignDocument['sending'], rules: WorkspaceRules, clock: Clock) {
  const { quietHours: quiet } = rules;
  const { window } = sending;
  const isQuiet = sending.quietHours !== false && quiet && isWithin(quiet, clock.time);
  return [isQuiet && 'quiet hours', window && !isOpen(window, clock) && 'the window'].filter(
    Boolean,
  );
}

const isWithin = ({ from, to }: { from: string; to: string }, time: string): boolean =>
  from < to ? from <= time && time < to : from <= time || time < to;

type Window = NonNullable<CampaignDocument['sending']['window']>;
type Clock = ReturnType<typeof localClock>;

/** Hours over midnight belong to the day on which they begin. */
function isOpen({ on, from, to }: Window, { time, today, yesterday }: Clock): boolean {
  const inHours = from === undefined || to === undefined || isWithin({ from, to }, time);
  const beganToday = from === undefined || from <= time || (to !== undefined && from < to);
  return inHours && (on?.some((day) => day === (beganToday ? today : yesterday)) ?? true);
}

/** What has waited at its step for longer than its life is not sent any more. */
export const nothingStale = (runs: number) =>
  always(runs, (lived) => {
    const waiting = new Map<string, number>();
    for (const decision of lived.decisions) {
      expectFresh(waiting, messagesOf(decision, lived));
      for (const place of arrivalsIn(decision).filter((one) => !waiting.has(one)))
        waiting.set(place, momentOf(decision));
    }
  });

function expectFresh(
  waiting: ReadonlyMap<string, number>,
  messages: ReturnType<typeof messagesOf>,
): void {
  for (const { message, document, at } of messages) {
    const since = waiting.get(`${message.enrollment}/${message.step}`) ?? at;
    expect(at - since).toBeLessThanOrEqual(longest(document.sending));
  }
}

/** Its life begins at its own place within the spread. */
const longest = ({ expires = '72 hours', spread }: CampaignDocument['sending']) =>
  duration(expires) + (spread === undefined ? 0 : duration(spread));

/** Where messages are held or put off, until they are sent or withheld. */
const arrivalsIn = ({ after }: Decision): string[] =>
  after.contact.enrollments
    .filter(({ dueSince, parked }) => (dueSince ?? parked) !== undefined)
    .map(({ id, step }) => `${id}/${step}`);
