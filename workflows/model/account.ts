// An account: a company, or any group, that contacts belong to, as group calls tell of it. A contact carries a copy of
// the account that it was told of last, as its attribute `account`, so that rules and templates read it like any other.
import { type Attributes, type Mistyped, typed } from './attribute-type.ts';
import { budget } from './budget.ts';
import type { Event, Fields, Json } from './event.ts';
import { fitsIn } from './room.ts';
import type { Instant, Milliseconds } from './time.ts';

export interface Account {
  readonly id: string;
  readonly traits: Fields;
  /** Timestamp of the newest traits; older ones only fill gaps. */
  readonly traitsAt: Instant;
  readonly updatedAt: Instant;
  /** Counts the changes. */
  readonly revision: number;
  /** The event by which it was changed last. */
  readonly changedBy: string;
  /** When its members were told of a change last, or will be. */
  readonly toldAt: Instant;
}

/** An account as a decision sees it, and what of the news was not of its type or found no room. */
export interface AccountNews {
  readonly account: Pick<Account, 'id' | 'traits' | 'revision'>;
  readonly refused: readonly Mistyped[];
}

/** That a contact belongs to an account. */
export interface Membership {
  readonly account: string;
  /** Timestamp of the newest event that said so. */
  readonly at: Instant;
  /** Of the account, when the contact was told of it last. */
  readonly revision: number;
}

interface Told {
  readonly id: string;
  readonly fields: Fields;
  readonly refused: readonly Mistyped[];
}

/** What a group call tells; undefined of every other event. */
export function toldBy({ type, properties }: Event, declared?: Attributes): Told | undefined {
  const { groupId, context: _, ...traits } = (properties ?? {}) as Fields;
  if (type !== 'group' || typeof groupId !== 'string') return undefined;
  return { id: groupId, ...typed(traits, declared, 'account.') };
}

/** Members are told of changes no more often than this, however often an account changes. */
const tellingEvery: Milliseconds = 10 * 60_000;

interface Learned {
  /** The one that was known, when nothing is new. */
  readonly account: Account;
  readonly refused: readonly Mistyped[];
  /** When the members must be told; undefined when they need not be, or will be anyway. */
  readonly tellAt?: Instant;
}

/** An account after an event. The same event again tells the members again: whoever heard it first may have died over it. */
export function learned(
  known: Account | undefined,
  told: Told,
  { event, now }: { readonly event: Event; readonly now: Instant },
): Learned {
  const { id: changedBy, timestamp } = event;
  if (!known) {
    const { traits, refused } = within({}, told.fields);
    const fresh = { traitsAt: timestamp, updatedAt: now, revision: 1, changedBy, toldAt: now };
    return { account: { id: told.id, traits, ...fresh }, refused: [...told.refused, ...refused] };
  }
  const isNewer = timestamp >= known.traitsAt;
  const news = isNewer ? told.fields : { ...told.fields, ...known.traits };
  const { traits, refused: homeless } = within(known.traits, news);
  const refused = [...told.refused, ...homeless];
  if (isSame(traits, known.traits)) {
    const isAgain = known.changedBy === changedBy && known.revision > 1;
    return { account: known, refused, ...(isAgain && { tellAt: Math.max(now, known.toldAt) }) };
  }
  const isComing = known.toldAt > now;
  const toldAt = isComing ? known.toldAt : Math.max(now, known.toldAt + tellingEvery);
  const revision = known.revision + 1;
  const traitsAt = Math.max(timestamp, known.traitsAt);
  const account = { id: known.id, traits, traitsAt, updatedAt: now, revision, changedBy, toldAt };
  return { account, refused, ...(!isComing && { tellAt: toldAt }) };
}

/** As much of the news as there is room for. */
function within(
  known: Fields,
  news: Fields,
): Pick<Learned, 'refused'> & { readonly traits: Fields } {
  let traits: Fields = known;
  const refused: Mistyped[] = [];
  for (const [name, value] of Object.entries(news)) {
    const more = { ...traits, [name]: value };
    if (fitsIn(more, budget.account)) traits = more;
    else refused.push({ name: `account.${name}`, because: 'too much for the account' });
  }
  return { traits, refused };
}

/** The attribute `account` of a member. */
export const copyOf = ({ id, traits }: AccountNews['account']): Fields => ({ ...traits, id });

export const isSame = (one: Json | undefined, other: Json | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
