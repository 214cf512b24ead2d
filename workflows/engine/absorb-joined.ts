// Two contacts as the one person that they are: all that both hold, section by section. Knows no campaigns.
import { budget } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import type { Instant } from '../model/time.ts';
import { joinedPast } from './absorb-past.ts';
import { joinedProfile } from './absorb-profile.ts';
import { joinedWishes } from './absorb-wishes.ts';
import { joinedAccounts } from './accounts.ts';
import { joinedMailbox } from './mailbox.ts';

/** Both as one contact, whose id and revision are the first's. Walks in the same campaign stand side by side. */
export function joined(one: Contact, other: Contact): Contact {
  const { mergedInto: _, merging: __, ...held } = other;
  const profile = joinedProfile(one, other);
  const erasures = [one, other].flatMap(({ erasedAt }) => erasedAt ?? []);
  return {
    ...held,
    ...one,
    ...profile,
    ...joinedWishes(one, other),
    ...joinedAccounts(one, other, profile.traits),
    ...joinedPast(one, other),
    ...joinedMailbox(one, other, profile.traits),
    rechecks: soonest(one.rechecks, other.rechecks),
    enrollments: [...one.enrollments, ...other.enrollments],
    entries: joinedEntries(one, other),
    merged: withMerged(one, other),
    ...(erasures.length > 0 && { erasedAt: Math.max(...erasures) }),
  };
}

export const withMerged = (one: Contact, other: Contact): readonly string[] => [
  ...(one.merged ?? []),
  other.id,
  ...(other.merged ?? []),
];

export const hasAbsorbed = ({ merged = [] }: Contact, id: string): boolean => merged.includes(id);

/** How often the campaigns were entered by both together; whoever was treated once was treated. */
function joinedEntries(one: Contact, other: Contact): Contact['entries'] {
  const all = { ...other.entries };
  for (const [campaign, mine] of Object.entries(one.entries)) {
    const theirs = all[campaign];
    all[campaign] = theirs ? joinedEntry(mine, theirs) : mine;
  }
  const entries = Object.entries(all);
  if (entries.length <= budget.entries) return all;
  return Object.fromEntries(
    entries.sort(([, a], [, b]) => b.last - a.last).slice(0, budget.entries),
  );
}

type Entry = Contact['entries'][string];

function joinedEntry(one: Entry, other: Entry): Entry {
  const arms = { ...other.arms, ...one.arms };
  const isTreated = one.group === 'treatment' || other.group === 'treatment';
  return {
    count: one.count + other.count,
    last: Math.max(one.last, other.last),
    group: isTreated ? 'treatment' : 'holdout',
    ...(Object.keys(arms).length > 0 && { arms }),
  };
}

function soonest(
  one: Readonly<Record<string, Instant>>,
  other: Readonly<Record<string, Instant>>,
): Readonly<Record<string, Instant>> {
  const all: Record<string, Instant> = { ...one };
  for (const [key, at] of Object.entries(other)) all[key] = Math.min(at, all[key] ?? at);
  return all;
}
