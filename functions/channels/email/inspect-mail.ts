// The last look at a compiled mail: what mailboxes do not run, links that lead nowhere, and what the
// law asks of marketing. Judges the finished HTML, so that a layout cannot hide anything.
import type { CompiledTemplate } from '../../../workflows/model/template.ts';
import { strangeLink } from './links.ts';
import { htmlLiquid, plainLiquid } from './liquid.ts';

type Mail = Pick<CompiledTemplate, 'kind' | 'html' | 'text'>;

const forbidden: readonly (readonly [RegExp, string])[] = [
  [/<(?:script|iframe|object|embed|form)\b/i, 'scripts, frames and forms do not work in mail'],
  [/<[a-z][^<>]*\son\w+\s*=/i, 'handlers such as onclick do not work in mail'],
  [/<[a-z][^<>]*\s[\w:-]+\s*=\s*\{[{%]/i, 'an attribute with Liquid needs quotes around its value'],
];

/** CAN-SPAM and its like: who sends this, and a visible way out. */
const required = [
  ['unsubscribe_url', 'marketing needs a visible link to {{ unsubscribe_url }}'],
  ['organization.address', 'marketing needs the postal address: {{ organization.address }}'],
] as const;

export function complaintsAboutMail({ kind, html, text }: Mail): string[] {
  const link = strangeLink(html);
  const printed = htmlLiquid.fullVariablesSync(htmlLiquid.parse(html));
  return [
    ...complaintsAboutText(text),
    ...forbidden.filter(([pattern]) => pattern.test(html)).map(([, reason]) => reason),
    ...(link === undefined ? [] : [`the link "${link}" is not http, https, mailto, tel or sms`]),
    ...required
      .filter(([name]) => kind === 'marketing' && !printed.includes(name))
      .map(([, reason]) => reason),
  ];
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
