// What a browser has to load before the first page: less than 300 KB of compressed script. The canvas, the editor and the
// charts are asked for where they are needed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { consoleBuild } from '../../infra/console-files.ts';

const statically = /(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g;

/** A script and all that it imports before it runs. */
function withImports(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const text = readFileSync(join(consoleBuild, 'assets', file), 'utf8');
  for (const [, imported = ''] of text.matchAll(statically)) withImports(imported, known);
  return known;
}

it('is under 300 KB of compressed script, the home page among it', () => {
  if (!existsSync(consoleBuild)) throw new Error('The console is not built: npm run console:build');
  const html = readFileSync(join(consoleBuild, 'index.html'), 'utf8');
  const [, entry = ''] = /<script type="module"[^>]* src="\/assets\/([^"]+)"/.exec(html) ?? [];
  const started = withImports(entry);
  // The home page is the one that writes about its own need for a person.
  const text = readFileSync(join(consoleBuild, 'assets', entry), 'utf8');
  const pages = [...text.matchAll(/import\(["'`]\.\/([\w.-]+\.js)["'`]\)/g)].map(
    ([, name = '']) => name,
  );
  const home = pages.find((name) =>
    readFileSync(join(consoleBuild, 'assets', name), 'utf8').includes('/api/overview'),
  );
  const all = [...(home ? withImports(home, started) : [])];
  const sizes = all.map(
    (name) => gzipSync(readFileSync(join(consoleBuild, 'assets', name))).length,
  );
  expect(all.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1024).toBeLessThan(300);
});
