// The templates of a campaign: those that it brings along, and the newest of the library for whatever else its steps
// name. All are compiled, so that what is published changes no more.
import type { LibraryReference } from '../../workflows/model/reference.ts';
import type { CompiledTemplate, TemplateSource } from '../../workflows/model/template.ts';
import type { LibraryReader } from '../library-ports.ts';
import { blocksOf, compileAll } from './compile-templates.ts';
import type { Problem } from './problems.ts';

type Sources = Readonly<Record<string, TemplateSource>>;

interface Gathered {
  /** Of those that it brings along: the ones that a step names. */
  readonly own: Sources;
  readonly compiled: readonly CompiledTemplate[];
  readonly problems: readonly Problem[];
  /** Named, and nowhere to be found. */
  readonly unknown: ReadonlySet<string>;
  /** What it would need of the library to be published again, with the versions that it has now. */
  readonly library: Readonly<Record<LibraryReference, number>>;
}

/** `names`: what the steps name. `given`: what came along. */
export async function gatherTemplates(
  names: readonly string[],
  given: Sources,
  library: LibraryReader,
): Promise<Gathered> {
  const own = pick(given, (name) => names.includes(name));
  const others = names.filter((name) => !Object.hasOwn(own, name));
  const found = (await Promise.all(others.map((name) => library.templates.read(name)))).flatMap(
    (kept) => kept ?? [],
  );
  const shelved = Object.fromEntries(found.map(({ line, source }) => [line.id, source]));
  const [ours, theirs] = [blocksOf(library), blocksOf(library)];
  const [first, second] = await Promise.all([
    compileAll(own, ours.readBlock),
    compileAll(shelved, theirs.readBlock),
  ]);
  return {
    own,
    compiled: [...first.compiled, ...second.compiled],
    problems: [...first.problems, ...second.problems],
    unknown: new Set(others.filter((name) => !Object.hasOwn(shelved, name))),
    library: {
      ...Object.fromEntries(found.map(({ line }) => [`template:${line.id}`, line.version])),
      ...Object.fromEntries([...ours.versions].map(([id, version]) => [`block:${id}`, version])),
    },
  };
}

const pick = (all: Sources, isWanted: (name: string) => boolean): Sources =>
  Object.fromEntries(Object.entries(all).filter(([name]) => isWanted(name)));
