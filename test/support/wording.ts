// The words of the console in a language, as its pages have them; what is asked for and not there is kept in `missing`.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next from 'i18next';
import type { Wording } from '../../console/web/parts/condition/sentence.ts';

export const languages = ['en', 'fa', 'pl'] as const;
export type Language = (typeof languages)[number];

const words = join(import.meta.dirname, '../../console/web/words');

const messagesOf = (language: Language): Record<string, string> =>
  Object.assign(
    {},
    ...globSync(`${language}/*.json`, { cwd: words }).map((file) =>
      JSON.parse(readFileSync(join(words, file), 'utf8')),
    ),
  );

interface Words extends Wording {
  /** Messages that the language does not have. English has those with plurals only. */
  readonly missing: readonly string[];
}

export function wordingIn(language: Language): Words {
  const missing: string[] = [];
  const instance = i18next.createInstance();
  void instance.init({
    ...{ lng: language, keySeparator: false, nsSeparator: false, initAsync: false },
    ...{
      saveMissing: true,
      missingKeyHandler: (_: unknown, __: unknown, key: string) => missing.push(key),
    },
    resources: { [language]: { translation: messagesOf(language) } },
    interpolation: { escapeValue: false },
  });
  return {
    ...{ language, missing, t: instance.t },
    number: (value) => value.toLocaleString(language),
    called: (_, id) => String(id ?? ''),
  };
}
