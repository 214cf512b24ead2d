// What the pages say, by language, and the version of these words: the consent ledger names it beside what was shown.
import { en } from './texts-en.ts';
import { fa } from './texts-fa.ts';
import { pl } from './texts-pl.ts';

export type Texts = Readonly<Record<keyof typeof en, string>>;

export const languages = ['en', 'fa', 'pl'] as const;
export type Language = (typeof languages)[number];

export const textsIn: Readonly<Record<Language, Texts>> = { en, fa, pl };

/** Raise it with every change of a text that somebody agrees to. */
export const textsVersion = 'pages-1';
