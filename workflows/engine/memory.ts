// Memory: which causes a contact has applied, so that a second delivery changes nothing.
import { budget } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import type { Instant } from '../model/time.ts';
import { change, type Draft, type World } from './draft.ts';

export interface Remembered {
  readonly id: string;
  /** When the cause was received. */
  readonly at: Instant;
}

/** Eleven characters are 66 bits: no clash among the causes of one contact. */
const short = (world: Pick<World, 'hash'>, id: string) => world.hash(id).slice(0, 11);

export const isApplied = (
  world: Pick<World, 'hash'>,
  contact: Contact,
  cause: Remembered,
): boolean => contact.applied.includes(short(world, cause.id));

/** True when the contact may have forgotten the cause: its row in the timeline must be asked. */
export const mayBeForgotten = (contact: Contact, cause: Remembered): boolean =>
  cause.at <= contact.forgottenUntil;

export function remember(world: World, draft: Draft, cause: Remembered): Draft {
  const { contact } = draft;
  const applied = [...contact.applied, short(world, cause.id)];
  const appliedAt = [...contact.appliedAt, cause.at];
  const expired = appliedAt.findIndex((at) => at > world.now - budget.appliedFor);
  const cut = Math.max(
    expired < 0 ? appliedAt.length - 1 : expired,
    applied.length - budget.applied,
  );
  const forgottenUntil = Math.max(contact.forgottenUntil, ...appliedAt.slice(0, cut));
  return change(draft, {
    applied: applied.slice(cut),
    appliedAt: appliedAt.slice(cut),
    forgottenUntil,
  });
}
