// A template as somebody would get it: subject, preheader, HTML and text, and what mailboxes and readers would make of
// it. Nothing is sent, and nothing is counted.
import * as z from 'zod';
import { lookUp } from '../../workflows/model/language.ts';
import type { CompiledTemplate, TemplateSource } from '../../workflows/model/template.ts';
import type { CheckLink } from '../channels/email/check-link.ts';
import { expand } from '../channels/email/expand.ts';
import { holesIn, lacksCurrency } from '../channels/email/holes.ts';
import { bytesOf, linksIn, lookOver, type Warning } from '../channels/email/look-over.ts';
import { type RenderData, RenderError, render, renderBlank } from '../channels/email/render.ts';
import { Refused } from '../errors.ts';
import { blocksOf } from './compile-templates.ts';
import { type FillPorts, fill, filling } from './fill-preview.ts';
import { compiledOrRefused, type LibraryPorts } from './library.ts';

export interface PreviewPorts extends FillPorts, Pick<LibraryPorts, 'library'> {
  readonly checkLink: CheckLink;
}

export const previewInput = z.strictObject({
  ...filling,
  /** Asks every link whether it is alive, up to 50 of them. */
  checkLinks: z.boolean().default(false),
});

type Asked = Readonly<z.output<typeof previewInput>>;

interface Preview {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
  /** Of the HTML. */
  readonly bytes: number;
  readonly language: string;
  readonly links: readonly string[];
  /** Why this contact would not get it; values that are missing are blank here. */
  readonly skipped?: string;
  readonly warnings: readonly Warning[];
}

/** What is looked at, and its name. */
export interface Looked {
  readonly name: string;
  readonly source: TemplateSource;
}

/** Throws Refused(422) for what cannot be compiled or filled at all. */
export async function previewTemplate(
  ports: PreviewPorts,
  { name, source }: Looked,
  { checkLinks, ...wanted }: Asked,
): Promise<Preview> {
  const { readBlock } = blocksOf(ports.library);
  const compiled = await compiledOrRefused(name, source, readBlock);
  const data = await fill(ports, compiled, wanted);
  const { skipped, missing, ...content } = fillIn(compiled, data);
  const isLent = wanted.offer === undefined && data.offer && lacksCurrency(compiled, data);
  const { preheaderOf } = await import('../channels/email/layout.ts');
  const { mjml } = await expand(wordingOf(source, content.language).mjml, readBlock);
  const links = linksIn(content.html).filter((link) => !link.startsWith(`${ports.publicUrl}/`));
  return {
    ...content,
    preheader: preheaderOf(content.html),
    bytes: bytesOf(content.html),
    links,
    ...(skipped !== undefined && { skipped }),
    warnings: [
      ...missing.map((what): Warning => ({ kind: 'missing', message: `${what} is blank` })),
      ...(isLent ? [lent] : []),
      ...lookOver({ html: content.html, mjml, ours: ports.publicUrl }),
      ...(checkLinks ? await deadLinks(ports, links) : []),
    ],
  };
}

const lent: Warning = {
  kind: 'missing',
  message:
    "money has the currency of the sample offer here; with an offer that has none the mail is withheld: write money: 'EUR'",
};

const wordingOf = ({ variants = {}, ...own }: TemplateSource, language: string) =>
  variants[lookUp(Object.keys(variants), language) ?? ''] ?? own;

interface Filled extends Pick<Preview, 'subject' | 'html' | 'text' | 'language'> {
  readonly skipped: string | undefined;
  readonly missing: readonly string[];
}

/** With every hole in it blank, so that it can be looked at. */
export function fillIn(template: CompiledTemplate, data: RenderData): Filled {
  const { names } = holesIn({ ...template, missing: 'skip' }, data);
  const skipped = failure(template, data);
  const { language = 'en', ...content } = blankly(template, data);
  return { ...content, language, skipped, missing: names };
}

function failure(template: CompiledTemplate, data: RenderData): string | undefined {
  try {
    render(template, data);
    return undefined;
  } catch (error) {
    if (error instanceof RenderError) return error.message;
    throw error;
  }
}

function blankly(template: CompiledTemplate, data: RenderData): ReturnType<typeof renderBlank> {
  try {
    return renderBlank(template, data);
  } catch (error) {
    if (error instanceof RenderError) throw new Refused(422, error.message, { cause: error });
    throw error;
  }
}

const mostLinks = 50;

async function deadLinks(
  { checkLink }: Pick<PreviewPorts, 'checkLink'>,
  links: readonly string[],
): Promise<Warning[]> {
  const web = links.filter((link) => /^https?:/i.test(link));
  const asked = web.slice(0, mostLinks);
  const answers = await Promise.all(asked.map(checkLink));
  const dead = answers.flatMap((because, at): Warning[] =>
    because === undefined ? [] : [{ kind: 'dead_link', message: `${asked[at]}: ${because}` }],
  );
  const left = web.length - asked.length;
  const more = `${left} more links were not asked, since ${mostLinks} are the most`;
  return left > 0 ? [...dead, { kind: 'dead_link', message: more }] : dead;
}
