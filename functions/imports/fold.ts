// Makes words comparable that people write differently: case, blanks, hyphens and marks, Persian and Arabic letters.
import { foldScript } from '../../workflows/conditions/fold.ts';

/** "E-mail Address", "e_mail address" and "EmailAddress" are one; so are "Imię" and "imie". */
export const fold = (text: string): string =>
  foldScript(text.normalize('NFKD').toLowerCase())
    .replaceAll('ł', 'l')
    .replace(/[^\p{L}\p{N}]/gu, '');
