// Clocks: triggers that ring by time alone. Each is armed once per contact, and armed anew when what it counts from moves.
import { staleAfter } from '../model/budget.ts';
import type { Instant } from '../model/time.ts';
import { triggerTypeOf } from '../triggers/index.ts';
import { type Draft, subjectOf, type World } from './draft.ts';
import { enter } from './enter.ts';
import type { Published } from './playbook.ts';
import { dueRechecks, recheck } from './segments.ts';

const keyOf = ({ version }: Published) => `campaign:${version.campaign}`;

/** Arms the clocks of these campaigns for their next ring after now. */
export const armClocks = (world: World, draft: Draft, campaigns: readonly Published[]): Draft =>
  campaigns.reduce((current, one) => arm(world, current, one, world.now), draft);

function arm(world: World, draft: Draft, published: Published, after: Instant): Draft {
  const { trigger } = published.version.document;
  const { next } = triggerTypeOf(trigger);
  if (!next) return draft;
  const subject = subjectOf(world, draft.contact);
  return recheck(draft, keyOf(published), next(trigger, subject, after));
}

/** Rings every clock that is due. One whose hour has moved since is armed anew, and lets nobody in. */
export function ringClocks(world: World, draft: Draft): Draft {
  const due = dueRechecks(world, draft.contact.rechecks, 'campaign:');
  return due.reduce((current, id) => ring(world, current, id), draft);
}

function ring(world: World, draft: Draft, id: string): Draft {
  const key = `campaign:${id}`;
  const published = world.playbook.campaign(id);
  if (!published) return recheck(draft, key, undefined);
  const { trigger } = published.version.document;
  const type = triggerTypeOf(trigger);
  const set = draft.contact.rechecks[key] ?? world.now;
  const subject = subjectOf(world, draft.contact);
  const rings = type.next?.(trigger, subject, set - 1);
  if (rings === undefined || rings > world.now) return recheck(draft, key, rings);
  const admission = type.rung?.(trigger, subject) ?? {
    held: true,
    because: type.because?.(trigger) ?? type.sentence(trigger),
  };
  const { properties = {} } = admission;
  const entry = { id: `clock/${rings}`, at: rings, properties, admission };
  const entered = enter(world, draft, published, entry);
  // After an outage a clock rings for what it missed of late, and not for every year that passed.
  return arm(world, entered, published, Math.max(rings, world.now - staleAfter));
}
