// Turns what a marketer wrote (MJML with Liquid) into what deliver fills in (HTML and text with Liquid).
// Refuses (422) what would break, leak or be unlawful in a mailbox, and says where. The only file that
// knows mjml and html-to-text: they are big, and nothing on the way of a message may carry them.
import { convert, type HtmlToTextOptions } from 'html-to-text';
import mjml2html from 'mjml';
import type { CompiledTemplate, TemplateSource } from '../../../workflows/model/template.ts';
import { Refused } from '../../errors.ts';
import { complaintsAboutMail } from './inspect-mail.ts';
import { readVariables } from './variables.ts';

export async function compileTemplate(
  name: string,
  source: TemplateSource,
): Promise<CompiledTemplate> {
  const refuse = (complaints: readonly string[]) => {
    if (complaints.length > 0) throw new Refused(422, `Template ${name}: ${complaints.join('; ')}`);
  };
  const { event, complaints } = readVariables(source);
  refuse(complaints);
  const layout = await toHtml(source.mjml);
  refuse(layout.complaints);
  refuse(lostLiquid(source.mjml, layout.html));
  const mail = { kind: source.kind, html: layout.html, text: toText(layout.html) };
  refuse(complaintsAboutMail(mail));
  return { name, subject: source.subject, ...mail, event };
}

interface Layout {
  readonly html: string;
  readonly complaints: readonly string[];
}

interface MjmlError {
  readonly line: number;
  readonly tagName: string;
  readonly message: string;
}

/** `fonts: {}`: a mail must not fetch fonts from a third party that nobody asked for. */
async function toHtml(mjml: string): Promise<Layout> {
  if (/<mj-include\b/.test(mjml)) {
    return {
      html: '',
      complaints: ['mj-include: a template is one document, without other files'],
    };
  }
  try {
    const options = { validationLevel: 'strict', keepComments: false, fonts: {} } as const;
    return { html: compact((await mjml2html(mjml, options)).html), complaints: [] };
  } catch (error) {
    const { errors = [], message } = error as { errors?: MjmlError[]; message: string };
    const places = errors.map((each) => `line ${each.line}, ${each.tagName}: ${each.message}`);
    return { html: '', complaints: withHint(places.length > 0 ? places : [message]) };
  }
}

/** MJML's indentation is a quarter of a mail. Where blanks count, they stay. */
function compact(html: string): string {
  return /<pre|white-space:\s*pre/i.test(html) ? html : html.replace(/\n\s+/g, '\n');
}

/** A double quote inside Liquid ends the attribute around it, which MJML reports in its own words. */
function withHint(complaints: readonly string[]): readonly string[] {
  const torn = complaints.some((complaint) => /[}%]\}/.test(complaint));
  const hint = "inside an attribute, Liquid needs single quotes: {{ x | default: 'y' }}";
  return torn ? [...complaints, hint] : complaints;
}

/** MJML drops what stands between its elements without a word. */
function lostLiquid(mjml: string, html: string): string[] {
  const kept = countLiquid(html);
  const written = countLiquid(mjml.replace(/<!--.*?-->/gs, ''));
  return [...written]
    .filter(([token, times]) => (kept.get(token) ?? 0) < times)
    .map(([token]) => `${token} is lost; Liquid lives inside mj-text, mj-raw or an attribute`);
}

function countLiquid(markup: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [token] of markup.matchAll(/\{\{.*?\}\}|\{%.*?%\}/gs)) {
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return counts;
}

/** Upper-case headings would turn `{{ person.first_name }}` into a name that does not exist. */
const asWritten: HtmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: 'div[style^="display:none"]', format: 'skip' },
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    { selector: 'table', options: { uppercaseHeaderCells: false } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
};

const toText = (html: string) => `${convert(html, asWritten).trim()}\n`;
