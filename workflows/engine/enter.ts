// Entering: what a campaign waits for lets this contact in, unless a rule refuses it.
import { budget } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import type { Enrollment } from '../model/enrollment.ts';
import type { Fields } from '../model/event.ts';
import { duration, type Instant } from '../model/time.ts';
import type { Admission } from '../triggers/trigger.ts';
import { ask, change, type Draft, keep, note, type World } from './draft.ts';
import { type Drawn, drawGroup } from './holdout.ts';
import { armsOf } from './keeps.ts';
import type { Published } from './playbook.ts';
import type { RunnableVersion } from './program.ts';
import { pick, refuse } from './refusals.ts';
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

/** Enrolls the contact and walks it to its first wait, or notes why not. */
export function enter(world: World, draft: Draft, published: Published, entry: Entry): Draft {
  const { version } = published;
  const { campaign } = version;
  const refusal = refuse(world, draft.contact, { published, entry });
  if (refusal) {
    const { reason, because } = refusal;
    return note(draft, { kind: 'not_entered', campaign, reason, because });
  }
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
    ...armsOf(version, contact.entries[campaign]?.arms),
    ...(entry.hops ? { hops: entry.hops } : {}),
    ...(document.goal ? { goalUntil: world.now + duration(document.goal.within) } : {}),
  };
}

function count(world: World, draft: Draft, campaign: string, { group }: Drawn): Draft {
  const known = draft.contact.entries[campaign];
  const entry = { ...known, count: (known?.count ?? 0) + 1, last: world.now, group };
  return change(draft, { entries: newest({ ...draft.contact.entries, [campaign]: entry }) });
}

function newest(entries: Contact['entries']): Contact['entries'] {
  const all = Object.entries(entries);
  if (all.length <= budget.entries) return entries;
  return Object.fromEntries(all.sort(([, a], [, b]) => b.last - a.last).slice(0, budget.entries));
}
