// The texts that a source file can write: its literals, with "{}" for what is put into templates.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

const root = join(import.meta.dirname, '../..');

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Which part of a file is looked at: its literals below such a node. */
export type Where = (node: Node) => boolean;

export const everywhere: Where = () => true;

/** Values of properties and constants of these names. */
export const named =
  (...names: readonly string[]): Where =>
  ({ type, key, id }) =>
    (type === 'Property' && names.includes(nameOf(key))) ||
    (type === 'VariableDeclarator' && names.includes(nameOf(id)));

/** What is handed to a constructor or a function of that name. */
export const handedTo =
  (name: string): Where =>
  ({ type, callee }) =>
    (type === 'NewExpression' || type === 'CallExpression') && nameOf(callee) === name;

const nameOf = (node: unknown): string => {
  const { name = '', property } = (node ?? {}) as { name?: string; property?: unknown };
  return property ? nameOf(property) : String(name);
};

/** Of one file, without what is imported and what is thrown. */
export function textsIn(path: string, where: Where = everywhere): string[] {
  const { program } = parseSync(path, readFileSync(join(root, path), 'utf8'));
  return [...new Set(below(program as unknown as Node, where, where === everywhere))];
}

const silent = /^(?:Import|TS)/;
const told = new Set(['TSAsExpression', 'TSSatisfiesExpression']);

function below(node: Node, where: Where, isIn: boolean): string[] {
  // What is thrown is nobody's to read, unless it is asked for by name.
  if (silent.test(node.type) && !told.has(node.type)) return [];
  if (isIn && node.type === 'ThrowStatement') return [];
  const within = isIn || where(node);
  const own = within ? textOf(node) : undefined;
  const inner = Object.entries(node)
    .filter(([field]) => field !== 'key' && field !== 'quasis')
    .flatMap(([field, value]) =>
      nodesIn(value).flatMap((one) => below(one, where, field === 'callee' ? isIn : within)),
    );
  return own === undefined ? inner : [own, ...inner];
}

const nodesIn = (value: unknown): Node[] =>
  [value].flat().filter((one): one is Node => typeof (one as Node | null)?.type === 'string');

interface Quasi {
  readonly value: { readonly cooked: string };
}

function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal') return typeof value === 'string' ? value : undefined;
  if (type !== 'TemplateLiteral') return undefined;
  return (quasis as readonly Quasi[]).map((one) => one.value.cooked).join('{}');
}

/**
 * Whether what such a text becomes stands in one of these messages, or is one: "{}" may become anything, and so may what the
 * messages have in braces.
 */
export function isAmong(text: string, messages: readonly string[]): boolean {
  const shape = new RegExp(shaped(text.split('{}')));
  return messages.some((message) => shape.test(message) || isOne(text, message));
}

const shaped = (parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')).join('.*');

/** A message that says little of itself would fit everything. */
function isOne(text: string, message: string): boolean {
  const parts = message.split(/\{\{\w+\}\}/);
  return parts.join('').length > 20 && new RegExp(`^${shaped(parts)}$`).test(text);
}
