// The schema as people read it: every attribute with its type, what came in, and what did not fit; and the events.
import {
  type Attributes,
  type AttributeType,
  type DeclaredAttribute,
  typeOf,
} from '../../workflows/model/attribute-type.ts';
import type { BookKeeping } from '../book-ports.ts';
import { byName } from '../by-name.ts';
import type { ListRequest } from '../listing.ts';
import type { Mismatches, Schema, Section, SeenType } from '../schema-ports.ts';

interface SchemaPorts {
  readonly schema: Schema;
  readonly book: Pick<BookKeeping, 'read'>;
}

interface AttributeView {
  readonly name: string;
  /** What values must be; absent where anything goes. */
  readonly type?: AttributeType;
  /** Who says so: the owner, or the name, which every sender means alike. */
  readonly declared?: 'owner' | 'name';
  readonly description?: string;
  /** What a declaration might say: the type that came first. */
  readonly proposal?: AttributeType;
  /** As they came, the first one first. */
  readonly types: readonly SeenType[];
  readonly first?: string;
  readonly last?: string;
  readonly mismatches?: Mismatches;
}

/** Declared attributes and those that came in, by name in the order of a language; of accounts "account." stands before it. */
export async function listAttributes(
  { schema, book }: SchemaPorts,
  { limit, after = '', locale }: ListRequest<string> & { readonly locale?: string | undefined },
): Promise<AttributeView[]> {
  const inOrder = byName(locale);
  const [{ attributes }, contact, account, mismatches] = await Promise.all([
    book.read(),
    schema.get('contact'),
    schema.get('account'),
    schema.mismatches(),
  ]);
  const seen = new Map([...fieldsOf(contact, ''), ...fieldsOf(account, 'account.')]);
  const names = [...new Set([...seen.keys(), ...attributes.keys()])].sort(inOrder);
  return names
    .filter((name) => inOrder(name, after) > 0)
    .slice(0, limit)
    .map((name) =>
      viewOf(name, attributes, { seen: seen.get(name), missed: mismatches.get(name) }),
    );
}

type Field = Section['fields'][string];

const fieldsOf = (section: Section | undefined, prefix: string): [string, Field][] =>
  Object.entries(section?.fields ?? {}).map(([name, field]) => [`${prefix}${name}`, field]);

interface Known {
  readonly seen: Field | undefined;
  readonly missed: Mismatches | undefined;
}

function viewOf(
  name: string,
  declared: ReadonlyMap<string, DeclaredAttribute>,
  { seen, missed }: Known,
): AttributeView {
  const own = declared.get(name);
  const type = typeOf(declared as Attributes, name);
  const proposal = type === undefined ? seen?.types.find((one) => one !== 'object') : undefined;
  return {
    name,
    ...(type && { type, declared: own ? 'owner' : 'name' }),
    ...(own?.description !== undefined && { description: own.description }),
    ...(proposal && { proposal }),
    ...{ types: [], ...seen },
    ...(missed && { mismatches: missed }),
  };
}

/** Names of attributes that some contact, or some account, has or had; undefined when there are too many to tell. */
export async function attributesSeen({
  schema,
}: {
  readonly schema: Pick<Schema, 'get'>;
}): Promise<ReadonlySet<string> | undefined> {
  const [contact, account] = await Promise.all([schema.get('contact'), schema.get('account')]);
  const names = [...fieldsOf(contact, ''), ...fieldsOf(account, 'account.')].map(([name]) => name);
  return names.length < most ? new Set(names) : undefined;
}

/** Of contacts alone the schema keeps that many. */
const most = 500;
