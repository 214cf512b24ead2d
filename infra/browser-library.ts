// Segment's library for browsers, laid beside the bundle of the function that serves it, and compressed here once.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const published = join(import.meta.dirname, '../node_modules/@segment/analytics-next/dist/umd');
/** The library as a snippet loads it, and what it loads later. */
const isServed = (name: string) => /^(?:standalone|[\w-]+\.bundle\.\w+)\.js$/.test(name);

/** It finds its own host in the tag that loaded it, but looks only at https; one machine has no certificate. */
const ownHost = {
  httpsOnly: '/(https:\\/\\/.*)\\/analytics\\.js',
  any: '/(https?:\\/\\/.*)\\/analytics\\.js',
};

export async function layBrowserLibrary(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of (await readdir(published)).filter(isServed)) {
    const script = await readFile(join(published, name), 'utf8');
    const zipped = gzipSync(atAnyHost(name, script), { level: constants.Z_BEST_COMPRESSION });
    await writeFile(join(folder, `${name}.gz`), zipped);
  }
}

function atAnyHost(name: string, script: string): string {
  if (name !== 'standalone.js') return script;
  const mended = script.replace(ownHost.httpsOnly, ownHost.any);
  if (mended === script) throw new Error(`${name}: the library finds its host in another way now`);
  return mended;
}
