// import-results: what became of the rows of an import, as CSV that a spreadsheet opens without running anything in it.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import { type Command, Misused, textOf } from './command.ts';
import type { Connection } from './connection.ts';

export const importResultsCommand: Command = {
  name: 'import-results',
  usage: '<import>',
  summary: 'Writes what became of every row of an import, as CSV',
  flags: {
    only: { type: 'string', about: 'created, updated, unchanged or rejected' },
    results: { type: 'string', about: 'a file to write to, instead of the standard output' },
  },
  run: async ({ connect, write }, [id], flags) => {
    if (id === undefined) throw new Misused('Name an import: npx perennial import-results job_…');
    const connection = connect(flags);
    const path = textOf(flags, 'results');
    const only = textOf(flags, 'only');
    if (path !== undefined) await saveResults(connection, id, path, only);
    else for await (const text of csvOf(connection, id, only)) write(text);
    return 0;
  },
};

export async function saveResults(
  connection: Connection,
  id: string,
  path: string,
  only?: string,
): Promise<void> {
  const file = createWriteStream(path);
  for await (const text of csvOf(connection, id, only))
    if (!file.write(text)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
}

interface Portion {
  readonly items: readonly object[];
  readonly next?: string;
}

const columns = ['row', 'result', 'because', 'contact'];

async function* csvOf({ ask }: Connection, id: string, only?: string): AsyncGenerator<string> {
  const query = new URLSearchParams({ limit: '2000', ...(only !== undefined && { only }) });
  const safe = { columns, record_delimiter: '\r\n', escape_formulas: true } as const;
  yield stringify([], { ...safe, header: true, bom: true });
  for (let next: string | undefined = ''; next !== undefined; ) {
    if (next) query.set('next', next);
    const answer: Portion = await ask(
      'GET',
      `/api/imports/${encodeURIComponent(id)}/results?${query}`,
    );
    if (answer.items.length > 0) yield stringify([...answer.items], safe);
    next = answer.next;
  }
}
