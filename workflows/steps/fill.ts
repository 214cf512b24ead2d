// What the contact or the trigger's event says, put into a step's own words: {{ person.first_name }}, {{ event.total }}.
// Names only: no filters and no logic, which belong to templates.
import * as z from 'zod';
import type { Fields, Json } from '../model/event.ts';

const place = /\{\{\s*(person|event)\.([\w-]+)\s*\}\}/g;
const onlyPlace = /^\{\{\s*(person|event)\.([\w-]+)\s*\}\}$/;
/** Many small values fit into an order; a whole profile does not. */
const most = { places: 20, perValue: 500 } as const;

const hint = 'in braces stand only names, such as {{ person.first_name }} or {{ event.total }}';

/** A text in a document, with names in braces. */
export const fillable = (length: number) =>
  z
    .string()
    .min(1)
    .max(length)
    .refine((text) => !/\{\{|\{%|\}\}/.test(text.replace(place, '')), hint);

/** Fields in a document; the texts among their values may hold names in braces. */
export const fillableFields = (reserved: readonly string[] = []) =>
  z
    .record(z.string().min(1).max(100), z.json())
    .refine((fields) => Object.keys(fields).length <= 50, 'at most 50 fields')
    .refine((fields) => JSON.stringify(fields).length <= 4_000, 'at most 4,000 characters as JSON')
    .refine(
      (fields) => textsIn(fields).every((text) => !/\{\{|\{%|\}\}/.test(text.replace(place, ''))),
      hint,
    )
    .refine(
      (fields) => textsIn(fields).flatMap(namesIn).length <= most.places,
      `at most ${most.places} names in braces`,
    )
    .refine(
      (fields) => !reserved.some((name) => Object.hasOwn(fields, name)),
      `${reserved.join(', ')} are there already`,
    );

/** What may be put in. */
interface Said {
  readonly person: Fields;
  readonly event: Fields;
}

/** What nobody has said leaves nothing. */
export function fill(text: string, said: Said): string {
  const filled = text.replace(place, (_, from: keyof Said, name: string) =>
    inWords(valueSaid(said, from, name)),
  );
  return filled.trim().toWellFormed();
}

/** A text that is one name in braces becomes the value itself, so that a number stays a number; absent is null. */
export function fillFields(fields: Fields, said: Said): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, fillValue(value, said)]),
  );
}

function fillValue(value: Json, said: Said): Json {
  if (typeof value === 'string') return fillText(value, said);
  if (Array.isArray(value)) return value.map((one) => fillValue(one, said));
  return typeof value === 'object' && value !== null ? fillFields(value as Fields, said) : value;
}

function fillText(text: string, said: Said): Json {
  const [, from, name] = onlyPlace.exec(text) ?? [];
  if (from === undefined || name === undefined) return fill(text, said);
  const value = valueSaid(said, from as keyof Said, name);
  return JSON.stringify(value).length <= most.perValue ? value : inWords(value);
}

const valueSaid = (said: Said, from: keyof Said, name: string): Json =>
  (Object.hasOwn(said[from], name) ? said[from][name] : undefined) ?? null;

function inWords(value: Json): string {
  const all = Array.isArray(value) ? value : [value];
  const words = all.filter((one) => one !== null && typeof one !== 'object').join(', ');
  return words.slice(0, most.perValue);
}

/** Properties of the trigger's event that these fields or texts name. */
export const eventNames = (...given: readonly (Json | undefined)[]): string[] => [
  ...new Set(
    given
      .flatMap((one) => (one === undefined ? [] : textsIn(one)))
      .flatMap(namesIn)
      .flatMap(({ from, name }) => (from === 'event' ? [name] : [])),
  ),
];

function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

const namesIn = (text: string) =>
  [...text.matchAll(place)].map(([, from = '', name = '']) => ({ from, name }));
