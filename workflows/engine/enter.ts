// Entering: whether what a campaign waits for lets this contact in, and why not.
import { budget, staleAfter } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Fields } from '../model/event.ts';
import { mostHops } from '../model/order.ts';
import { duration, type Instant } from '../model/time.ts';
import type { NotEntered } from '../model/transition.ts';
import type { Admission } from '../triggers/trigger.ts';
import { ask, change, type Draft, keep, note, type World } from './draft.ts';
import { type Drawn, drawGroup } from './holdout.ts';
import type { Published } from './playbook.ts';
import type { RunnableVersion } from './program.ts';
import { walk } from './walk.ts';

/** What would let a contact in: an event, a segment, a clock, a call, or another campaign. */
export interface Entry {
  /** Makes the enrollment's id, so the same entry never makes two. */
  readonly id: string;
  /** When it happened, or was due. */
  readonly at: Instant;
  readonly properties: Fields;
  readonly admission: Admission;
  readonly hops?: number;
  /** When the walk begins, where that is not when it happened: a broadcast takes its time to reach everybody. */
  readonly startsAt?: Instant;
}

interface Refusal {
  readonly reason: NotEntered;
  readonly because: string;
}

/** Enrolls the contact and walks it to its first wait, or notes why not. */
export function enter(world: World, draft: Draft, published: Published, entry: Entry): Draft {
  const { version } = published;
  const { campaign } = version;
  const refusal = refuse(world, draft, { published, entry });
  if (refusal) return note(draft, { kind: 'not_entered', campaign, ...refusal });
  const audience = version.document.audience;
  const because = [
    entry.admission.because,
    audience && ask(world, draft, audience, entry).because,
  ].filter(Boolean);
  const drawn = drawGroup(world, draft.contact, version);
  const enrollment = enrollmentOf(world, draft, { version, entry, drawn });
  const inside = { campaign, enrollment: enrollment.id, version: version.version };
  const counted = count(world, draft, campaign, drawn);
  if (drawn.group === 'holdout') {
    const heldOut = note(counted, { kind: 'held_out', ...inside, because: drawn.because });
    return enrollment.goalUntil === undefined ? heldOut : keep(heldOut, enrollment);
  }
  const entered = note(counted, { kind: 'entered', ...inside, because: because.join(', ') });
  const { startsAt = 0 } = entry;
  if (startsAt > world.now) return postpone(entered, enrollment, version.program.first, startsAt);
  const walker = { world, version, enrollment, movedAt: entry.startsAt ?? entry.at };
  return walk(walker, keep(entered, enrollment), version.program.first);
}

function postpone(draft: Draft, enrollment: Enrollment, step: string, until: Instant): Draft {
  const { campaign, id } = enrollment;
  const noted = note(draft, { kind: 'waiting', campaign, enrollment: id, step, until });
  return keep(noted, { ...enrollment, step, until, dueSince: until });
}

interface Attempt {
  readonly published: Published;
  readonly entry: Entry;
}

/** The first reason against it, in the order in which a marketer would ask. */
function refuse(world: World, draft: Draft, attempt: Attempt): Refusal | undefined {
  const { version, state } = attempt.published;
  const { admission } = attempt.entry;
  if (!admission.held)
    return { reason: admission.reason ?? 'where_not_met', because: admission.because };
  if (state !== 'live') return { reason: state, because: `the campaign is ${state}` };
  const { audience } = version.document;
  const asked = audience && ask(world, draft, audience, attempt.entry);
  if (asked && !asked.held) return { reason: 'not_in_audience', because: asked.because };
  return refuseOutdated(world, draft.contact, attempt) ?? refuseMore(world, draft, attempt);
}

function refuseOutdated(
  world: World,
  contact: Contact,
  { published: { version }, entry }: Attempt,
): Refusal | undefined {
  if (entry.startsAt === undefined && entry.at < world.now - staleAfter)
    return { reason: 'stale_event', because: 'it happened more than 24 hours ago' };
  if ((contact.ended[version.campaign] ?? -1) >= entry.at)
    return { reason: 'already_ended', because: 'its goal or exit has happened since' };
  if ((entry.hops ?? 0) > mostHops)
    return { reason: 'too_many_hops', because: `${mostHops} campaigns in a row led here` };
  return undefined;
}

function refuseMore(
  world: World,
  { contact }: Draft,
  { published: { version }, entry }: Attempt,
): Refusal | undefined {
  const { campaign, document } = version;
  const inside = contact.enrollments.find((one) => one.campaign === campaign && isInside(one));
  if (inside) return { reason: 'already_inside', because: whereIs(inside) };
  if (contact.enrollments.length >= budget.enrollments)
    return {
      reason: 'too_many_enrollments',
      because: `${budget.enrollments} campaigns run already`,
    };
  if (JSON.stringify(pick(entry.properties, version.reads)).length > budget.enrollmentEvent)
    return { reason: 'event_too_large', because: 'it says more than an enrollment can carry' };
  const entered = contact.entries[campaign];
  const most = document.limits?.entries;
  if (most !== undefined && (entered?.count ?? 0) >= most)
    return { reason: 'limit_reached', because: `entered ${most} times, which is the most` };
  return refuseReentry(world, entered?.last, document.reentry);
}

/** A held-out enrollment walks nowhere, but until its goal's window closes it is one all the same. */
const isInside = ({ step, group }: Enrollment) => step !== undefined || group === 'holdout';

const whereIs = ({ step, group }: Enrollment) =>
  group === 'holdout' ? 'held out, and its goal may still be reached' : `waiting at ${step}`;

function refuseReentry(
  world: World,
  last: number | undefined,
  reentry: RunnableVersion['document']['reentry'],
): Refusal | undefined {
  if (last === undefined || reentry === 'always') return undefined;
  if (reentry === 'never')
    return { reason: 'reentry', because: 'entered before, re-entry is never' };
  return world.now < last + duration(reentry.after)
    ? { reason: 'reentry', because: `entered less than ${reentry.after} ago` }
    : undefined;
}

interface Accepted {
  readonly version: RunnableVersion;
  readonly entry: Entry;
  readonly drawn: Drawn;
}

function enrollmentOf(
  world: World,
  { contact }: Draft,
  { version, entry, drawn }: Accepted,
): Enrollment {
  const { campaign, document, reads } = version;
  return {
    // From the entry and not from the count: entries may be forgotten, and a walk is never taken for another.
    id: `enr_${world.hash(`${contact.id}/${campaign}/${entry.id}`)}`,
    campaign,
    version: version.version,
    group: drawn.group,
    triggeredAt: entry.at,
    event: pick(entry.properties, reads),
    ...(entry.hops ? { hops: entry.hops } : {}),
    ...(document.goal ? { goalUntil: world.now + duration(document.goal.within) } : {}),
  };
}

function count(world: World, draft: Draft, campaign: string, { group }: Drawn): Draft {
  const known = draft.contact.entries[campaign];
  const entry = { count: (known?.count ?? 0) + 1, last: world.now, group };
  return change(draft, { entries: newest({ ...draft.contact.entries, [campaign]: entry }) });
}

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
      return value === undefined ? [] : [[name, value]];
    }),
  );

function newest(entries: Contact['entries']): Contact['entries'] {
  const all = Object.entries(entries);
  if (all.length <= budget.entries) return entries;
  return Object.fromEntries(all.sort(([, a], [, b]) => b.last - a.last).slice(0, budget.entries));
}
