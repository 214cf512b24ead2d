// Two contacts that are one person: the pasts of both as one. An event has reached only one of them, so counts add up;
// what both were told of by its own id, such as an order, counts once.

import { deepest } from '../conditions/watch.ts';
import { budget } from '../model/budget.ts';
import type { Contact } from '../model/contact.ts';
import { add, subtract } from '../model/decimal.ts';
import { type History, inOrder, type Occurrence, type Watched } from '../model/history.ts';
import { joinPurchases } from '../model/purchases-joined.ts';
import type { Instant } from '../model/time.ts';
import { isNewer } from './absorb-profile.ts';
import { rootOf } from './routes.ts';

type Past = Pick<
  Contact,
  | 'history'
  | 'sends'
  | 'grants'
  | 'purchases'
  | 'owned'
  | 'ended'
  | 'applied'
  | 'appliedAt'
  | 'forgottenUntil'
>;

export function joinedPast(one: Contact, other: Contact): Past {
  const purchases = joinPurchases(one.purchases, other.purchases);
  const grants = joinedGrants(one.grants, other.grants);
  const owned = latest(one.owned ?? {}, other.owned ?? {}, budget.owned);
  return {
    history: joinedHistory(one, other),
    sends: byTime([...one.sends, ...other.sends]).slice(-budget.sends),
    ...(grants.length > 0 && { grants }),
    ...(purchases && { purchases }),
    ...(Object.keys(owned).length > 0 && { owned }),
    ended: latest(one.ended, other.ended, budget.entries),
    ...joinedMemory(one, other),
  };
}

function joinedHistory(one: Contact, other: Contact): History {
  const [newer, older] = isNewer(one, other) ? [one, other] : [other, one];
  const all = { ...newer.history };
  for (const [key, theirs] of Object.entries(older.history)) {
    const mine = all[key];
    const attribute = attributeOf(key);
    // How long an attribute has been what it is, is known of the contact whose attribute stays.
    if (attribute !== undefined && Object.hasOwn(newer.traits, attribute)) continue;
    all[key] = mine && attribute === undefined ? added(mine, theirs) : theirs;
  }
  return all;
}

const attributeOf = (key: string): string | undefined =>
  key.startsWith(attributePrefix) ? rootOf(key.slice(attributePrefix.length)) : undefined;

const attributePrefix = 'attribute:';

function added(one: Watched, other: Watched): Watched {
  const known = new Set(one.recent.map(([, id]) => id));
  const twice = other.recent.filter(([, id]) => known.has(id));
  const news = other.recent.filter(([, id]) => !known.has(id));
  const sum = [one.sum ?? '0', other.sum ?? '0'].reduce(add);
  return {
    count: one.count + other.count - twice.length,
    first: Math.min(one.first, other.first),
    last: Math.max(one.last, other.last),
    ...((one.sum ?? other.sum) !== undefined && { sum: without(sum, twice) }),
    recent: [...one.recent, ...news].sort(inOrder).slice(-deepest),
  };
}

const without = (sum: string, twice: readonly Occurrence[]): string =>
  twice.reduce((left, [, , value = '0']) => subtract(left, value), sum);

function joinedGrants(one: Contact['grants'] = [], other: Contact['grants'] = []) {
  const byId = new Map([...one, ...other].map((grant) => [grant.id, grant]));
  return byTime([...byId.values()]).slice(-budget.grants);
}

/** What either has applied counts for both; what has no room is looked up in the timeline. */
function joinedMemory(
  one: Contact,
  other: Contact,
): Pick<Contact, 'applied' | 'appliedAt' | 'forgottenUntil'> {
  const all = [one, other].flatMap(({ applied, appliedAt }) =>
    applied.map((id, index) => ({ id, at: appliedAt[index] ?? 0 })),
  );
  const single = byTime([...new Map(all.map((each) => [each.id, each])).values()]);
  const cut = Math.max(0, single.length - budget.applied);
  const kept = single.slice(cut);
  return {
    applied: kept.map(({ id }) => id),
    appliedAt: kept.map(({ at }) => at),
    forgottenUntil: Math.max(
      one.forgottenUntil,
      other.forgottenUntil,
      ...single.slice(0, cut).map(({ at }) => at),
    ),
  };
}

const byTime = <T extends { readonly at: Instant }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => a.at - b.at);

/** The later of two moments; where there is no room for all, the latest. */
function latest(
  one: Readonly<Record<string, Instant>>,
  other: Readonly<Record<string, Instant>>,
  most: number,
): Readonly<Record<string, Instant>> {
  const all: Record<string, Instant> = { ...one };
  for (const [id, at] of Object.entries(other)) all[id] = Math.max(at, all[id] ?? at);
  const entries = Object.entries(all);
  if (entries.length <= most) return all;
  return Object.fromEntries(entries.sort(([, a], [, b]) => b - a).slice(0, most));
}
