// What the beginning of a mail says besides its content: its language, the direction in which that is written, and the
// line that a list of mails shows after the subject.
import { escapeHtml } from '../../escape-html.ts';
import type { Complaint } from './variables.ts';

interface Opened {
  readonly mjml: string;
  readonly complaints: readonly Complaint[];
}

const root = /<mjml\b([^<>]*)>/;
const said = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i');

const saidOf = (mjml: string, name: string): string | undefined =>
  said(name).exec(root.exec(mjml)?.[1] ?? '')?.[1];

/** The language that `<mjml lang>` names. */
export const languageSaid = (mjml: string): string | undefined => saidOf(mjml, 'lang');

/** Languages that are written from right to left unless they name another script (CLDR). */
const rightToLeft = /^(?:ar|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)(?:-|$)/;

const directionOf = (language: string): 'ltr' | 'rtl' => {
  const [, script] = /^[a-z]+-([A-Z][a-z]{3})/.exec(language) ?? [];
  if (script !== undefined) return /^(?:Arab|Hebr|Syrc|Thaa)$/.test(script) ? 'rtl' : 'ltr';
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
};

const base = (tag: string): string => tag.split('-', 1)[0]?.toLowerCase() ?? '';

/** Readers' software pronounces and lays out by what `lang` and `dir` say; what the author says of them stays. */
export function inLanguage(mjml: string, language: string): Opened {
  const written = languageSaid(mjml);
  if (written !== undefined && base(written) !== base(language)) {
    const reason = `<mjml lang="${written}"> says another language than ${language}`;
    return { mjml, complaints: [{ field: 'mjml', said: reason }] };
  }
  const added = [
    ...(written === undefined ? [` lang="${language}"`] : []),
    ...(saidOf(mjml, 'dir') === undefined ? [` dir="${directionOf(language)}"`] : []),
  ];
  return { mjml: mjml.replace(root, `<mjml$1${added.join('')}>`), complaints: [] };
}

const liquid = /(\{\{.*?\}\}|\{%.*?%\})/s;

/** On the line of the tag before it, so that lines keep their numbers. One in the document itself goes. */
export function withPreheader(mjml: string, preheader: string | undefined): string {
  if (preheader === undefined) return mjml;
  const text = preheader
    .split(liquid)
    .map((part) => (liquid.test(part) ? part : escapeHtml(part)))
    .join('');
  const preview = `<mj-preview>${text}</mj-preview>`;
  const open = mjml.replace(
    /<mj-preview\b(?:(?!<mj-preview\b)[\s\S])*?<\/mj-preview>/g,
    blankLines,
  );
  if (/<mj-head\s*>/.test(open)) return open.replace(/<mj-head\s*>/, (head) => head + preview);
  return open.replace(root, (tag) => `${tag}<mj-head>${preview}</mj-head>`);
}

const blankLines = (text: string): string => text.replaceAll(/[^\n]+/g, '');
