// The keys of this machine: made by the setup function at the first start, kept in a file only its owner
// may read.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const access = z.object({ writeKey: z.string().min(1), adminToken: z.string().min(1) });

export type Access = z.infer<typeof access>;

/**
 * `prepare` is called until it has once succeeded, and is told nothing of the attempts before. Without a
 * folder nothing is kept.
 */
export async function openAccess(
  folder: string | undefined,
  prepare: () => Promise<Access>,
): Promise<Access> {
  const file = folder && join(folder, 'keys.json');
  if (file && existsSync(file)) return access.parse(JSON.parse(readFileSync(file, 'utf8')));
  const prepared = await prepare();
  if (file) write(file, prepared);
  return prepared;
}

export const readAccess = (answer: unknown): Access => access.parse(answer);

/** Whole or not at all: the token is stored nowhere else in clear. */
function write(file: string, made: Access): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
