// What the pages know of a template: its source, the wording of one language, and which way a language runs.
import type { Schemas } from '../../api/client.ts';

export type Template = Schemas['getTemplatesIdAnswer'];
export type Source = Schemas['putTemplatesIdBody'];

/* t('Marketing') t('Transactional') */
/** In English, as every message. */
export const kinds = { marketing: 'Marketing', transactional: 'Transactional' } as const;

/** What is said in one language. */
export interface Wording {
  readonly subject: string;
  readonly preheader?: string;
  readonly mjml: string;
}

/** The template itself, and not one of its variants; no language is called so. */
export const own = '*';

export const wordingOf = (source: Source, variant: string): Wording =>
  variant === own ? source : (source.variants?.[variant] ?? source);

export function withWording(
  source: Source,
  variant: string,
  { preheader, ...said }: Wording,
): Source {
  // An empty preheader is none.
  const wording = { ...said, ...(preheader ? { preheader } : {}) };
  if (variant !== own) return { ...source, variants: { ...source.variants, [variant]: wording } };
  const { preheader: _, ...rest } = source;
  return { ...rest, ...wording };
}

/** The language of the template itself: as it is said, else as its MJML says. */
export const languageOf = ({ language, mjml }: Source): string =>
  language ?? /<mjml\b[^>]*\blang="([\w-]+)"/.exec(mjml)?.[1] ?? 'en';

export const directionOf = (language: string): 'ltr' | 'rtl' =>
  /^(?:ar|fa|he|ur|ps|sd|ug|yi|dv|ckb)\b/.test(language) ? 'rtl' : 'ltr';

/** "Persian", in the reader's words. */
export const nameOfLanguage = (language: string, reader: string): string => {
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
};

/** A name within a sentence, whichever way either runs. */
export const apart = (name: string): string => `\u2068${name}\u2069`;
