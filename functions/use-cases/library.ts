// The library: templates and blocks, saved as versions once they compile. Refuses a block that would break a template
// which includes it, and the deletion of what something live would need to be published again.
import { campaignId } from '../../workflows/model/campaign.ts';
import type { LibraryReference } from '../../workflows/model/reference.ts';
import {
  type CompiledTemplate,
  type TemplateSource,
  templateSource,
} from '../../workflows/model/template.ts';
import type { BookKeeping, Went } from '../book-ports.ts';
import { Clash, Refused } from '../errors.ts';
import type { Kept, Library, Shelf, ShelfLine } from '../library-ports.ts';
import type { ListRequest } from '../listing.ts';
import type { Now } from '../ports.ts';
import { accept } from './accept.ts';
import { refuseUsed } from './check-references.ts';
import { tryTemplate } from './check-templates.ts';
import { blocksOf, tryCompile } from './compile-templates.ts';
import { refuseProblems, type Told, told } from './problems.ts';

export interface LibraryPorts {
  readonly library: Library;
  readonly book: Pick<BookKeeping, 'read'>;
  readonly now: Now;
}

/** Who writes, and on top of which version, where they know of one; 0 for none. */
export interface Writer {
  readonly by: string;
  readonly onTop?: number | undefined;
}

interface SavedTemplate {
  readonly id: string;
  readonly version: number;
  readonly languages: readonly string[];
  /** What is odd, and who would not get it. */
  readonly warnings: readonly Told[];
}

/** Throws Refused(422) with everything that is wrong, and Refused(412) when somebody else has saved since. */
export async function saveTemplate(
  { library, now }: LibraryPorts,
  id: string,
  input: unknown,
  { by, onTop }: Writer,
): Promise<SavedTemplate> {
  accept(campaignId, id, 'The template id');
  const source = accept(templateSource, input, 'The template');
  const blocks = blocksOf(library);
  const compiled = await compiledOrRefused(id, source, blocks.readBlock);
  const trial = tryTemplate({ campaign: 'Trial', offers: true }, compiled);
  const inSource = trial.problems.map((one) => ({ ...one, path: ['mjml'] }));
  refuseProblems('The template', inSource);
  const { language = 'en', variants = {} } = compiled;
  const line = {
    ...{ by, at: now(), kind: source.kind, subject: source.subject },
    languages: [language, ...Object.keys(variants)],
    blocks: [...blocks.versions.keys()],
  };
  const { version, languages } = await unlessChanged(
    library.templates.save(id, { source, line, onTop }),
    onTop,
  );
  const warnings = trial.warnings.map((one) => told({ ...one, path: ['mjml'] }));
  return { id, version, languages, warnings };
}

/** Throws Refused(422) with everything that is wrong. */
export async function compiledOrRefused(
  name: string,
  source: TemplateSource,
  readBlock: ReturnType<typeof blocksOf>['readBlock'],
): Promise<CompiledTemplate> {
  const { compiled, problems } = await tryCompile(name, source, readBlock, []);
  refuseProblems('The template', problems);
  if (!compiled) throw new Error(`Template ${name} was neither compiled nor refused`);
  return compiled;
}

/** Whoever said on top of what they write is told that it has changed; others may try again. */
export async function unlessChanged<T>(saving: Promise<T>, onTop: number | undefined): Promise<T> {
  try {
    return await saving;
  } catch (cause) {
    if (cause instanceof Clash && onTop !== undefined)
      throw new Refused(412, 'Somebody else has changed it meanwhile', { cause });
    throw cause;
  }
}

/** By id. */
export async function listShelf<L extends ShelfLine>(
  shelf: Pick<Shelf<unknown, L>, 'list'>,
  { limit, after = '' }: ListRequest<string>,
): Promise<L[]> {
  return (await shelf.list()).filter(({ id }) => id > after).slice(0, limit);
}

type View<S, L> = L & { readonly source: S; readonly versions?: readonly Went[] };

/** The newest with the list of its versions, or one version. Throws Refused(404). */
export async function readShelf<S, L extends ShelfLine>(
  shelf: Pick<Shelf<S, L>, 'read' | 'versions'>,
  id: string,
  version?: number,
): Promise<View<S, L>> {
  const kept = await shelf.read(id, version);
  if (!kept)
    throw new Refused(404, `There is no such ${version === undefined ? 'one' : 'version'}`);
  return version === undefined
    ? { ...viewOf(kept), versions: await shelf.versions(id) }
    : viewOf(kept);
}

const viewOf = <S, L extends ShelfLine>({ line, source }: Kept<S, L>): View<S, L> => ({
  ...line,
  source,
});

/** Throws Refused(404), or Refused(409) naming who could not be published again without it. */
export async function deleteTemplate({ library, book }: LibraryPorts, id: string): Promise<void> {
  await remove(library.templates, id, async () =>
    refuseUsed(`template:${id}` satisfies LibraryReference, await book.read()),
  );
}

/** The same, and templates and blocks that include it. */
export async function deleteBlock({ library, book }: LibraryPorts, id: string): Promise<void> {
  await remove(library.blocks, id, async () => {
    const [templates, blocks] = await Promise.all([
      library.templates.list(),
      library.blocks.list(),
    ]);
    const including = ({ blocks: all }: ShelfLine) => all.includes(id);
    refuseUsed(`block:${id}` satisfies LibraryReference, await book.read(), [
      ...templates.filter(including).map((one) => `template "${one.id}"`),
      ...blocks.filter(including).map((one) => `block "${one.id}"`),
    ]);
  });
}

async function remove(
  shelf: Pick<Shelf<unknown, ShelfLine>, 'line' | 'remove'>,
  id: string,
  check: () => Promise<void>,
): Promise<void> {
  if (!(await shelf.line(id))) throw new Refused(404, 'There is no such one');
  await check();
  await shelf.remove(id);
}
