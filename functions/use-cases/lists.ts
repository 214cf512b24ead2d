// Named lists: made, renamed, and deleted when nothing live asks for them. Who is on a list is kept with each contact.
import * as z from 'zod';
import { campaignId } from '../../workflows/model/campaign.ts';
import { line, lines } from '../../workflows/model/text.ts';
import type { BookKeeping, NamedList } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import type { ListRequest } from '../listing.ts';
import type { Now } from '../ports.ts';
import { accept } from './accept.ts';
import { refuseUsed } from './check-references.ts';

interface ListsPorts {
  readonly book: BookKeeping;
  readonly now: Now;
}

export const listInput = z.strictObject({
  name: line(200),
  description: z.optional(lines(2_000)),
});

/** All of them are in the memory of every function. */
const mostLists = 1_000;

/** Makes a list, or gives one another name. */
export async function putList(
  { book, now }: ListsPorts,
  id: string,
  input: unknown,
  by: string,
): Promise<NamedList> {
  const { name, description } = accept(listInput, input, 'The list');
  const told = description === undefined ? {} : { description };
  const list = { id: accept(campaignId, id, 'The list id'), name, ...told };
  await book.change(({ lists }) => {
    if (!lists.has(list.id) && lists.size >= mostLists)
      throw new Refused(409, `There are ${mostLists} lists, which is the most`);
    return { change: { list }, by, at: now() };
  });
  return list;
}

/** By id. */
export async function listLists(
  { book }: Pick<ListsPorts, 'book'>,
  { limit, after = '' }: ListRequest<string>,
): Promise<NamedList[]> {
  const { lists } = await book.read();
  const all = [...lists.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return all.filter(({ id }) => id > after).slice(0, limit);
}

/** Throws Refused(404), or Refused(409) naming who asks for it. */
export async function deleteList({ book, now }: ListsPorts, id: string, by: string): Promise<void> {
  await book.change((live) => {
    if (!live.lists.has(id)) throw new Refused(404, 'There is no such list');
    refuseUsed(`list:${id}`, live);
    return { change: { drop: 'list', id }, by, at: now() };
  });
}
