// Public data sets that our numbers are checked against. They live outside the repository: say where with PUBLIC_DATA.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = process.env.PUBLIC_DATA ?? join(import.meta.dirname, '../../../shared/data');

export const havePublicData = existsSync(folder);
if (!havePublicData)
  console.warn(
    `\n!!! No public data in ${folder}: the tests that compute on it are SKIPPED.\n!!! Set PUBLIC_DATA to its folder.\n`,
  );

/** The lines of a file, unpacked when its name ends in .gz. */
export function publicLines(path: string): string[] {
  const bytes = readFileSync(join(folder, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.trim().split(/\r?\n/);
}
