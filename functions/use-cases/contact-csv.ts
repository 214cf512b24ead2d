// Contacts as CSV that spreadsheets open as it is meant: what begins like a formula is none. The columns are the same
// for every contact; attributes that have none of their own stand in the last, as JSON, so that nothing is left out.
import { stringify } from 'csv-stringify/sync';
import type { Contact } from '../../workflows/model/contact.ts';
import { emailOf } from '../../workflows/model/contact.ts';
import type { Fields, Json } from '../../workflows/model/event.ts';
import type { Instant } from '../../workflows/model/time.ts';

type Cell = (contact: Contact) => string;

const columns: Readonly<Record<string, Cell>> = {
  id: ({ id }) => id,
  email: (contact) => emailOf(contact) ?? '',
  keys: ({ identities }) => identities.join('; '),
  consent: ({ consent }) => consent?.status ?? '',
  consent_at: ({ consent }) => moment(consent?.at),
  consent_method: ({ consent }) => consent?.method ?? '',
  suppressed: (contact) => suppressionOf(contact),
  topics: ({ topics = {} }) =>
    Object.entries(topics)
      .map(([id, { status }]) => `${id}: ${status}`)
      .join('; '),
  paused_until: ({ pausedUntil }) => moment(pausedUntil),
  lists: ({ lists }) => Object.keys(lists).join('; '),
  segments: ({ segments }) => Object.keys(segments).join('; '),
};

/** Attributes that have a column unless others are asked for. */
export const usualAttributes = [
  ...['first_name', 'last_name', 'phone', 'company', 'title', 'city', 'country'],
  ...['language', 'timezone', 'birthday', 'lead_score', 'tags'],
];

const options = { record_delimiter: '\r\n', escape_formulas: true } as const;

/** The line of names, after the mark by which spreadsheets know UTF-8. */
export const csvHeader = (attributes: readonly string[]): string =>
  stringify([[...Object.keys(columns), ...attributes, 'other_attributes']], {
    ...options,
    bom: true,
  });

/** One line each. */
export const csvRows = (contacts: readonly Contact[], attributes: readonly string[]): string =>
  stringify(
    contacts.map((contact) => rowOf(contact, attributes)),
    options,
  );

function rowOf(contact: Contact, attributes: readonly string[]): string[] {
  const named = new Set(['email', ...attributes]);
  const others = Object.entries(contact.traits).filter(([name]) => !named.has(name));
  return [
    ...Object.values(columns).map((cell) => cell(contact)),
    ...attributes.map((name) => cellOf(contact.traits, name)),
    others.length === 0 ? '' : JSON.stringify(Object.fromEntries(others)),
  ];
}

/** Texts as they are, lists of plain values with semicolons, and everything else as JSON. */
function cellOf(traits: Fields, name: string): string {
  const value = Object.hasOwn(traits, name) ? traits[name] : undefined;
  if (value === undefined || value === null) return '';
  if (Array.isArray(value) && value.every(isPlain)) return value.join('; ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const isPlain = (value: Json): boolean => typeof value === 'string' || typeof value === 'number';

const moment = (at: Instant | undefined): string =>
  at === undefined ? '' : new Date(at).toISOString();

/** Of the address that mail would go to. */
function suppressionOf(contact: Contact): string {
  const address = emailOf(contact)?.toLowerCase();
  return contact.suppressions.find((one) => one.address === address)?.reason ?? '';
}
