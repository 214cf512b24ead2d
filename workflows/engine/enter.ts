// Entering: whether an event that a campaign waits for lets this contact in, and why not.
import { evaluate } from '../conditions/evaluate.ts';
import { budget, staleAfter } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import type { Event, Fields } from '../model/event.ts';
import { duration } from '../model/time.ts';
import type { NotEntered } from '../model/transition.ts';
import { change, type Draft, keep, note, type World } from './draft.ts';
import type { RunnableVersion } from './program.ts';
import { walk } from './walk.ts';

interface Refusal {
  readonly reason: NotEntered;
  readonly because: string;
}

/** Enrolls the contact and walks it to its first wait, or notes why not. */
export function enter(world: World, draft: Draft, version: RunnableVersion, event: Event): Draft {
  const { campaign } = version;
  const asked = ask(version, draft.contact, event);
  const refusal = asked.refusal ?? refuse(world, draft.contact, { version, event });
  if (refusal) return note(draft, { kind: 'not_entered', campaign, ...refusal });
  const count = (draft.contact.entries[campaign]?.count ?? 0) + 1;
  const enrollment = {
    // From the event and not from the count: entries may be forgotten, and a walk is never taken for another.
    id: `enr_${world.hash(`${draft.contact.id}/${campaign}/${event.id}`)}`,
    campaign,
    version: version.version,
    triggeredAt: event.timestamp,
    event: pick(event.properties ?? {}, version.reads),
    ...goalWindow(world, version),
  };
  const entries = { ...draft.contact.entries, [campaign]: { count, last: world.now } };
  const entered = note(change(draft, { entries: newest(entries) }), {
    kind: 'entered',
    campaign,
    enrollment: enrollment.id,
    version: version.version,
    because: asked.because,
  });
  const walker = { world, version, enrollment, movedAt: event.timestamp };
  return walk(walker, keep(entered, enrollment), version.program.first);
}

interface Asked {
  readonly because: string;
  readonly refusal?: Refusal;
}

/** The trigger's `where`, then the audience. */
function ask({ document }: RunnableVersion, contact: Contact, event: Event): Asked {
  const subject = { traits: contact.traits, properties: event.properties ?? {} };
  const where = document.trigger.where ? evaluate(document.trigger.where, subject) : undefined;
  if (where && !where.held) return no('where_not_met', where.because);
  const audience = document.audience ? evaluate(document.audience, subject) : undefined;
  if (audience && !audience.held) return no('not_in_audience', audience.because);
  const reasons = [`"${event.name}" happened`, where?.because, audience?.because];
  return { because: reasons.filter(Boolean).join(', ') };
}

const no = (reason: NotEntered, because: string): Asked => ({
  because,
  refusal: { reason, because },
});

interface Attempt {
  readonly version: RunnableVersion;
  readonly event: Event;
}

function refuse(world: World, contact: Contact, { version, event }: Attempt): Refusal | undefined {
  const { campaign, document } = version;
  const inside = contact.enrollments.find(
    (one) => one.campaign === campaign && one.step !== undefined,
  );
  if (event.timestamp < world.now - staleAfter)
    return { reason: 'stale_event', because: 'the event is older than 24 hours' };
  if ((contact.ended[campaign] ?? -1) >= event.timestamp)
    return { reason: 'already_ended', because: 'its goal or exit has happened since' };
  if (inside) return { reason: 'already_inside', because: `waiting at ${inside.step}` };
  if (contact.enrollments.length >= budget.enrollments)
    return {
      reason: 'too_many_enrollments',
      because: `${budget.enrollments} campaigns run already`,
    };
  if (JSON.stringify(pick(event.properties ?? {}, version.reads)).length > budget.enrollmentEvent)
    return { reason: 'event_too_large', because: 'it says more than an enrollment can carry' };
  return refuseReentry(world, contact.entries[campaign]?.last, document.reentry);
}

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

const goalWindow = (world: World, { document }: RunnableVersion) =>
  document.goal ? { goalUntil: world.now + duration(document.goal.within) } : {};

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
