// Why a contact is not let in: each rule under its name, in the order in which a marketer would ask.
import { budget, staleAfter } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Fields } from '../model/event.ts';
import { mostHops } from '../model/order.ts';
import { duration, type Instant } from '../model/time.ts';
import type { NotEntered } from '../model/transition.ts';
import { ask, type World } from './draft.ts';
import type { Entry } from './enter.ts';
import type { Published } from './playbook.ts';

interface Attempt {
  readonly published: Published;
  readonly entry: Entry;
}

export interface Refusal {
  readonly reason: NotEntered;
  readonly because: string;
  /** From when on this rule would not refuse, where time alone would do. */
  readonly until?: Instant;
}

/** Undefined when the rule has nothing against it. */
type Rule = (world: World, contact: Contact, attempt: Attempt) => Refusal | undefined;

/** The first reason against it. */
export function refuse(world: World, contact: Contact, attempt: Attempt): Refusal | undefined {
  for (const rule of Object.values(refusals)) {
    const refusal = rule(world, contact, attempt);
    if (refusal) return refusal;
  }
  return undefined;
}

const trigger: Rule = (_, __, { entry: { admission } }) =>
  admission.held
    ? undefined
    : { reason: admission.reason ?? 'where_not_met', because: admission.because };

const state: Rule = (_, __, { published }) =>
  published.state === 'live'
    ? undefined
    : { reason: published.state, because: `the campaign is ${published.state}` };

const audience: Rule = (world, contact, { published, entry }) => {
  const rule = published.version.document.audience;
  const { held, because, until } = rule ? ask(world, { contact }, rule, entry) : everyone;
  return held
    ? undefined
    : { reason: 'not_in_audience', because, ...(until !== undefined && { until }) };
};

const everyone = { held: true, because: '', until: undefined };

const age: Rule = ({ now }, _, { entry }) =>
  entry.startsAt === undefined && entry.at < now - staleAfter
    ? { reason: 'stale_event', because: 'it happened more than 24 hours ago' }
    : undefined;

const ending: Rule = (_, { ended }, { published: { version }, entry }) =>
  (ended[version.campaign] ?? -1) >= entry.at
    ? { reason: 'already_ended', because: 'its goal or exit has happened since' }
    : undefined;

const hops: Rule = (_, __, { entry }) =>
  (entry.hops ?? 0) > mostHops
    ? { reason: 'too_many_hops', because: `${mostHops} campaigns in a row led here` }
    : undefined;

const inside: Rule = (_, { enrollments }, { published: { version } }) => {
  const found = enrollments.find((one) => one.campaign === version.campaign && isInside(one));
  return found && { reason: 'already_inside', because: whereIs(found) };
};

/** A held-out enrollment walks nowhere, but until its goal's window closes it is one all the same. */
export const isInside = ({ step, group }: Enrollment) => step !== undefined || group === 'holdout';

const whereIs = ({ step, group }: Enrollment) =>
  group === 'holdout' ? 'held out, and its goal may still be reached' : `waiting at ${step}`;

const room: Rule = (_, { enrollments }) =>
  enrollments.length >= budget.enrollments
    ? { reason: 'too_many_enrollments', because: `${budget.enrollments} campaigns run already` }
    : undefined;

const size: Rule = (_, __, { published: { version }, entry }) =>
  JSON.stringify(pick(entry.properties, version.reads)).length > budget.enrollmentEvent
    ? { reason: 'event_too_large', because: 'it says more than an enrollment can carry' }
    : undefined;

const limit: Rule = (_, { entries }, { published: { version } }) => {
  const most = version.document.limits?.entries;
  return most !== undefined && (entries[version.campaign]?.count ?? 0) >= most
    ? { reason: 'limit_reached', because: `entered ${most} times, which is the most` }
    : undefined;
};

const reentry: Rule = ({ now }, { entries }, { published: { version } }) => {
  const last = entries[version.campaign]?.last;
  const rule = version.document.reentry;
  if (last === undefined || rule === 'always') return undefined;
  if (rule === 'never') return { reason: 'reentry', because: 'entered before, re-entry is never' };
  const until = last + duration(rule.after);
  return now < until
    ? { reason: 'reentry', because: `entered less than ${rule.after} ago`, until }
    : undefined;
};

export const refusals = {
  trigger,
  state,
  audience,
  age,
  ending,
  hops,
  inside,
  room,
  size,
  limit,
  reentry,
} as const satisfies Readonly<Record<string, Rule>>;

/** Of the properties of an event, those that are wanted. */
export const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );
