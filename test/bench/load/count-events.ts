// Events where they end, in the timelines: straight from the tables' file, for a read through the protocol would
// take longer than the bench.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Different events whose ids begin with `run`; one that stood there twice would count once. */
export function countEvents(dataDir: string, run: string): number {
  const file = new DatabaseSync(join(dataDir, 'tables.db'), { readOnly: true });
  const named = file.prepare("SELECT name FROM sqlite_master WHERE name LIKE '%Activity%'").get();
  if (!named) throw new Error('There is no activity table');
  const rows = file
    .prepare(`SELECT json_extract(item, '$.sk.S') AS sk FROM "${named.name}" WHERE item LIKE ?`)
    .all(`%#event#${run}%`);
  file.close();
  return new Set(rows.map(({ sk }) => String(sk).slice(String(sk).indexOf('#event#')))).size;
}
