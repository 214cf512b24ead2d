// Two contacts that are one person: who it is, and which addresses must not be mailed.
import { budget } from '../model/budget.ts';
import type { Suppression } from '../model/consent.ts';
import { type Contact, emailOf } from '../model/contact.ts';
import type { Fields, Json } from '../model/event.ts';
import { fits, squeeze } from '../model/room.ts';
import type { Instant } from '../model/time.ts';
import { harder } from './suppress.ts';

type Profile = Pick<
  Contact,
  'identities' | 'traits' | 'traitsAt' | 'seenAt' | 'suppressions' | 'lists' | 'segments'
>;

/** The one whose attributes were told later says what is so; the other fills gaps. */
export const isNewer = (one: Contact, other: Contact): boolean => one.traitsAt >= other.traitsAt;

export function joinedProfile(one: Contact, other: Contact): Profile {
  const [newer, older] = isNewer(one, other) ? [one, other] : [other, one];
  const traits = withLastSeen(joinedTraits(newer.traits, older.traits), one, other);
  const seenAt = Math.max(seen(one), seen(other));
  return {
    identities: joinedKeys(one.identities, other.identities),
    traits,
    traitsAt: newer.traitsAt,
    ...(seenAt > 0 && { seenAt }),
    suppressions: joinedSuppressions([...one.suppressions, ...other.suppressions], traits),
    lists: earliest(one.lists, other.lists, budget.lists),
    segments: earliest(one.segments, other.segments),
  };
}

const seen = ({ seenAt = 0 }: Contact): Instant => seenAt;

/** Where and in which language the person was last says nothing of the other attributes. */
function withLastSeen(traits: Fields, one: Contact, other: Contact): Fields {
  const last = seen(one) >= seen(other) ? one.traits : other.traits;
  const names = ['last_timezone', 'last_locale'].filter((name) => Object.hasOwn(last, name));
  const all = { ...traits, ...Object.fromEntries(names.map((name) => [name, last[name] ?? null])) };
  return fits(all) ? all : traits;
}

/** Where there is no room for all, those that name a person stay. */
export function joinedKeys(one: readonly string[], other: readonly string[]): readonly string[] {
  const all = [...new Set([...one, ...other])];
  if (all.length <= budget.identities) return all;
  const weakest = (key: string) => Number(!key.startsWith('user:')) + Number(!isNaming(key));
  return all.sort((a, b) => weakest(a) - weakest(b)).slice(0, budget.identities);
}

const isNaming = (key: string) => key.startsWith('user:') || key.startsWith('email:');

function joinedTraits(newer: Fields, older: Fields): Fields {
  const tags = [newer.tags, older.tags].flatMap((one) => (Array.isArray(one) ? one : []));
  const gaps = Object.entries(older).filter(([name]) => !Object.hasOwn(newer, name));
  const news: Record<string, Json> = Object.fromEntries(gaps);
  if (tags.length > 0) news.tags = [...new Set(tags)];
  const all = { ...newer, ...news };
  return fits(all) ? all : squeeze(newer, news);
}

/** Of one address the bounce, which stops everything. The address that is mailed is never let go. */
function joinedSuppressions(all: readonly Suppression[], traits: Fields): readonly Suppression[] {
  const byAddress = new Map<string, Suppression>();
  for (const one of all.toSorted((a, b) => a.at - b.at)) {
    const known = byAddress.get(one.address);
    byAddress.set(one.address, known ? harder(known, one) : one);
  }
  const mailed = emailOf({ traits })?.toLowerCase();
  const isMailed = (one: Suppression) => Number(one.address === mailed);
  return [...byAddress.values()]
    .sort((a, b) => isMailed(a) - isMailed(b) || a.at - b.at)
    .slice(-budget.suppressions);
}

/** Since when either was there; where there is no room for all, the longest. */
function earliest(
  one: Readonly<Record<string, Instant>>,
  other: Readonly<Record<string, Instant>>,
  most = Number.POSITIVE_INFINITY,
): Readonly<Record<string, Instant>> {
  const all: Record<string, Instant> = { ...one };
  for (const [id, since] of Object.entries(other)) all[id] = Math.min(since, all[id] ?? since);
  const entries = Object.entries(all);
  if (entries.length <= most) return all;
  return Object.fromEntries(entries.sort(([, a], [, b]) => a - b).slice(0, most));
}
