// The console's languages. A message is its own key, in English; Persian and Polish are asked for when they are chosen.
import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
export const languages = { en: 'English', fa: 'فارسی', pl: 'Polski' } as const;
export type Language = keyof typeof languages;

type Messages = Readonly<Record<string, string>>;

/** English is there at once: its files hold nothing but plurals. */
const english = import.meta.glob<Messages>('./en/*.json', { eager: true, import: 'default' });
const others = {
  fa: import.meta.glob<Messages>('./fa/*.json', { import: 'default' }),
  pl: import.meta.glob<Messages>('./pl/*.json', { import: 'default' }),
} as const;

const merged = (files: readonly Messages[]): Messages => Object.assign({}, ...files);

const kept = 'perennial-language';

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/** What was chosen here before, else the browser's first that we have. */
function preferred(): Language {
  const chosen = localStorage.getItem(kept);
  const tags = [chosen ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return tags.find(isLanguage) ?? 'en';
}

/**
 * Numbers within sentences have the digits and the separators of the language. What comes into a sentence that runs from
 * right to left keeps its own direction: it stands between the marks FSI and PDI.
 */
const digits: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _, language) => {
    if (typeof value === 'number') return value.toLocaleString(language);
    return i18next.dir(language) === 'rtl' ? `\u2068${value}\u2069` : String(value);
  },
};

export async function startWords(): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(digits)
    .init({
      resources: { en: { translation: merged(Object.values(english)) } },
      lng: 'en',
      fallbackLng: 'en',
      keySeparator: false,
      nsSeparator: false,
      // React escapes what it shows.
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
  await speak(preferred());
}

export async function speak(language: Language): Promise<void> {
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'translation')) {
    const files = await Promise.all(Object.values(others[language]).map((read) => read()));
    i18next.addResourceBundle(language, 'translation', merged(files));
  }
  localStorage.setItem(kept, language);
  await i18next.changeLanguage(language);
}
