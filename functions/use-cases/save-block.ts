// Saving a block: it must be whole MJML somewhere in a document, and every template of the library that includes it must
// compile with it. Campaigns that were published with an older one keep what they have.
import { campaignId } from '../../workflows/model/campaign.ts';
import { blockSource } from '../../workflows/model/template.ts';
import type { ReadBlock } from '../channels/email/expand.ts';
import { expand } from '../channels/email/expand.ts';
import { plainLiquid } from '../channels/email/liquid.ts';
import type { Library, ShelfLine } from '../library-ports.ts';
import { accept } from './accept.ts';
import { blocksOf, tryCompile } from './compile-templates.ts';
import { type LibraryPorts, unlessChanged, type Writer } from './library.ts';
import { type Problem, refuseProblems } from './problems.ts';

interface SavedBlock {
  readonly id: string;
  readonly version: number;
  /** Templates of the library that include it, and compile with it. */
  readonly templates: readonly string[];
}

/** Throws Refused(422) with everything that is wrong, and Refused(412) when somebody else has saved since. */
export async function saveBlock(
  { library, now }: LibraryPorts,
  id: string,
  input: unknown,
  { by, onTop }: Writer,
): Promise<SavedBlock> {
  accept(campaignId, id, 'The block id');
  const source = accept(blockSource, input, 'The block');
  const others = blocksOf(library);
  const readBlock: ReadBlock = async (one) => (one === id ? source.mjml : others.readBlock(one));
  refuseProblems('The block', await problemsOf(source.mjml, readBlock, id));
  const blocks = [...others.versions.keys()];
  const templates = await including(library, id);
  refuseProblems('The block', await problemsIn(library, templates, readBlock));
  const line = { by, at: now(), blocks };
  const { version } = await unlessChanged(library.blocks.save(id, { source, line, onTop }), onTop);
  return { id, version, templates };
}

async function problemsOf(mjml: string, readBlock: ReadBlock, id: string): Promise<Problem[]> {
  const expanded = await expand(mjml, readBlock, id);
  const inMjml = (found: readonly string[]): Problem[] =>
    found.map((message) => ({ path: ['mjml'], message }));
  if (expanded.complaints.length > 0) return inMjml(expanded.complaints);
  const torn = await complaintsAbout(expanded.mjml);
  return inMjml(torn.map((said) => expanded.locate(said)));
}

/** Where a block may stand. */
const homes = [
  ['<mjml><mj-body>', '</mj-body></mjml>'],
  ['<mjml><mj-body><mj-section>', '</mj-section></mj-body></mjml>'],
  ['<mjml><mj-body><mj-section><mj-column>', '</mj-column></mj-section></mj-body></mjml>'],
  ['<mjml><mj-head>', '</mj-head><mj-body></mj-body></mjml>'],
  ['<mjml><mj-head><mj-attributes>', '</mj-attributes></mj-head><mj-body></mj-body></mjml>'],
] as const;

/** None when it fits anywhere; else those of the place where it fits best. */
async function complaintsAbout(mjml: string): Promise<readonly string[]> {
  try {
    plainLiquid.parse(mjml);
  } catch (error) {
    return [(error as Error).message];
  }
  const { toHtml } = await import('../channels/email/layout.ts');
  let fewest: readonly string[] | undefined;
  for (const [before, after] of homes) {
    const { complaints } = await toHtml(before + mjml + after);
    if (complaints.length === 0) return [];
    if (!fewest || complaints.length < fewest.length) fewest = complaints;
  }
  return fewest ?? [];
}

/** Templates that include it, by itself or in another block. */
async function including({ templates, blocks }: Library, id: string): Promise<string[]> {
  const all = await blocks.list();
  const around = new Set([id]);
  const has = (line: ShelfLine) => line.blocks.some((one) => around.has(one));
  for (const _ of all) for (const line of all) if (has(line)) around.add(line.id);
  return (await templates.list()).filter(has).map((line) => line.id);
}

async function problemsIn(
  { templates }: Library,
  ids: readonly string[],
  readBlock: ReadBlock,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const id of ids) {
    const kept = await templates.read(id);
    const tried = kept && (await tryCompile(id, kept.source, readBlock, []));
    problems.push(...(tried?.problems ?? []));
  }
  return problems;
}
