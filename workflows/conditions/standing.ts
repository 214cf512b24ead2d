// Whether the contact may be mailed: the wish about marketing, and addresses that must not be mailed.
import * as z from 'zod';
import { suppressionReasons, type Wish } from '../model/consent.ts';
import { emailOf, wishOf } from '../model/contact.ts';
import { topicId } from '../model/topic.ts';
import { dateText, spanOf } from './calendar-day.ts';
import { type Finding, operator } from './operator.ts';
import type { Subject } from './subject.ts';
import { windowOf, windowText, windowWords } from './window.ts';
import { clock } from './words.ts';

const statuses = [
  'subscribed',
  'unsubscribed',
  'pending_confirmation',
  'not_subscribed',
  'never_subscribed',
] as const;

interface Asked {
  readonly status: (typeof statuses)[number];
  /** All marketing when absent. */
  readonly topic?: string | undefined;
  readonly method?: string | undefined;
  /** Given on that day or later. */
  readonly since?: string | undefined;
  readonly within?: string | undefined;
}

function answerConsent(rule: Asked, subject: Subject): Finding {
  const wish = wishOf(subject.contact, rule.topic);
  if (!wish) return { held: rule.status === 'never_subscribed', found: 'never asked' };
  const found = `${wish.status} by ${wish.method} at ${clock(wish.at)}`;
  if (!isSuch(rule, wish, subject)) return { held: false, found };
  const end = rule.within === undefined ? undefined : wish.at + windowOf(rule.within);
  return end !== undefined && end <= subject.now
    ? { held: false, found }
    : { held: true, found, until: end };
}

const isSuch = (rule: Asked, { status, method, at }: Wish, { zone }: Subject): boolean =>
  status === rule.status &&
  method === (rule.method ?? method) &&
  (rule.since === undefined || at >= (spanOf(rule.since, zone)?.start ?? at));

const statusWords = {
  subscribed: 'has subscribed',
  unsubscribed: 'has unsubscribed',
  pending_confirmation: 'has subscribed and not confirmed it',
  not_subscribed: 'had a consent that ran out',
  never_subscribed: 'has never said whether marketing is welcome',
} as const;

const topicWords = {
  subscribed: 'has joined',
  unsubscribed: 'has left',
  pending_confirmation: 'has joined and not confirmed',
  not_subscribed: 'had a consent that ran out for',
  never_subscribed: 'has never said anything of',
} as const;

function consentWords({ status, topic, method, since, within }: Asked): string {
  const what =
    topic === undefined ? statusWords[status] : `${topicWords[status]} the topic ${topic}`;
  const how = method === undefined ? '' : ` by ${method}`;
  const start = since === undefined ? '' : ` since ${since}`;
  return `${what}${how}${start}${within === undefined ? '' : ` in the last ${windowWords(within)}`}`;
}

const reasons = {
  soft_bounce: 'keeps bouncing for now',
  complaint: 'was complained from',
  bounce: 'bounced',
  manual: 'was suppressed by hand',
} as const;

export const standingOperators = [
  operator(
    'consent',
    {
      status: z.enum(statuses),
      topic: z.optional(topicId),
      method: z.optional(z.string().min(1).max(100)),
      since: z.optional(dateText),
      within: z.optional(windowText),
    },
    {
      words: consentWords,
      answer: answerConsent,
      needs: ({ topic, since, within }) => ({
        consent: true,
        ...(topic !== undefined && { topics: [topic] }),
        time: within !== undefined,
        zone: since !== undefined,
      }),
      check: ({ status, method, since, within }) =>
        status === 'never_subscribed' && (method ?? since ?? within) !== undefined
          ? 'what was never said has no method and no time'
          : undefined,
    },
  ),
  operator(
    'suppressed',
    { reason: z.optional(z.enum(suppressionReasons)) },
    {
      words: ({ reason }) =>
        `has an address that ${reason === undefined ? 'must not be mailed' : reasons[reason]}`,
      answer: ({ reason }, { contact }) => {
        const address = emailOf(contact)?.toLowerCase();
        const found = contact.suppressions.find((one) => one.address === address);
        const held = found !== undefined && (reason ?? found.reason) === found.reason;
        return { held, found: found ? `${found.reason} at ${clock(found.at)}` : 'none' };
      },
      needs: () => ({ suppression: true, attributes: ['email'] }),
    },
  ),
] as const;
