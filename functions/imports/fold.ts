// Makes words comparable that people write differently: case, blanks, hyphens and marks, Persian and Arabic letters.

/** "E-mail Address", "e_mail address" and "EmailAddress" are one; so are "Imię" and "imie". */
export const fold = (text: string): string => foldLetters(text).replace(/[^\p{L}\p{N}]/gu, '');

const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ي', 'ی')
    .replaceAll('ى', 'ی')
    .replaceAll('ك', 'ک');

/** Persian and Arabic digits as those of everybody else. */
export const foldDigits = (text: string): string =>
  text.replace(/[۰-۹٠-٩]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
