// Applies changes to a contact: attributes within their budget, tags, scores, and lists.
import { budget } from '../model/budget.ts';
import type { Changes } from '../model/changes.ts';
import type { Contact } from '../model/contact.ts';
import type { Fields, Json } from '../model/event.ts';
import { change, type Draft, note, type World } from './draft.ts';

/** Changes beyond the budget of attributes are refused as a whole, and noted. */
export function applyChanges(world: World, draft: Draft, changes: Changes): Draft {
  const traits = traitsAfter(draft.contact.traits, changes);
  const size = JSON.stringify(traits).length;
  if (size > budget.traits && size > JSON.stringify(draft.contact.traits).length)
    return note(draft, {
      kind: 'attributes_refused',
      because: `attributes would exceed ${budget.traits} characters`,
    });
  return change(draft, { traits, lists: listsAfter(world, draft.contact.lists, changes) });
}

function traitsAfter(
  traits: Fields,
  { set = {}, unset = [], add = {}, ...tagging }: Changes,
): Fields {
  const kept = Object.entries({ ...traits, ...set }).filter(([name]) => !unset.includes(name));
  const added = Object.entries(add).map(([name, amount]) => {
    const known = Number(traits[name] ?? 0);
    // Scores are whole or have a few decimals: what floats add to the end of them is cut off.
    return [name, Number(((Number.isFinite(known) ? known : 0) + amount).toFixed(6))];
  });
  const all: Fields = { ...Object.fromEntries(kept), ...Object.fromEntries(added) };
  const { tag, untag } = tagging;
  return tag || untag ? { ...all, tags: tagsAfter(all.tags, tag ?? [], untag ?? []) } : all;
}

function tagsAfter(known: Json | undefined, tag: readonly string[], untag: readonly string[]) {
  const tags = Array.isArray(known) ? known : [];
  return [...new Set([...tags, ...tag])].filter((one) => !untag.includes(String(one)));
}

function listsAfter(
  { now }: World,
  lists: Contact['lists'],
  { join = [], leave = [] }: Changes,
): Contact['lists'] {
  if (join.length + leave.length === 0) return lists;
  const joined = join.filter((id) => lists[id] === undefined).map((id) => [id, now]);
  const all = Object.entries({ ...lists, ...Object.fromEntries(joined) });
  const kept = all.filter(([id]) => !leave.includes(id)) as [string, number][];
  return Object.fromEntries(kept.slice(-budget.lists));
}
