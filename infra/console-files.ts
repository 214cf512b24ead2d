// The console as files: where its build lies, what is shown in place of it, and whether it is older than its sources.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export const consoleBuild = join(root, 'console/dist');

export const isBuilt = (folder = consoleBuild): boolean => existsSync(join(folder, 'index.html'));

/** For whoever has not built it. It needs no script and no style sheet. */
export const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Perennial</title>
<body style="font: 16px/1.6 system-ui; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem">
<h1 style="font-size: 1.4rem">The console is not built yet</h1>
<p>Build it with <code>npm run console:build</code>, then load this page again.</p>
</body></html>
`;

/** What a build is made of: its own sources, the pure code that it shares, and its packages. */
const sources = ['console/web', 'workflows', 'package-lock.json'];

/** True when there is no build, or a source is newer than it. */
export function isStale(folder = consoleBuild): boolean {
  if (!isBuilt(folder)) return true;
  const built = statSync(join(folder, 'index.html')).mtimeMs;
  return sources.some((source) => newest(join(root, source)) > built);
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const within = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...within);
}
