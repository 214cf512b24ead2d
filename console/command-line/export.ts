// export: contacts as one file on the standard output, part by part, or everything of one person.
import { type Command, type Flags, Misused, type Surroundings, textOf } from './command.ts';
import type { Connection } from './connection.ts';

const usage = 'contacts > file, or export person <id or key> > file';

export const exportCommand: Command = {
  name: 'export',
  usage,
  summary: 'Writes contacts as CSV or JSON Lines, or everything of one person as JSON',
  flags: {
    format: { type: 'string', about: 'csv (the usual) or jsonl, of contacts' },
    segment: { type: 'string', about: 'only contacts that are in this segment' },
    list: { type: 'string', about: 'only contacts that are on this list' },
    attributes: { type: 'string', about: 'attributes with a column of their own: plan,company' },
  },
  run: async (around, [what, who], flags) => {
    if (what === 'contacts' && who === undefined) return contacts(around, flags);
    if (what === 'person' && who !== undefined) return person(around, who, flags);
    throw new Misused(`Say what: npx perennial export ${usage}`);
  },
};

/** Nothing but one part is held at a time. */
async function contacts({ connect, write, progress }: Surroundings, flags: Flags): Promise<number> {
  const { part } = connect(flags);
  const query = new URLSearchParams();
  for (const name of ['format', 'segment', 'list', 'attributes']) {
    const value = textOf(flags, name);
    if (value !== undefined) query.set(name, value);
  }
  let written = 0;
  for (let next: string | undefined = ''; next !== undefined; ) {
    if (next) query.set('next', next);
    const answer: Awaited<ReturnType<typeof part>> = await part(`/api/exports/contacts?${query}`);
    write(answer.text);
    written += Buffer.byteLength(answer.text);
    progress(`${Math.round(written / 1024)} KB`);
    next = answer.next;
  }
  progress('');
  return 0;
}

interface Person {
  readonly timeline: readonly unknown[];
  readonly next?: string;
}

async function person(
  { connect, write }: Surroundings,
  who: string,
  flags: Flags,
): Promise<number> {
  const { ask } = connect(flags);
  const path = `/api/contacts/${encodeURIComponent(who)}/data`;
  const { next: second, ...first } = await ask<Person>('GET', path);
  const timeline = [...first.timeline, ...(await following({ ask }, path, second))];
  write(`${JSON.stringify({ ...first, timeline }, undefined, 2)}\n`);
  return 0;
}

async function following(
  { ask }: Pick<Connection, 'ask'>,
  path: string,
  second: string | undefined,
): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let next = second; next !== undefined; ) {
    const answer: Person = await ask('GET', `${path}?next=${encodeURIComponent(next)}`);
    rows.push(...answer.timeline);
    next = answer.next;
  }
  return rows;
}
