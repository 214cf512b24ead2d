// zod schemas as the components of an OpenAPI document. What several of them share, or what is recursive, is told once.
import * as z from 'zod';

export interface JsonSchema {
  readonly properties?: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
}

export type Schemas = ReadonlyMap<string, JsonSchema>;

interface Named {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly part: 'query' | 'headers' | 'body' | 'answer';
}

const root = '#/components/schemas/';
/** Where zod puts what it had to name itself. */
const shared = '__shared';

/** All schemas by name, and those that bodies and answers refer to. */
export function componentsOf(named: readonly Named[]): {
  readonly schemas: Schemas;
  readonly components: Readonly<Record<string, object>>;
} {
  const registry = z.registry<{ id: string }>();
  for (const { name, schema } of named) registry.add(schema, { id: name });
  const uri = (id: string) => `${root}${id}`;
  const made = z.toJSONSchema(registry, { io: 'input', unrepresentable: 'any', uri });
  const text = JSON.stringify(made.schemas).replaceAll(
    `${root}${shared}#/$defs/`,
    `${root}shared.`,
  );
  const { [shared]: rest, ...own } = JSON.parse(text) as Made;
  const defs = Object.entries(rest?.$defs ?? {}).map(([id, one]) => [`shared.${id}`, one]);
  const all = Object.entries(own).map(([id, one]) => [id, bare(one)] as const);
  const isComponent = new Set(
    named.filter(({ part }) => part === 'body' || part === 'answer').map(({ name }) => name),
  );
  return {
    schemas: new Map(all),
    components: Object.fromEntries([...all.filter(([id]) => isComponent.has(id)), ...defs]),
  };
}

type Made = Record<string, JsonSchema & { readonly $defs?: Record<string, object> }>;

/** Inside a document a schema has no dialect and no address of its own. */
const bare = ({ $schema: _, $id: __, ...one }: Made[string] & { $schema?: string; $id?: string }) =>
  one;
