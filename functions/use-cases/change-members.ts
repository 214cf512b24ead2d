// Puts contacts on a list, or takes them off it: many at once, each as a change of that contact.
import * as z from 'zod';
import type { BookKeeping } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import { applyAll, type ChangePorts, type Signature } from './change-contact.ts';
import { findContact } from './read-timeline.ts';

interface MembersPorts extends ChangePorts {
  readonly book: Pick<BookKeeping, 'read'>;
}

const most = 100;
const who = z.array(z.string().min(1).max(300)).max(most);

export const memberChanges = z
  .strictObject({ add: who.default([]), remove: who.default([]) })
  .refine(({ add, remove }) => add.length + remove.length > 0, 'says whom to add or to remove')
  .refine(({ add, remove }) => add.length + remove.length <= most, `at most ${most} at once`);

interface Changed {
  readonly changed: number;
  /** Ids and keys of whom nobody knows. */
  readonly unknown: readonly string[];
}

/** Throws Refused(422) for a list that nobody has made. `at` is its place in what was sent. */
export async function refuseUnknownLists(
  { book }: Pick<MembersPorts, 'book'>,
  wanted: readonly string[],
  at: string,
): Promise<void> {
  if (wanted.length === 0) return;
  const { lists } = await book.read();
  const unknown = wanted.find((one) => !lists.has(one));
  if (unknown !== undefined) throw new Refused(422, `There is no list "${unknown}"`, { at });
}

/** Throws Refused(404) when there is no such list. */
export async function changeMembers(
  ports: MembersPorts,
  list: string,
  { add, remove }: z.output<typeof memberChanges>,
  { id, by }: Signature,
): Promise<Changed> {
  if (!(await ports.book.read()).lists.has(list)) throw new Refused(404, 'There is no such list');
  const wanted = [
    ...add.map((one) => ({ one, id: `${id}/join`, changes: { join: [list] } })),
    ...remove.map((one) => ({ one, id: `${id}/leave`, changes: { leave: [list] } })),
  ];
  const found = await Promise.all(
    wanted.map(async (each) => ({ ...each, contact: (await findContact(ports, each.one))?.id })),
  );
  const at = ports.now();
  const works = found.flatMap(({ contact, one: _, ...edit }) =>
    contact === undefined ? [] : [{ contact, cause: { kind: 'edit' as const, at, by, ...edit } }],
  );
  await applyAll(ports, works);
  const unknown = found.flatMap(({ contact, one }) => (contact === undefined ? [one] : []));
  return { changed: works.length, unknown };
}
