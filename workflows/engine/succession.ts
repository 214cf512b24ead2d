// Succession: a new version's card goes on remembering what the versions before it need, for the people still inside them.
import { unite } from '../conditions/watch.ts';
import type { Watch } from '../model/history.ts';
import type { Instant, Milliseconds } from '../model/time.ts';
import type { CampaignCard } from './card.ts';

/** Nobody is inside a version for longer than this after another has taken its place. */
const longestStay: Milliseconds = 400 * 86_400_000;

/** Every contact carries what is watched; of more than these the oldest are let go. */
const mostCarried = 100;

/** The card of the version that takes the place of `previous` at `now`. */
export function succeed(card: CampaignCard, previous: CampaignCard, now: Instant): CampaignCard {
  const own = new Set(card.watches.map(fullKey));
  const left = previous.watches
    .filter((watch) => !own.has(fullKey(watch)))
    .map((watch) => ({ watch, until: previous.carried?.[watch.key] ?? now + longestStay }))
    .filter(({ until }) => until > now)
    .sort((a, b) => b.until - a.until)
    .slice(0, mostCarried);
  if (left.length === 0) return card;
  return {
    ...card,
    watches: unite([...card.watches, ...left.map(({ watch }) => watch)]),
    carried: Object.fromEntries(left.map(({ watch, until }) => [watch.key, until])),
  };
}

/** The same event under the same filter is another watch when more of it is kept. */
const fullKey = (watch: Watch): string =>
  'depth' in watch ? `${watch.key}/${watch.depth}` : watch.key;
