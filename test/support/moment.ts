// A moment at which a contact arrives at a step, for steps that are tried by themselves.
import { hash } from '../../functions/adapters/keys.ts';
import { emptyCatalog } from '../../workflows/model/catalog.ts';
import { type Contact, newContact } from '../../workflows/model/contact.ts';
import type { Enrollment } from '../../workflows/model/enrollment.ts';
import { defaultWorkspace } from '../../workflows/model/workspace.ts';
import type { Moment } from '../../workflows/steps/step.ts';

/** Monday, 5 January 2026, nine o'clock UTC. */
export const monday = Date.UTC(2026, 0, 5, 9);

interface Given extends Partial<Omit<Moment, 'contact' | 'enrollment' | 'subject'>> {
  readonly contact?: Partial<Contact>;
  readonly enrollment?: Partial<Enrollment>;
}

export function momentWith({ contact = {}, enrollment = {}, ...given }: Given = {}): Moment {
  const now = given.now ?? monday;
  const inside: Enrollment = {
    id: 'enr_1',
    campaign: 'test',
    version: 1,
    group: 'treatment',
    triggeredAt: now,
    event: {},
    ...enrollment,
  };
  return {
    step: 'step',
    contact: { ...newContact('con_sara'), ...contact },
    enrollment: inside,
    basis: 'consent',
    now,
    movedAt: now,
    zone: 'UTC',
    workspace: defaultWorkspace,
    hash,
    kindOf: () => 'marketing',
    catalog: () => emptyCatalog,
    stock: () => 'granted',
    subject: () => {
      throw new Error('This step asks no conditions');
    },
    ...given,
  };
}
