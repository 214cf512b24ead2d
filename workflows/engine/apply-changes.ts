// Applies changes to a contact: attributes within their budget, tags, scores, and lists. What finds no room is noted.
import { budget } from '../model/budget.ts';
import type { Changes } from '../model/changes.ts';
import type { Contact } from '../model/contact.ts';
import type { Fields, Json } from '../model/event.ts';
import { typedChanges } from '../model/typed-changes.ts';
import { changesExceptAccount } from './accounts.ts';
import { change, type Draft, note, type World } from './draft.ts';
import { noteMistyped } from './learn.ts';

type Around = Pick<World, 'now' | 'attributes'>;

/** Attributes beyond their budget are refused as a whole; those of another type, and lists beyond theirs, one by one. */
export function applyChanges(world: Around, draft: Draft, given: Changes): Draft {
  const typed = typedChanges(given, world.attributes);
  const { draft: told, changes } = changesExceptAccount(
    noteMistyped(draft, typed.refused),
    typed.changes,
  );
  return applyLists(world, applyTraits(told, changes), changes);
}

function applyTraits(draft: Draft, changes: Changes): Draft {
  const { traits } = draft.contact;
  const because = attributesRefused(traits, changes);
  if (because !== undefined) return note(draft, { kind: 'attributes_refused', because });
  return change(draft, { traits: traitsAfter(traits, changes) });
}

/** Why something of it would be refused; undefined when there is room for all of it. */
export const changesRefused = (
  { traits, lists }: Pick<Contact, 'traits' | 'lists'>,
  changes: Changes,
): string | undefined => attributesRefused(traits, changes) ?? listsRefused(lists, changes);

/** Why the attributes would be refused; undefined when there is room, or when they shrink. */
function attributesRefused(traits: Fields, changes: Changes): string | undefined {
  const size = JSON.stringify(traitsAfter(traits, changes)).length;
  const isTooMuch = size > budget.traits && size > JSON.stringify(traits).length;
  return isTooMuch ? `attributes would exceed ${budget.traits} characters` : undefined;
}

/** An attribute that is both set and added to is set first. */
function traitsAfter(
  traits: Fields,
  { set = {}, unset = [], add = {}, ...tagging }: Changes,
): Fields {
  const kept = Object.entries({ ...traits, ...set }).filter(([name]) => !unset.includes(name));
  const base: Fields = Object.fromEntries(kept);
  const added = Object.entries(add).map(([name, amount]) => [name, sum(base, name, amount)]);
  const all: Fields = { ...base, ...Object.fromEntries(added) };
  const { tag, untag } = tagging;
  return tag || untag ? { ...all, tags: tagsAfter(all.tags, tag ?? [], untag ?? []) } : all;
}

/** What is no number stays as it is: adding to a name must not destroy it. */
function sum(traits: Fields, name: string, amount: number): Json {
  const known = (Object.hasOwn(traits, name) ? traits[name] : undefined) ?? 0;
  const number = known === '' ? 0 : Number(known);
  // Scores are whole or have a few decimals: what floats add to the end of them is cut off.
  return Number.isFinite(number) ? Number((number + amount).toFixed(6)) : known;
}

function tagsAfter(known: Json | undefined, tag: readonly string[], untag: readonly string[]) {
  const tags = Array.isArray(known) ? known : [];
  return [...new Set([...tags, ...tag])].filter((one) => !untag.includes(String(one)));
}

function applyLists({ now }: Around, draft: Draft, changes: Changes): Draft {
  if (!changes.join && !changes.leave) return draft;
  const { lists } = draft.contact;
  const { kept, news, room } = joining(lists, changes);
  const joined = news.slice(0, room).map((id) => [id, now] as const);
  const after: Contact['lists'] = Object.fromEntries([...kept, ...joined]);
  const changed = change(draft, { lists: after });
  const because = listsRefused(lists, changes);
  return because === undefined ? changed : note(changed, { kind: 'attributes_refused', because });
}

function joining(lists: Contact['lists'], { join = [], leave = [] }: Changes) {
  const kept = Object.entries(lists).filter(([id]) => !leave.includes(id));
  const news = [...new Set(join)].filter((id) => !Object.hasOwn(lists, id) && !leave.includes(id));
  return { kept, news, room: Math.max(0, budget.lists - kept.length) };
}

function listsRefused(lists: Contact['lists'], changes: Changes): string | undefined {
  const { news, room } = joining(lists, changes);
  const refused = news.slice(room).join(', ');
  const because = `a contact is on ${budget.lists} lists at the most: not on ${refused}`;
  return refused === '' ? undefined : because.slice(0, 500);
}
