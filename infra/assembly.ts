// The assembly for one machine: as deployed, but synthesized only when something in it could have changed.
// It checks nothing; `npm run synth` does.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

type Context = Readonly<Record<string, unknown>>;

interface AssemblyOptions {
  /** Where assemblies are kept, a folder each. */
  readonly folder?: string;
  readonly context?: Context;
}

const root = join(import.meta.dirname, '..');
const sources = ['workflows', 'functions', 'infra'];
const kept = 5;
const hour = 3_600_000;

/** The folder of an assembly that matches the code as it is now. */
export async function synthesize(options: AssemblyOptions = {}): Promise<string> {
  const { folder = join(root, '.local/assemblies'), context = {} } = options;
  const assembly = join(folder, await fingerprint(context));
  if (existsSync(assembly)) await utimes(assembly, new Date(), new Date());
  else await make(assembly, context);
  return assembly;
}

// Made beside its place and moved there whole, so that nobody finds a half-written one.
async function make(assembly: string, context: Context): Promise<void> {
  await mkdir(dirname(assembly), { recursive: true });
  const draft = await mkdtemp(`${assembly}.`);
  try {
    // Only loaded when needed: the CDK alone takes longer than a whole start without it.
    const { synthesis } = await import('./synthesis.ts');
    await synthesis({ folder: draft, context });
    await rename(draft, assembly);
  } catch (error) {
    await rm(draft, { recursive: true });
    // Someone else was faster with the same.
    if (!existsSync(assembly)) throw error;
  }
  await prune(dirname(assembly));
}

// One that was used within the hour may still be in use.
async function prune(folder: string): Promise<void> {
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  const aged = await Promise.all(
    paths.map(async (path) => ({ path, used: (await stat(path)).mtimeMs })),
  );
  const newestFirst = aged.sort((a, b) => b.used - a.used);
  const old = newestFirst.slice(kept).filter(({ used }) => used < Date.now() - hour);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}

async function fingerprint(context: Context): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(context));
  const settings = ['package-lock.json', 'cdk.json'].map((file) => join(root, file));
  for (const path of [...(await sourceFiles()), ...settings])
    hash.update(`\0${relative(root, path)}\0`).update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
}

async function sourceFiles(): Promise<string[]> {
  const listed = await Promise.all(
    sources.map((source) => readdir(join(root, source), { recursive: true, withFileTypes: true })),
  );
  return listed
    .flat()
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(root, 'infra/local')))
    .sort();
}
