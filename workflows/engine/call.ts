// A call: the API or a broadcast asks one campaign to let the contact in. Its own trigger's condition is not asked.
import { zoneOf } from '../model/calendar-zone.ts';
import type { Cause } from '../model/cause.ts';
import { nextRun, runFor } from '../model/recurrence.ts';
import type { Instant } from '../model/time.ts';
import { type Draft, note, type World } from './draft.ts';
import { enter } from './enter.ts';
import type { Published } from './playbook.ts';

export function call(world: World, draft: Draft, cause: Extract<Cause, { kind: 'call' }>): Draft {
  const { id, at, campaign, properties, by } = cause;
  const published = world.playbook.campaign(campaign);
  if (!published) {
    const because = 'it is not published';
    return note(draft, { kind: 'not_entered', campaign, reason: 'stopped', because });
  }
  const entry = { id, at, properties };
  if (by === 'api') {
    const because = 'the API asked for it';
    return enter(world, draft, published, { ...entry, admission: { held: true, because } });
  }
  // A pause stops the run as well. Whom it has reached by then enters, and is parked with the others.
  const state = published.state === 'paused' ? 'live' : published.state;
  const startsAt = startOf(world, draft, published, at);
  const admission = { held: true, because: 'the broadcast reached it' };
  return enter(world, draft, { ...published, state }, { ...entry, startsAt, admission });
}

/** At once, or when it is that time on the contact's own clocks. */
function startOf(world: World, { contact }: Draft, { version }: Published, run: Instant): Instant {
  const { trigger } = version.document;
  if (!('schedule' in trigger)) return world.now;
  const { schedule } = trigger;
  const { zone } = world.workspace;
  // A run that somebody started by hand is nobody's hour.
  if (nextRun(schedule, run - 1, zone) !== run) return world.now;
  return Math.max(world.now, runFor(schedule, run, zoneOf(contact.traits, zone)));
}
