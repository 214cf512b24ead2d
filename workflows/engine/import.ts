// An import tells of a contact what was known elsewhere. It lets nobody into a campaign, lifts no suppression, and of two
// wishes the stricter wins.
import type { Contact } from '../model/contact.ts';
import type { Imported, StatedWish } from '../model/imported.ts';
import { applyChanges } from './apply-changes.ts';
import type { Draft, World } from './draft.ts';
import { suppress } from './suppress.ts';
import { setWish } from './wish.ts';

/** `by` is who imports. */
export function importInto(
  world: Pick<World, 'now' | 'attributes'>,
  draft: Draft,
  { changes, wish, dead }: Imported,
  by = 'import',
): Draft {
  const changed = applyChanges(world, draft, changes);
  const wished = wish ? takeWish(changed, wish, by) : changed;
  return dead ? suppress(wished, { reason: 'bounce', ...dead }, 'imported') : wished;
}

function takeWish(draft: Draft, given: StatedWish, actor: string): Draft {
  const known = draft.contact.consent;
  if (wishRefused(known, given) !== undefined) return draft;
  const { status, at, source: detail, wording } = given;
  const words = wording !== undefined && { wording };
  const wish = { status, at, method: 'import', detail, ...words };
  const ground = status === 'subscribed' && { legal_basis: 'consent' as const };
  const proof = { ...ground, method_detail: detail, ...words, actor };
  return setWish(draft, { about: undefined, wish, proof });
}

/** Why the wish that is known stays; undefined when the imported one counts. */
export function wishRefused(known: Contact['consent'], wish: StatedWish): string | undefined {
  if (!known) return undefined;
  if (known.status === wish.status) return `it is ${known.status} already`;
  const since = `since ${new Date(known.at).toISOString().slice(0, 10)}`;
  if (wish.status === 'unsubscribed')
    return wish.at >= known.at
      ? undefined
      : `it stays subscribed: it has subscribed again ${since}, after that refusal`;
  if (wish.endsRefusal && wish.at > known.at) return undefined;
  return `it stays unsubscribed, ${since}`;
}
