// What only our own export writes: all keys of a contact in one cell, and attributes without a column as JSON.
import * as z from 'zod';
import type { Changes } from '../../workflows/model/changes.ts';
import { topicId } from '../../workflows/model/topic.ts';

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

const reserved = new Set(['email', 'tags', '__proto__']);
const fields = z.record(z.string(), z.json());

function objectOf(text: string): Changes['set'] {
  try {
    return fields.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
