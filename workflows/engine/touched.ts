// What a change of a contact touches: the keys under which campaigns and segments are indexed.
import type { Contact } from '../model/contact.ts';

type Section = Readonly<Record<string, unknown>>;

export function changedKeys(before: Contact, after: Contact): string[] {
  if (before === after) return [];
  return [
    ...differing(before.traits, after.traits).map((name) => `attribute:${name}`),
    ...differing(before.history, after.history).map((key) => `watch:${key}`),
    ...differing(before.lists, after.lists).map((id) => `list:${id}`),
    ...differing(before.segments, after.segments).map((id) => `segment:${id}`),
    ...(before.consent === after.consent && before.topics === after.topics ? [] : ['consent']),
    ...(before.purchases === after.purchases ? [] : ['purchases']),
    ...(before.suppressions === after.suppressions ? [] : ['suppression']),
    // Somebody new is in every segment that asks for nothing.
    ...(before.revision === 0 && before.applied.length === 0 ? ['always'] : []),
  ];
}

function differing(before: Section, after: Section): string[] {
  if (before === after) return [];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]);
}
