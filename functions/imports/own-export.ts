// What only our own export writes: all keys of a contact in one cell, attributes without a column as JSON, and the copy
// of the account that group calls tell of.
import * as z from 'zod';
import type { Changes } from '../../workflows/model/changes.ts';
import type { Contact } from '../../workflows/model/contact.ts';
import { topicId } from '../../workflows/model/topic.ts';
import type { ReadRow } from './read-row.ts';

/** The ids under which the contact's own systems know it: "user:42; email:a@example.com" → ["42"]. */
export const usersIn = (keys: string): readonly string[] =>
  keys.split('; ').flatMap((key) => (key.startsWith('user:') ? [key.slice('user:'.length)] : []));

/** Undefined for what is no object of JSON. Names that have a column kind of their own are left to it. */
export function attributesOf(text: string): Changes['set'] {
  const read = objectOf(text);
  return read && Object.fromEntries(Object.entries(read).filter(([name]) => !reserved.has(name)));
}

/** Topics that were left: "news: unsubscribed; offers: subscribed" → ["news"]. Joining them again wants a new consent. */
export const leftIn = (text: string): readonly string[] =>
  text.split('; ').flatMap((one) => {
    const [id = '', status] = one.split(': ');
    return status === 'unsubscribed' && topicId.safeParse(id).success ? [id] : [];
  });

export const tagsOf = (text: string): readonly string[] =>
  z.array(z.string()).safeParse(objectOf(text)?.tags).data ?? [];

/** Of who belongs to an account only group calls tell of it: what a file says of it is left out, and the rest taken. */
export function exceptAccount({ accounts }: Contact, row: ReadRow): ReadRow {
  const { set, ...changes } = row.changes;
  if (!accounts || !set || !Object.hasOwn(set, 'account')) return row;
  const { account: _, ...others } = set;
  const kept = Object.keys(others).length > 0 && { set: others };
  const notes = [...row.notes, 'account is what group calls tell of the account, left out'];
  return { ...row, changes: { ...changes, ...kept }, notes };
}

const reserved = new Set(['email', 'tags', '__proto__']);
const fields = z.record(z.string(), z.json());

function objectOf(text: string): Changes['set'] {
  try {
    return fields.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
