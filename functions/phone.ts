// Phone numbers as E.164. A number without its country's code is read as one of the country that the owner names, and
// never of one that is guessed: a zone or a language is no proof of where a phone is.
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** "+48501501501"; undefined for what is none, or has no code and no country is named. Digits may be of any script. */
export function phoneOf(text: string, country?: string): string | undefined {
  const dialed = text.trim().replace(/^[0۰٠]{2}(?=\P{L}*$)/u, '+');
  const found = parsePhoneNumberFromString(dialed, {
    extract: false,
    ...(country && { defaultCountry: country as CountryCode }),
  });
  return found?.isValid() ? found.number : undefined;
}
