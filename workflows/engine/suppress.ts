// An address that must not be mailed any more, among those that the contact has had.
import { budget } from '../model/budget.ts';
import type { Suppression } from '../model/consent.ts';
import { change, type Draft, note } from './draft.ts';

/** A complaint stops marketing only; it must not soften the bounce that stops everything. */
export function suppress(draft: Draft, told: Suppression, detail: string): Draft {
  const address = told.address.toLowerCase();
  const all = draft.contact.suppressions;
  const known = all.find((one) => one.address === address);
  if (known?.reason === 'bounce') return draft;
  const suppressions = [
    ...all.filter((one) => one !== known).slice(1 - budget.suppressions),
    { ...told, address },
  ];
  const because = `${told.reason}: ${detail}`;
  return note(change(draft, { suppressions }), { kind: 'suppressed', because });
}
