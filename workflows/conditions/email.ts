// What became of our mail: Segment's e-mail events, under the words marketers use, as far as we have seen them ourselves.
// Opens and clicks that a machine made (privacy proxies, link scanners) do not count unless asked for.
import * as z from 'zod';
import type { EventWatch } from '../model/history.ts';
import { alsoMachines } from '../model/tracked.ts';
import type { Filter } from './filter.ts';
import { operator } from './operator.ts';
import { answerPerformed, countShape, countWords, type Performed, watchOf } from './performed.ts';
import { type SpanRule, spanNeeds, spanShape, spanWords } from './span.ts';
import { quoted } from './words.ts';

const events = {
  sent: 'Email Sent',
  delivered: 'Email Delivered',
  opened: 'Email Opened',
  clicked: 'Email Link Clicked',
  bounced: 'Email Bounced',
  complained: 'Email Marked as Spam',
  unsubscribed: 'Unsubscribed',
} as const;

type Became = keyof typeof events;

interface Email extends SpanRule {
  readonly became: Became;
  readonly campaign?: string | undefined;
  readonly link?: string | undefined;
  readonly count?: Performed['count'];
  readonly machines?: boolean | undefined;
}

const said: Readonly<Record<Became, string>> = {
  sent: 'been sent an email',
  delivered: 'received an email',
  opened: 'opened an email',
  clicked: 'clicked in an email',
  bounced: 'bounced an email',
  complained: 'reported an email as spam',
  unsubscribed: 'unsubscribed',
};

const byMachines = new Set<Became>(['opened', 'clicked']);

/** The same question, asked of events. */
const asPerformed = (rule: Email): Performed => ({
  event: events[rule.became],
  ours: true,
  where: filters(rule),
  count: rule.count,
  within: rule.within,
  since_entry: rule.since_entry,
});

function filters({ became, campaign, link, machines }: Email): Filter[] {
  return [
    ...(campaign === undefined ? [] : [property('campaign_id', campaign)]),
    ...(link === undefined ? [] : [{ property: 'link_url', op: 'contains', value: link } as const]),
    ...(byMachines.has(became) ? [machines ? alsoMachines : byPeople] : []),
  ];
}

const byPeople = { op: 'not', rule: { property: 'machine', op: 'is_true' } } as const;

const property = (name: string, value: string) =>
  ({ property: name, op: 'equals', value, exact: true }) as const;

/** What a rule about opens or clicks leaves out: the same question, asked of machines too. Undefined where it leaves out none. */
export const machineWatch = (rule: { readonly op: string }): EventWatch | undefined =>
  isEmail(rule) && byMachines.has(rule.became) && !rule.machines
    ? watchOf(asPerformed({ ...rule, machines: true }))
    : undefined;

const isEmail = (rule: { readonly op: string }): rule is Email & { readonly op: 'email' } =>
  rule.op === 'email';

function words(rule: Email): string {
  const what = said[rule.became];
  const of = rule.campaign === undefined ? '' : ` of campaign ${quoted(rule.campaign)}`;
  const link = rule.link === undefined ? '' : ` on a link with ${quoted(rule.link)}`;
  const machines = rule.machines ? ', machines included' : '';
  return `${countWords(rule, `${what}${link}${of}`)}${spanWords(rule)}${machines}`;
}

export const emailOperators = [
  operator(
    'email',
    {
      became: z.enum(Object.keys(events) as [Became]),
      campaign: z.optional(z.string().min(1).max(60)),
      /** A part of the link's address. */
      link: z.optional(z.string().min(1).max(500)),
      count: countShape,
      /** Counts what machines opened and clicked, too. */
      machines: z.optional(z.boolean()),
      ...spanShape,
    },
    {
      words,
      answer: (rule, subject) => answerPerformed(asPerformed(rule), subject),
      needs: (rule) => ({ events: [events[rule.became]], ...spanNeeds(rule) }),
      watches: (rule) => [watchOf(asPerformed(rule))],
      check: ({ became, link }) =>
        link !== undefined && became !== 'clicked'
          ? { at: 'link', message: 'only a click has a link' }
          : undefined,
    },
  ),
] as const;
