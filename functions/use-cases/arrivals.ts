// What a batch of work has brought: names of events, of properties and of attributes, with their types. Names that may
// tell of a person (an address used as a key, a number) are left out, and no value is ever looked at for more than its type.
import type { Cause } from '../../workflows/model/cause.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import type { Event, Fields, Json } from '../../workflows/model/event.ts';
import { nameOf } from '../../workflows/model/reserved-attributes.ts';
import type { StoredContact } from '../ports.ts';
import type { Arrivals, SectionKey, SeenType } from '../schema-ports.ts';

/** A batch's collection. What is noted twice is there once. */
interface Collection extends Arrivals {
  readonly sections: Map<SectionKey, Map<string, Set<SeenType>>>;
  readonly mistyped: Map<string, number>;
}

export const nothingYet = (): Collection => ({ sections: new Map(), mistyped: new Map() });

/** What events say, as it arrived. */
export function seeCauses(all: Collection, causes: readonly Cause[]): void {
  for (const cause of causes) if (cause.kind === 'event') seeEvent(all, cause.event);
}

function seeEvent(all: Collection, { type, name, traits, properties = {} }: Event): void {
  see(all, `event:${name}`, properties as Fields);
  if (traits) see(all, 'contact', traits as Fields);
  if (type !== 'group') return;
  const { groupId: _, context: __, ...ofAccount } = properties as Fields;
  see(all, 'account', ofAccount);
}

/** Attributes that something has changed, whatever it was; and what of the news was not of its type. */
export function seeChanges(
  all: Collection,
  before: ReadonlyMap<string, StoredContact>,
  saved: readonly StoredContact[],
): void {
  for (const { contact } of saved)
    see(all, 'contact', changed(before.get(contact.id)?.contact, contact));
  for (const name of saved.flatMap(mistypedIn))
    all.mistyped.set(name, (all.mistyped.get(name) ?? 0) + 1);
}

const mistypedIn = ({ outbox }: StoredContact): readonly string[] =>
  outbox
    .flatMap((one) => (one.kind === 'row' ? one.row.transitions : []))
    .flatMap((one) => (one.kind === 'attributes_refused' ? (one.mistyped ?? []) : []));

function changed(before: Contact | undefined, { traits }: Contact): Fields {
  if (before?.traits === traits) return {};
  const known = before?.traits ?? {};
  return Object.fromEntries(
    Object.entries(traits).filter(([name, value]) => value !== known[name]),
  );
}

const isName = (name: string): boolean =>
  name !== '' && name.length <= 100 && !/@|^\d+$/.test(name);

function see(all: Collection, key: SectionKey, fields: Fields): void {
  const section = all.sections.get(key) ?? new Map<string, Set<SeenType>>();
  all.sections.set(key, section);
  const kept = key.startsWith('event:') ? (name: string) => name : nameOf;
  for (const [given, value] of Object.entries(fields).filter(([name]) => isName(name))) {
    const name = kept(given);
    const type = seenType(value);
    if (type) section.set(name, (section.get(name) ?? new Set()).add(type));
  }
}

/** Null says nothing of what it clears. */
function seenType(value: Json): SeenType | undefined {
  switch (typeof value) {
    case 'string':
      return /^\d{4}-\d\d-\d\d(?:$|[T ]\d\d:)/.test(value) ? 'date' : 'text';
    case 'number':
    case 'boolean':
      return typeof value as 'number' | 'boolean';
    default:
      return value === null ? undefined : Array.isArray(value) ? 'list' : 'object';
  }
}
