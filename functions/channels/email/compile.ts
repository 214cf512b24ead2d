// Turns what a marketer wrote (MJML with Liquid) into what deliver fills in (HTML and text with Liquid), once for each
// language. Refuses (422) what would break, leak or be unlawful in a mailbox, and says where.
import {
  type CompiledTemplate,
  mostMjml,
  type TemplateSource,
  type WordingSource,
} from '../../../workflows/model/template.ts';
import { Refused } from '../../errors.ts';
import { type CompiledWording, compileWording, type Saying } from './compile-wording.ts';
import { type Expanded, expand, type ReadBlock } from './expand.ts';
import { languageSaid } from './opening.ts';
import type { Complaint } from './variables.ts';

/** A complaint, and the field of the template that it is about: ["variants", "fa", "mjml"]. */
interface Fault extends Complaint {
  readonly path: readonly string[];
}

/** Everything that is wrong with a template, each with its place. */
export class NotCompiled extends Refused {
  readonly faults: readonly Fault[];
  constructor(name: string, all: readonly Fault[]) {
    const faults = shortened(all);
    const at = faults[0]?.path.join('.');
    const said = faults.map((fault) => fault.said).join('; ');
    super(422, `Template ${name}: ${said}`, at === undefined ? {} : { at });
    this.faults = faults;
  }
}

/** So many are told, in so many characters. */
const most = { faults: 30, characters: 500 };

function shortened(all: readonly Fault[]): readonly Fault[] {
  const told = all.slice(0, most.faults).map((fault) => ({
    ...fault,
    said: fault.said
      .replace('Maximum call stack size exceeded', 'nested too deep')
      .slice(0, most.characters),
  }));
  const [next] = all.slice(most.faults);
  return next ? [...told, { ...next, said: `and ${all.length - most.faults} more` }] : told;
}

/** Throws NotCompiled. Without `readBlock` there are no blocks. */
export async function compileTemplate(
  name: string,
  source: TemplateSource,
  readBlock: ReadBlock = async () => undefined,
): Promise<CompiledTemplate> {
  const { kind, missing, tracked, variants = {} } = source;
  const language = source.language ?? languageSaid(source.mjml) ?? 'en';
  const tags = Object.keys(variants);
  const [main, ...others] = await compileAll(name, readBlock, [
    { ...source, language },
    ...Object.entries(variants).map(([tag, said]) => ({ ...said, kind, language: tag })),
  ]);
  const faults = [
    ...(main?.complaints ?? []).map((one) => ({ ...one, path: [one.field] })),
    ...others.flatMap(({ complaints }, at) => ofVariant(tags[at] ?? '', complaints)),
    ...tags.filter((tag) => tag === language).flatMap((tag) => ofVariant(tag, [alreadyIn(tag)])),
  ];
  if (!main || faults.length > 0) throw new NotCompiled(name, faults);
  const all = [main, ...others];
  return {
    ...{ name, kind, ...main.wording, language },
    event: [...new Set(all.flatMap(({ event }) => event))].sort(),
    ...(all.some(({ offer }) => offer) && { offer: true }),
    ...(missing && { missing }),
    ...(tracked !== undefined && { tracked }),
    ...(tags.length > 0 && {
      variants: Object.fromEntries(others.map(({ wording }, at) => [tags[at], wording])),
    }),
  };
}

/** A template of many languages takes no longer than the largest one in one language. */
async function compileAll(
  name: string,
  readBlock: ReadBlock,
  wordings: readonly (Saying & Pick<WordingSource, 'mjml'>)[],
): Promise<CompiledWording[]> {
  const all = await Promise.all(wordings.map(({ mjml }) => expand(mjml, readBlock)));
  const size = all.reduce((sum, { mjml }) => sum + mjml.length, 0);
  const said = `larger than ${mostMjml} characters with its blocks, in all its languages`;
  if (size > mostMjml) throw new NotCompiled(name, [{ field: 'mjml', path: ['mjml'], said }]);
  return Promise.all(wordings.map((wording, at) => compileWording(wording, all[at] as Expanded)));
}

const alreadyIn = (tag: string): Complaint => ({
  field: 'mjml',
  said: `${tag} is the language of the template itself`,
});

const ofVariant = (tag: string, complaints: readonly Complaint[]): Fault[] =>
  complaints.map(({ field, said }) => ({
    field,
    path: ['variants', tag, field],
    said: `in ${tag}, ${said}`,
  }));
