// Formatters of Intl, made once for each way of writing: to make one takes a hundred times as long as to use it.
// A language that the runtime does not know is English; a zone that it does not know is an error.

/** So many are kept; what names them may come from data. */
const most = 500;
const kept = new Map<string, unknown>();

/** What `make` makes, once for each key. */
export function once<T>(key: string, make: () => T): T {
  const known = kept.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  if (kept.size >= most) kept.clear();
  kept.set(key, made);
  return made;
}

function known(language: string): string {
  return once(`language ${language}`, () => {
    try {
      return Intl.getCanonicalLocales(language)[0] ?? 'en';
    } catch (error) {
      if (error instanceof RangeError) return 'en';
      throw error;
    }
  });
}

export const dateFormat = (
  language: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat =>
  once(
    `date ${language} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(known(language), options),
  );

export const numberFormat = (
  language: string,
  options: Intl.NumberFormatOptions = {},
): Intl.NumberFormat =>
  once(
    `number ${language} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(known(language), options),
  );

/** "persian" for fa, "gregory" for most. */
export const calendarOf = (language: string): string =>
  once(`calendar ${language}`, () => dateFormat(language, {}).resolvedOptions().calendar);

/** As the language writes zero to nine. */
const digitsOf = (language: string): readonly string[] =>
  once(`digits ${language}`, () => {
    const format = numberFormat(language, { useGrouping: false });
    return Array.from({ length: 10 }, (_, digit) => format.format(digit));
  });

/** ASCII, Arabic and Persian digits. */
const digits = /[0-9\u0660-\u0669\u06f0-\u06f9]/g;

/** The digits of `text`, as `language` writes them. */
export function inDigitsOf(language: string, text: string): string {
  const own = digitsOf(language);
  return text.replace(digits, (digit) => own[digit.charCodeAt(0) & 15] ?? digit);
}
