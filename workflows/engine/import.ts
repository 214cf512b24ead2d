// An import tells of a contact what was known elsewhere. It lets nobody into a campaign, lifts no suppression, and of two
// wishes the stricter wins.
import type { Contact } from '../model/contact.ts';
import type { Imported, StatedWish } from '../model/imported.ts';
import { applyChanges } from './apply-changes.ts';
import { change, type Draft, note, type World } from './draft.ts';
import { suppress } from './suppress.ts';

export function importInto(
  world: Pick<World, 'now' | 'attributes'>,
  draft: Draft,
  { changes, wish, dead }: Imported,
): Draft {
  const changed = applyChanges(world, draft, changes);
  const wished = wish ? takeWish(changed, wish) : changed;
  return dead ? suppress(wished, { reason: 'bounce', ...dead }, 'imported') : wished;
}

function takeWish(draft: Draft, wish: StatedWish): Draft {
  const known = draft.contact.consent;
  if (wishRefused(known, wish) !== undefined) return draft;
  const { status, at, source: detail, wording } = wish;
  const method = 'import';
  const consent = { status, at, method, detail, ...(wording !== undefined && { wording }) };
  const changed = change(draft, { consent });
  return status === known?.status
    ? changed
    : note(changed, { kind: 'consent_changed', status, method });
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
