// Brings what a frozen contact held to the one that it turned out to be, and what is left to do once that is written.
import type { Contact } from '../../workflows/model/contact.ts';
import type { Effect } from '../ports.ts';
import type { Work } from './decision.ts';
import { lostBy } from './refound.ts';

export const absorbing = (contact: string, from: Contact): Work => {
  const { at = 0, because = '' } = from.merging ?? {};
  return { contact, cause: { kind: 'absorb', id: from.id, at, from, because } };
};

export const mergedBy = (into: string, works: readonly Work[]): Effect[] =>
  works.flatMap(({ cause }) => {
    if (cause.kind !== 'absorb') return [];
    const { id: contact, revision, identities: keys, erasedAt } = cause.from;
    const erased = erasedAt === undefined ? {} : { erasedAt };
    const merged = { contact, revision, into, keys, ...erased };
    return [...lostBy(cause.from), { kind: 'merged', merged }];
  });
