// Types of attributes as the owner declares them: live at once for all that arrives, by whichever way. Refuses values
// that are not of the type where somebody waits for the answer.
import * as z from 'zod';
import {
  type AttributeType,
  attributeTypes,
  type DeclaredAttribute,
  refusedWords,
  typed,
} from '../../workflows/model/attribute-type.ts';
import type { Changes } from '../../workflows/model/changes.ts';
import type { Fields } from '../../workflows/model/event.ts';
import { nameOf } from '../../workflows/model/reserved-attributes.ts';
import { line, lines } from '../../workflows/model/text.ts';
import { typedChanges } from '../../workflows/model/typed-changes.ts';
import type { BookKeeping } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import type { Now } from '../ports.ts';
import { accept } from './accept.ts';

interface AttributesPorts {
  readonly book: BookKeeping;
  readonly now: Now;
}

export const attributeInput = z.strictObject({
  type: z.enum(attributeTypes),
  description: z.optional(lines(2_000)),
});

/** Those that the engine itself writes and reads. */
const own: ReadonlyMap<string, AttributeType | undefined> = new Map([
  ['email', 'text' as const],
  ['tags', 'list' as const],
  ['last_timezone', 'text' as const],
  ['last_locale', 'text' as const],
  ['account', undefined],
]);

/** All of them are in the memory of every function. */
const most = 500;

/** Declares a type, or another one: of what arrives from now on. What is there stays as it is. */
export async function putAttribute(
  { book, now }: AttributesPorts,
  given: string,
  input: unknown,
  by: string,
): Promise<DeclaredAttribute> {
  const { type, description } = accept(attributeInput, input, 'The attribute');
  const name = nameOf(accept(line(200), given, 'The name of the attribute'));
  if (own.has(name) && own.get(name) !== type)
    throw new Refused(
      422,
      `"${name}" is ${own.get(name) ?? 'what group calls tell'}, and stays so`,
      { at: 'type' },
    );
  const attribute = { name, type, ...(description !== undefined && { description }) };
  await book.change(({ attributes }) => {
    if (!attributes.has(name) && attributes.size >= most)
      throw new Refused(409, `${most} attributes are declared, which is the most`);
    return { change: { attribute }, by, at: now() };
  });
  return attribute;
}

/** From then on anything goes, or what its name says by itself. Throws Refused(404). */
export async function dropAttribute(
  { book, now }: AttributesPorts,
  given: string,
  by: string,
): Promise<void> {
  const name = nameOf(given);
  await book.change(({ attributes }) => {
    if (!attributes.has(name)) throw new Refused(404, 'There is no such declared attribute');
    return { change: { drop: 'attribute', id: name }, by, at: now() };
  });
}

type Reading = { readonly book: Pick<BookKeeping, 'read'> };

/** Throws Refused(422) with the first value that is not of its type; `at` is the place of the values in what was sent. */
export async function refuseMistyped(
  { book }: Reading,
  values: Fields | undefined,
  at: string,
): Promise<void> {
  if (values) refuse(typed(values, (await book.read()).attributes).refused, at);
}

/** The same of changes. */
export async function refuseMistypedChanges({ book }: Reading, changes: Changes): Promise<void> {
  if (!changes.set && !changes.add) return;
  const { refused } = typedChanges(changes, (await book.read()).attributes);
  refuse(
    refused,
    refused.some(({ name }) => Object.hasOwn(changes.set ?? {}, name)) ? 'set' : 'add',
  );
}

function refuse(refused: ReturnType<typeof typed>['refused'], at: string): void {
  const [first] = refused;
  if (!first) return;
  throw new Refused(422, `Nothing was changed: ${refusedWords(refused)}`, {
    at: `${at}.${first.name}`,
  });
}
