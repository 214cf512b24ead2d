// A contact to ask conditions of, at a fixed moment.
import { hash } from '../../../functions/adapters/keys.ts';
import type { Subject } from '../../../workflows/conditions/subject.ts';
import { type Contact, newContact } from '../../../workflows/model/contact.ts';
import type { Fields } from '../../../workflows/model/event.ts';

export const now = Date.UTC(2026, 5, 15, 12);

interface Given extends Partial<Omit<Subject, 'contact'>> {
  readonly traits?: Fields;
  readonly contact?: Partial<Contact>;
}

export function subjectOf({ traits = {}, contact = {}, ...given }: Given = {}): Subject {
  return {
    contact: { ...newContact('con_sara'), traits, ...contact },
    properties: {},
    now,
    zone: 'UTC',
    hash,
    ...given,
  };
}
