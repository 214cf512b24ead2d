// The TypeScript files of the project and what each imports, read from their text.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Source {
  /** From the project's root, with slashes. */
  readonly path: string;
  readonly text: string;
  /** Files by their path from the root, packages by their name. */
  readonly imports: readonly Import[];
}

interface Import {
  readonly from: string;
  /** Only of types: nothing of it is there when the code runs. */
  readonly isOfTypes: boolean;
}

/** What somebody wrote: not what was built or made of something else. */
const written = /(?<!\.d)\.tsx?$/;

/** All that lies in one of the folders at the root. */
export const sourcesIn = (...folders: readonly string[]): Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && written.test(entry.name))
      .map((entry) => read(relative(root, join(entry.parentPath, entry.name)))),
  );

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = importsIn(text).map(({ from, isOfTypes }) => ({
    from: from.startsWith('.') ? normalize(join(dirname(path), from)) : from,
    isOfTypes,
  }));
  return { path, text, imports };
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[\w\s{},*$]*?\s?from\s+)?['"]([^'"]+)['"]/gm;
const call = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** Import and re-export statements, and calls of `import` with a constant. */
export const importsIn = (text: string): Import[] => [
  ...[...text.matchAll(statement)].map(([, type, from = '']) => ({ from, isOfTypes: !!type })),
  ...[...text.matchAll(call)].map(([, from = '']) => ({ from, isOfTypes: false })),
];
