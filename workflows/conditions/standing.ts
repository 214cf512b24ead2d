// Whether the contact may be mailed: the wish about marketing, and addresses that must not be mailed.
import * as z from 'zod';
import { type Consent, suppressionReasons } from '../model/consent.ts';
import { emailOf } from '../model/contact.ts';
import { dateText, spanOf } from './calendar-day.ts';
import { type Finding, operator } from './operator.ts';
import type { Subject } from './subject.ts';
import { windowOf, windowText, windowWords } from './window.ts';
import { clock } from './words.ts';

interface Wish {
  readonly status: 'subscribed' | 'unsubscribed' | 'never_subscribed';
  readonly method?: string | undefined;
  /** Given on that day or later. */
  readonly since?: string | undefined;
  readonly within?: string | undefined;
}

function answerConsent(rule: Wish, subject: Subject): Finding {
  const { consent } = subject.contact;
  if (!consent) return { held: rule.status === 'never_subscribed', found: 'never asked' };
  const found = `${consent.status} by ${consent.method} at ${clock(consent.at)}`;
  if (!isSuch(rule, consent, subject)) return { held: false, found };
  const end = rule.within === undefined ? undefined : consent.at + windowOf(rule.within);
  return end !== undefined && end <= subject.now
    ? { held: false, found }
    : { held: true, found, until: end };
}

const isSuch = (rule: Wish, { status, method, at }: Consent, { zone }: Subject): boolean =>
  status === rule.status &&
  method === (rule.method ?? method) &&
  (rule.since === undefined || at >= (spanOf(rule.since, zone)?.start ?? at));

const statusWords = {
  subscribed: 'has subscribed',
  unsubscribed: 'has unsubscribed',
  never_subscribed: 'has never said whether marketing is welcome',
} as const;

function consentWords({ status, method, since, within }: Wish): string {
  const how = method === undefined ? '' : ` by ${method}`;
  const start = since === undefined ? '' : ` since ${since}`;
  return `${statusWords[status]}${how}${start}${within === undefined ? '' : ` in the last ${windowWords(within)}`}`;
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
      status: z.enum(['subscribed', 'unsubscribed', 'never_subscribed']),
      method: z.optional(z.string().min(1).max(100)),
      since: z.optional(dateText),
      within: z.optional(windowText),
    },
    {
      words: consentWords,
      answer: answerConsent,
      needs: ({ since, within }) => ({
        consent: true,
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
