// The last look at a compiled mail: what mailboxes do not run, links that lead nowhere, and what the
// law asks of marketing. Judges the finished HTML, so that a layout cannot hide anything.
import type { CompiledTemplate } from '../../../workflows/model/template.ts';
import { strangeLink, strangeSource } from './links.ts';
import { plainLiquid } from './liquid.ts';
import { seenIn } from './seen.ts';

type Mail = Pick<CompiledTemplate, 'kind' | 'html' | 'text'>;

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/<(?:script|iframe|object|embed|form)\b/i, 'scripts, frames and forms do not work in mail'],
  [/<(?:video|audio|source|frame|frameset|applet)\b/i, 'sound and film do not play in mail'],
  [/<base[\s/>]/i, 'a mail has no <base>: write whole addresses'],
  [
    /<meta\b[^<>]*http-equiv\s*=\s*["']?\s*refresh/i,
    'a mail leads nowhere by itself (<meta> refresh)',
  ],
  // As MJML writes what <mj-font> asks for.
  [
    /<link\b(?! href="[^"<>]*" rel="stylesheet" type="text\/css">)/i,
    'mail loads no style sheets; for a font, write <mj-font>',
  ],
  [/<[a-z][^<>]*\son\w+\s*=/i, 'handlers such as onclick do not work in mail'],
  [/<[a-z][^<>]*\s[\w:-]+\s*=\s*\{[{%]/i, 'an attribute with Liquid needs quotes around its value'],
];

/** CAN-SPAM and its like: who sends this, and a visible way out. */
const required = [
  ['wayOut', 'marketing needs a visible link to {{ unsubscribe_url }}'],
  ['address', 'marketing needs the postal address: {{ organization.address }}'],
] as const;

const whereSeen = 'where every reader sees it, outside of conditions, loops and what is hidden';

/** Far more than a mailbox shows, and less than the engine reads once links are marked. */
const mostHtml = 500_000;

export function complaintsAboutMail({ kind, html, text }: Mail): string[] {
  if (html.length > mostHtml) return [tooLarge(html.length)];
  const link = strangeLink(html);
  const source = strangeSource(html);
  return [
    ...complaintsAboutText(text),
    ...forbidden.filter(([pattern]) => pattern.test(html)).map(([, reason]) => reason),
    ...(link === undefined ? [] : [`the link "${link}" is not http, https, mailto, tel or sms`]),
    ...(source === undefined ? [] : [`the image "${source}" is not http, https, cid or data`]),
    ...(kind === 'marketing' ? complaintsAboutLaw(html) : []),
  ];
}

const tooLarge = (length: number): string =>
  `the compiled mail is too large: ${length} characters, where ${mostHtml} are the most (Gmail shows the first 102 KB of a mail)`;

function complaintsAboutLaw(html: string): string[] {
  try {
    const seen = seenIn(html);
    return required.filter(([what]) => !seen[what]).map(([, reason]) => `${reason}, ${whereSeen}`);
  } catch (error) {
    return [`the way out and the postal address cannot be found: ${(error as Error).message}`];
  }
}

/** Liquid inside an image or its words is not part of the text; half a pair may have gone with it. */
function complaintsAboutText(text: string): string[] {
  try {
    plainLiquid.parse(text);
    return [];
  } catch (error) {
    return [`the text part, made from the body, has broken Liquid: ${(error as Error).message}`];
  }
}
