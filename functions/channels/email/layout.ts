// From MJML to the HTML and the text of a mail. The only file that knows mjml and html-to-text: they are big, and
// nothing on the way of a message may carry them.
import { convert, type HtmlToTextOptions } from 'html-to-text';
import mjml2html from 'mjml';

interface Layout {
  readonly html: string;
  readonly complaints: readonly string[];
}

interface MjmlError {
  readonly line: number;
  readonly tagName: string;
  readonly message: string;
}

const options = {
  validationLevel: 'strict',
  keepComments: false,
  /** A mail must not fetch fonts from a third party that nobody asked for. */
  fonts: {},
  /** No file of ours comes into a mail. */
  ignoreIncludes: true,
} as const;

export async function toHtml(mjml: string): Promise<Layout> {
  try {
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

/** What MJML makes of a preheader. */
const hidden = 'div[style^="display:none"]';

/** Upper-case headings would turn `{{ person.first_name }}` into a name that does not exist. */
const asWritten: HtmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: hidden, format: 'skip' },
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    { selector: 'table', options: { uppercaseHeaderCells: false } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false },
    })),
  ],
};

interface Text {
  readonly text: string;
  readonly complaints: readonly string[];
}

export function toText(html: string): Text {
  try {
    return { text: `${convert(html, asWritten).trim()}\n`, complaints: [] };
  } catch (error) {
    return { text: '', complaints: [`the text part: ${(error as Error).message}`] };
  }
}

/** What a list of mails shows after the subject; empty when the mail says nothing of it. */
export const preheaderOf = (html: string): string =>
  convert(html, {
    wordwrap: false,
    baseElements: { selectors: [hidden], returnDomByDefault: false },
  });

/** Of a page that was parsed: "text", "tag", "comment"; names are in lower case. */
export interface Node {
  readonly type: string;
  readonly name?: string | undefined;
  readonly data?: string | undefined;
  readonly attribs?: Readonly<Record<string, string>> | undefined;
  readonly children?: readonly Node[] | undefined;
}

/** The body, or all of it where there is none. */
export function nodesOf(html: string): readonly Node[] {
  const nodes: Node[] = [];
  const take = (node: Node) => {
    nodes.push(node);
  };
  convert(html, { formatters: { take }, selectors: [{ selector: '*', format: 'take' }] });
  return nodes;
}
