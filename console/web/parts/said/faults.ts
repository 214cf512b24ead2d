// What is wrong with what somebody wrote, or why it was refused, in the reader's language.
import i18next, { type TFunction } from 'i18next';
import { asides } from './phrases/asides.ts';
import { looks } from './phrases/looks.ts';
import { mails } from './phrases/mails.ts';
import { problems } from './phrases/problems.ts';
import { refusals } from './phrases/refusals.ts';
import { schemas } from './phrases/schemas.ts';
import { sending } from './phrases/sending.ts';
import { typed } from './phrases/typed.ts';
import { sayBy } from './say.ts';

export const faults = [
  ...schemas,
  ...mails,
  ...sending,
  ...refusals,
  ...problems,
  ...typed,
  ...asides,
  ...looks,
];

export const sayFault = sayBy(faults);
const sayPlainly = sayBy(schemas);

/** Faults name things by their ids, as whoever wrote them did. What is not known stays as it is. */
export function faultWords(text: string, t: TFunction): string {
  const { language } = i18next;
  const speech = {
    ...{ t, language, called: (_: unknown, id: unknown) => String(id) },
    number: (value: number) => value.toLocaleString(language),
    moment: (at: number) => new Date(at).toLocaleString(language),
  };
  const say = language === 'en' ? sayPlainly : sayFault;
  return say(text, speech) ?? text;
}
