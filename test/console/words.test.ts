// Every message of the console stands in every language, with the plurals that the language has, and none is left over.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { declaredWords } from './declared-words.ts';

const web = join(import.meta.dirname, '../../console/web');
const languages = ['fa', 'pl'] as const;

const sources = globSync('**/*.{ts,tsx}', { cwd: web }).map((file) =>
  readFileSync(join(web, file), 'utf8'),
);

/** What code hands to `t`, in code and in the comments that name computed ones; and what steps and campaigns declare. */
const used = new Set([
  ...(await declaredWords()),
  ...sources.flatMap((source) =>
    [...source.matchAll(/\bt\(\s*(?:'((?:[^'\\]|\\.)+)'|"((?:[^"\\]|\\.)+)")/g)].map(
      ([, single, double]) => (single ?? double ?? '').replaceAll(/\\(.)/g, '$1'),
    ),
  ),
]);

type Messages = Readonly<Record<string, string>>;

const filesOf = (language: string): readonly (readonly [string, Messages])[] =>
  globSync(`words/${language}/*.json`, { cwd: web }).map((file) => [
    basename(file),
    JSON.parse(readFileSync(join(web, file), 'utf8')),
  ]);

const messagesOf = (language: string): Messages =>
  Object.assign({}, ...filesOf(language).map(([, messages]) => messages));

/** The keys under which i18next looks a message up in a language: itself, or one for each of the plurals. */
function formsOf(key: string, language: string): string[] {
  const isCounted = key.includes('{{count}}');
  if (!isCounted) return [key];
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  return pluralCategories.map((category) => `${key}_${category}`);
}

const variables = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the words of the console', () => {
  it('are found at all', () => expect(used.size).toBeGreaterThan(40));

  it.each(languages)('all stand in %s', (language) => {
    const messages = messagesOf(language);
    const missing = [...used]
      .flatMap((key) => formsOf(key, language))
      .filter((key) => !messages[key]);
    expect(missing).toEqual([]);
  });

  it('have a singular and a plural in English where something is counted', () => {
    const english = messagesOf('en');
    const counted = [...used].filter((key) => key.includes('{{count}}'));
    const missing = counted.flatMap((key) => formsOf(key, 'en')).filter((key) => !english[key]);
    expect(missing).toEqual([]);
  });

  it('have English where a key is no English itself: "state: live"', () => {
    const english = messagesOf('en');
    const codes = sources.flatMap((source) =>
      [...source.matchAll(/\bt\(\s*`([a-z]+: )\$\{/g)].map(([, code = '']) => code),
    );
    const coded = [...used].filter(
      (key) => codes.some((code) => key.startsWith(code)) && !english[key],
    );
    expect(codes.length).toBeGreaterThan(5);
    expect(coded).toEqual([]);
  });

  it.each(['en', ...languages])(
    'of %s are all used, and say the same in every file',
    (language) => {
      const known = new Set([...used].flatMap((key) => [key, ...formsOf(key, language)]));
      const all = filesOf(language).flatMap(([, messages]) => Object.entries(messages));
      expect(all.map(([key]) => key).filter((key) => !known.has(key))).toEqual([]);
      const merged = messagesOf(language);
      expect(all.filter(([key, text]) => merged[key] !== text)).toEqual([]);
    },
  );

  it.each(languages)('of %s leave no value out', (language) => {
    const wrong = Object.entries(messagesOf(language)).filter(([key, text]) => {
      const [plain] = key.split(/_(?:zero|one|two|few|many|other)$/);
      const wanted = variables(plain ?? '').filter((name) => name !== 'count');
      return wanted.some((name) => !variables(text).includes(name));
    });
    expect(wrong).toEqual([]);
  });
});
