// An import tells of a contact what was known elsewhere. It lets nobody into a campaign, lifts no suppression, and of two
// wishes the stricter wins.
import { standing, type Wish } from '../model/consent.ts';
import { type Contact, wasErased, wishOf } from '../model/contact.ts';
import type { Imported, StatedWish } from '../model/imported.ts';
import type { Instant } from '../model/time.ts';
import { applyChanges } from './apply-changes.ts';
import type { Draft, World } from './draft.ts';
import { suppress } from './suppress.ts';
import { setWish } from './wish.ts';

/** `by` is who imports. */
export function importInto(
  world: Pick<World, 'now' | 'attributes'>,
  draft: Draft,
  { changes, wish, dead, left }: Imported,
  by = 'import',
): Draft {
  const changed = applyChanges(world, draft, changes);
  const wished = wish ? takeWish(changed, wish, by) : changed;
  const gone = left ? leaveTopics(wished, left, by) : wished;
  return dead ? suppress(gone, { reason: 'bounce', ...dead }, 'imported') : gone;
}

function leaveTopics(
  draft: Draft,
  { topics, at, source }: NonNullable<Imported['left']>,
  actor: string,
): Draft {
  return topics.reduce((current, about) => {
    const known = wishOf(current.contact, about);
    if (known?.status === 'unsubscribed' || (known?.at ?? 0) > at) return current;
    const wish = { status: 'unsubscribed', at, method: 'import' } as const;
    return setWish(current, { about, wish, proof: { method_detail: source, actor } });
  }, draft);
}

function takeWish(draft: Draft, given: StatedWish, actor: string): Draft {
  if (wishRefused(draft.contact, given) !== undefined) return draft;
  const { status, at, source: detail, wording } = given;
  const words = wording !== undefined && { wording };
  const wish = { status, at, method: 'import', detail, ...words };
  const ground = status === 'subscribed' && { legal_basis: 'consent' as const };
  const proof = { ...ground, method_detail: detail, ...words, actor };
  return setWish(draft, { about: undefined, wish, proof });
}

/** Why the wish that is known stays; undefined when the imported one counts. */
export function wishRefused(
  contact: Pick<Contact, 'consent' | 'erasedAt'>,
  wish: StatedWish,
): string | undefined {
  const { consent: known, erasedAt = 0 } = contact;
  if (wish.status === 'subscribed' && wasErased(contact, wish.at))
    return `it was erased ${on(erasedAt)}, after that consent`;
  if (!known) return undefined;
  if (known.status === wish.status) return `it is ${known.status} already`;
  return wish.status === 'unsubscribed' ? againstNo(known, wish) : againstYes(known, wish);
}

const since = (at: Instant) => `since ${dayOf(at)}`;
const on = (at: Instant) => `on ${dayOf(at)}`;
const dayOf = (at: Instant) => new Date(at).toISOString().slice(0, 10);

/** Only a consent that was given after it outweighs a refusal. */
const againstNo = ({ status, at }: Wish, wish: StatedWish): string | undefined =>
  status !== 'subscribed' || wish.at >= at
    ? undefined
    : `it stays subscribed: it has subscribed again ${since(at)}, after that refusal`;

/** What waits to be confirmed stands in no way; what stood before it does. */
function againstYes(known: Wish, wish: StatedWish): string | undefined {
  const holds = standing(known, wish.at);
  if (!holds) return undefined;
  if (holds.status === 'unsubscribed')
    return wish.endsRefusal && wish.at > holds.at
      ? undefined
      : `it stays unsubscribed, ${since(holds.at)}`;
  return wish.at > holds.at ? undefined : `its consent ran out ${since(holds.at)}`;
}
