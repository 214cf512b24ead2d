// Languages as BCP 47 writes them ("en", "fa", "pt-BR"), and which of several fits a person.
import * as z from 'zod';
import type { Fields } from './event.ts';

/** Language, script, region, each in its usual case: anything else is a misspelling. */
const shape = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;

export const languageTag = z.string().regex(shape, 'a language such as en, fa or pt-BR');

/** Of more than one place the first that says something; undefined when none does. */
export const languageOf = ({ locale, language, last_locale }: Fields): string | undefined =>
  [locale, language, last_locale].find((one) => typeof one === 'string' && one.trim() !== '') as
    | string
    | undefined;

/** "fa_IR.UTF-8", "FA-ir" and "fa-IR,en;q=0.8" are all "fa-ir". */
const plain = (written: string): string =>
  (/^[a-z0-9_-]*/i.exec(written.trim())?.[0] ?? '').replaceAll('_', '-').toLowerCase();

/** The tag that fits best: "fa-IR" asks for fa-IR, then for fa (RFC 4647, lookup). */
export function lookUp(tags: readonly string[], wanted: string): string | undefined {
  for (
    let range = plain(wanted);
    range !== '';
    range = range.slice(0, Math.max(0, range.lastIndexOf('-')))
  ) {
    const found = tags.find((tag) => tag.toLowerCase() === range);
    if (found !== undefined) return found;
  }
  return undefined;
}
