// Turns what a marketer wrote (MJML with Liquid) into what deliver fills in (HTML and text with Liquid), once for each
// language. Refuses (422) what would break, leak or be unlawful in a mailbox, and says where.
import type {
  CompiledTemplate,
  TemplateSource,
  Wording,
  WordingSource,
} from '../../../workflows/model/template.ts';
import { Refused } from '../../errors.ts';
import { expand, type ReadBlock } from './expand.ts';
import { complaintsAboutMail } from './inspect-mail.ts';
import { toHtml, toText } from './layout.ts';
import { inLanguage, languageSaid, withPreheader } from './opening.ts';
import { type Complaint, readVariables } from './variables.ts';

/** A complaint, and the field of the template that it is about: ["variants", "fa", "mjml"]. */
interface Fault extends Complaint {
  readonly path: readonly string[];
}

/** Everything that is wrong with a template, each with its place. */
export class NotCompiled extends Refused {
  readonly faults: readonly Fault[];
  constructor(name: string, faults: readonly Fault[]) {
    const at = faults[0]?.path.join('.');
    const said = faults.map((fault) => fault.said).join('; ');
    super(422, `Template ${name}: ${said}`, at === undefined ? {} : { at });
    this.faults = faults;
  }
}

/** Throws NotCompiled. Without `readBlock` there are no blocks. */
export async function compileTemplate(
  name: string,
  source: TemplateSource,
  readBlock: ReadBlock = async () => undefined,
): Promise<CompiledTemplate> {
  const { kind, missing, tracked, variants = {} } = source;
  const language = source.language ?? languageSaid(source.mjml) ?? 'en';
  const compile = (said: WordingSource, tag: string) =>
    compileWording({ ...said, kind, language: tag }, readBlock);
  const [main, ...others] = await Promise.all([
    compile(source, language),
    ...Object.entries(variants).map(([tag, said]) => compile(said, tag)),
  ]);
  const tags = Object.keys(variants);
  const faults = [
    ...main.complaints.map((one) => ({ ...one, path: [one.field] })),
    ...others.flatMap(({ complaints }, at) => ofVariant(tags[at] ?? '', complaints)),
    ...tags.filter((tag) => tag === language).flatMap((tag) => ofVariant(tag, [alreadyIn(tag)])),
  ];
  if (faults.length > 0) throw new NotCompiled(name, faults);
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

interface Saying extends WordingSource, Pick<TemplateSource, 'kind'> {
  readonly language: string;
}

interface CompiledWording {
  readonly wording: Wording;
  readonly event: readonly string[];
  readonly offer: boolean;
  readonly complaints: readonly Complaint[];
}

async function compileWording(
  { mjml, ...saying }: Saying,
  readBlock: ReadBlock,
): Promise<CompiledWording> {
  const { kind, subject, language, preheader } = saying;
  const expanded = await expand(mjml, readBlock);
  const { event, offer, complaints } = readVariables({ ...saying, mjml: expanded.mjml });
  const about = (found: readonly string[]) =>
    found.map((said): Complaint => ({ field: 'mjml', said: expanded.locate(said) }));
  const end = (found: readonly Complaint[], wording = { subject, html: '', text: '' }) => ({
    ...{ wording, event, offer, complaints: found },
  });
  const unread = [
    ...expanded.complaints.map((said): Complaint => ({ field: 'mjml', said })),
    ...complaints.map(({ field, said }) =>
      field === 'mjml' ? { field, said: expanded.locate(said) } : { field, said },
    ),
  ];
  if (unread.length > 0) return end(unread);
  const opened = inLanguage(withPreheader(expanded.mjml, preheader), language);
  if (opened.complaints.length > 0) return end(opened.complaints);
  const { html, complaints: torn } = await toHtml(opened.mjml);
  if (torn.length > 0) return end(about(torn));
  const lost = lostLiquid(opened.mjml, html);
  if (lost.length > 0) return end(about(lost));
  const wording = { subject, html, text: toText(html) };
  return end(about(complaintsAboutMail({ kind, ...wording })), wording);
}

/** MJML drops what stands between its elements without a word. */
function lostLiquid(mjml: string, html: string): string[] {
  const kept = tokensIn(html);
  // Comments go with their tokens, and leave the lines behind them where they are.
  const written = tokensIn(
    mjml.replaceAll(/<!--[\s\S]*?-->/g, (text) => text.replaceAll(/./g, '')),
  );
  return [...written]
    .filter(([token, { times }]) => (kept.get(token)?.times ?? 0) < times)
    .map(
      ([token, { line }]) =>
        `line ${line}, ${token} is lost; Liquid lives inside mj-text, mj-raw or an attribute`,
    );
}

interface Token {
  readonly times: number;
  /** Where it stands first. */
  readonly line: number;
}

function tokensIn(markup: string): Map<string, Token> {
  const tokens = new Map<string, Token>();
  for (const { 0: token, index } of markup.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)) {
    const known = tokens.get(token);
    const line = known?.line ?? markup.slice(0, index).split('\n').length;
    tokens.set(token, { times: (known?.times ?? 0) + 1, line });
  }
  return tokens;
}
