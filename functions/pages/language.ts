// In which language a page is shown, and how that one writes numbers and days. Nobody is guessed to speak what they did not
// ask for: English is for everybody else.
import { lookUp } from '../../workflows/model/language.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { type Language, languages } from './texts.ts';

interface Wanted {
  /** Of the address of the page. */
  readonly asked?: string | undefined;
  /** Of the contact. */
  readonly spoken?: string | undefined;
  /** Of the browser, as Accept-Language says it. */
  readonly accepted?: string | undefined;
}

export function chooseLanguage({ asked, spoken, accepted = '' }: Wanted): Language {
  for (const wanted of [asked, spoken, ...byPreference(accepted)]) {
    const found = wanted === undefined ? undefined : languageNamed(wanted);
    if (found) return found;
  }
  return 'en';
}

/** "fa-IR" is "fa"; undefined for what the pages do not speak. */
export const languageNamed = (wanted: string): Language | undefined =>
  lookUp(languages, wanted) as Language | undefined;

/** "pl;q=0.8, fa" asks for fa, then for pl (RFC 9110, 12.5.4). */
function byPreference(accepted: string): string[] {
  return accepted
    .slice(0, 1_000)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const weight = parameters.find((part) => /^q=/i.test(part))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  language === 'fa' ? 'rtl' : 'ltr';

export const writeNumber = (number: number, language: Language): string =>
  new Intl.NumberFormat(language).format(number);

/** In the calendar that people of that language count by. */
export const writeDay = (at: Instant, language: Language, zone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(at);
