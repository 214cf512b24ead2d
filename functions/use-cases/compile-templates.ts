// Compiles templates with the blocks that they include, and says of every fault in which field it is. MJML is loaded
// here, when the first one is compiled: it is most of the API's code, and few requests need it.
import type { CompiledTemplate, TemplateSource } from '../../workflows/model/template.ts';
import type { NotCompiled } from '../channels/email/compile.ts';
import type { ReadBlock } from '../channels/email/expand.ts';
import type { LibraryReader } from '../library-ports.ts';
import type { Problem } from './problems.ts';

interface Blocks {
  readonly readBlock: ReadBlock;
  /** Those that were read, by their ids, with their versions. */
  readonly versions: ReadonlyMap<string, number>;
}

/** Blocks as they are now, each read once: what is compiled together is compiled with the same. */
export function blocksOf({ blocks }: Pick<LibraryReader, 'blocks'>): Blocks {
  const versions = new Map<string, number>();
  const known = new Map<string, Promise<string | undefined>>();
  const read = async (id: string): Promise<string | undefined> => {
    const kept = await blocks.read(id);
    if (kept) versions.set(id, kept.line.version);
    return kept?.source.mjml;
  };
  const readBlock = (id: string) => {
    const mjml = known.get(id) ?? read(id);
    known.set(id, mjml);
    return mjml;
  };
  return { readBlock, versions };
}

type Tried =
  | { readonly compiled: CompiledTemplate; readonly problems: readonly [] }
  | { readonly compiled?: undefined; readonly problems: readonly Problem[] };

/** `path`: where the template is in what was sent. */
export async function tryCompile(
  name: string,
  source: TemplateSource,
  readBlock: ReadBlock,
  path: Problem['path'],
): Promise<Tried> {
  const { compileTemplate, NotCompiled: Fault } = await import('../channels/email/compile.ts');
  try {
    return { compiled: await compileTemplate(name, source, readBlock), problems: [] };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { problems: problemsOf(name, error, path) };
  }
}

const problemsOf = (name: string, { faults }: NotCompiled, path: Problem['path']): Problem[] =>
  faults.map((fault) => ({
    path: [...path, ...fault.path],
    message: `Template ${name}: ${fault.said}`,
  }));

interface CompiledAll {
  readonly compiled: readonly CompiledTemplate[];
  readonly problems: readonly Problem[];
}

/** Each by its name, as a publication brings them along. */
export async function compileAll(
  sources: Readonly<Record<string, TemplateSource>>,
  readBlock: ReadBlock,
): Promise<CompiledAll> {
  const tried = await Promise.all(
    Object.entries(sources).map(([name, source]) =>
      tryCompile(name, source, readBlock, ['templates', name]),
    ),
  );
  return {
    compiled: tried.flatMap(({ compiled }) => compiled ?? []),
    problems: tried.flatMap(({ problems }) => problems),
  };
}
