// `npm run console:types`: the types by which the console calls the API, written from the API's own description in the
// shape that openapi-fetch reads. The usual generator needs the compiler's old programming interface, which ours lacks.
import { writeFile } from 'node:fs/promises';
import { description } from '../functions/api/description.ts';
import { endpoints } from '../functions/api/index.ts';
import type { ApiPorts } from '../functions/api/ports.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly items?: Schema | false;
  readonly prefixItems?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Operation {
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** The whole file, as it is kept. */
export async function consoleTypes(): Promise<string> {
  const asked = { path: {}, query: {}, headers: {}, body: {}, sent: {} };
  const actor = { name: 'types', role: 'viewer' } as const;
  // The description needs no ports: it is made of the list of endpoints alone.
  const made = await description(endpoints).run({} as ApiPorts, { ...asked, actor });
  const { paths, components } = made as Description;
  const ours = Object.entries(paths).filter(([path]) => path.startsWith('/api/'));
  return [
    '// Made by `npm run console:types` from the description of the API; a test holds it current. Not to be edited.',
    `export interface paths ${braced(ours.map(([path, all]) => `${quoted(path)}: ${methods(all)}`))}`,
    'export interface components {',
    `schemas: ${braced(Object.entries(components.schemas).map(([name, one]) => `${quoted(name)}: ${typeOf(one)}`))}`,
    '}\n',
  ].join('\n');
}

const quoted = (text: string): string => JSON.stringify(text);
const braced = (lines: readonly string[]): string => `{\n${lines.join(';\n')}\n}`;

const methods = (all: Readonly<Record<string, Operation>>): string =>
  braced(Object.entries(all).map(([method, one]) => `${method}: ${operation(one)}`));

function operation({ parameters, requestBody, responses }: Operation): string {
  const places = (['path', 'query', 'header'] as const).map((place) => {
    const those = parameters.filter((one) => one.in === place);
    const isNeeded = those.some((one) => one.required);
    const fields = those.map(({ name, required, schema }) => field(name, required, schema));
    return `${place}${isNeeded ? '' : '?'}: ${fields.length > 0 ? braced(fields) : 'never'}`;
  });
  return braced([
    `parameters: ${braced(places)}`,
    ...(requestBody ? [`requestBody: { content: ${contents(requestBody.content)} }`] : []),
    `responses: ${braced(Object.entries(responses).map(([status, { content }]) => `${status}: ${answered(status, content)}`))}`,
  ]);
}

const refused = '{ "application/json": components["schemas"]["Error"] }';

function answered(status: string, content: Content | undefined): string {
  const said = status === 'default' ? refused : content && contents(content);
  return `{ headers: Record<string, unknown>; content${said ? '' : '?'}: ${said ?? 'never'} }`;
}

const contents = (content: Content): string =>
  braced(Object.entries(content).map(([type, { schema }]) => `${quoted(type)}: ${typeOf(schema)}`));

const field = (name: string, isRequired: boolean, schema: Schema): string =>
  `${quoted(name)}${isRequired ? '' : '?'}: ${typeOf(schema)}`;

const simple: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

function typeOf(schema: Schema): string {
  if (schema.$ref) return `components["schemas"][${quoted(schema.$ref.split('/').at(-1) ?? '')}]`;
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((one) => JSON.stringify(one)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return union(choices.map(typeOf));
  if (schema.allOf) return schema.allOf.map((one) => `(${typeOf(one)})`).join(' & ');
  return typed(schema);
}

function typed(schema: Schema): string {
  const { type } = schema;
  if (Array.isArray(type)) return union(type.map((one) => typed({ ...schema, type: one })));
  if (type === 'array') return listType(schema);
  if (type === 'object') return objectType(schema);
  return simple[String(type)] ?? 'unknown';
}

const union = (all: readonly string[]): string =>
  all.length > 0 ? [...new Set(all)].map((one) => `(${one})`).join(' | ') : 'never';

const listType = ({ items, prefixItems }: Schema): string =>
  prefixItems
    ? `[${prefixItems.map(typeOf).join(', ')}]`
    : `(${items ? typeOf(items) : 'unknown'})[]`;

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(([name, one]) =>
    field(name, required.includes(name), one),
  );
  const isOpen = additionalProperties !== false && additionalProperties !== undefined;
  const rest = isOpen ? restType(additionalProperties, fields.length > 0) : undefined;
  return braced([...fields, ...(rest ? [rest] : [])]);
}

/** Beside named fields an index must hold them, too. */
const restType = (rest: Schema | boolean, hasFields: boolean): string =>
  `[name: string]: ${hasFields || typeof rest === 'boolean' ? 'unknown' : typeOf(rest)}`;

if (import.meta.main)
  await writeFile(new URL('../console/web/api/paths.d.ts', import.meta.url), await consoleTypes());
