// Yes and no as people and products write them, in English, Polish and Persian. What is neither is no answer: whoever
// asks for a consent takes only a yes, and "maybe", "yes?" and "-1" are none.
import { fold } from './imports/fold.ts';

export type Answer = 'yes' | 'no';

/** What is said of mail rather than answered: "unsubscribed" is a no to "Consent", and none to "Unsubscribed". */
const states: Readonly<Record<Answer, string>> = {
  yes: 'subscribed, subscribe, opted in, opt in, optin, optedin, confirmed, active, zapisany, zapisana, subskrybuje, aktywny, aktywna, potwierdzony, potwierdzona, agree, agreed, i agree, accepted, consented, granted, zgoda, zgadzam się, wyrażam zgodę, wyrażona, udzielona, عضو, مشترک, فعال, موافق, موافقم',
  no: 'unsubscribed, unsubscribe, opted out, opt out, not subscribed, non-subscribed, never subscribed, inactive, cleaned, bounced, bounce, complained, complaint, spam, blocked, suppressed, withdrawn, revoked, wypisany, wypisana, niezapisany, niezapisana, nieaktywny, nieaktywna, zrezygnował, zrezygnowała, rezygnacja, wycofana, cofnięta, zablokowany, لغو, لغو اشتراک, لغو عضویت, لغو شده, غیرفعال, disagree, i disagree, i do not agree, declined, denied, refused, rejected, brak zgody, nie zgadzam się, nie wyrażam zgody, odmowa, مخالف, مخالفم',
};

const words: Readonly<Record<Answer, string>> = {
  yes: 'true, 1, on, yes, y, tak, t, prawda, بله, بلی, آری, درست, دارد',
  no: 'false, 0, off, no, n, none, never, nein, non, nie, f, fałsz, brak, خیر, نه, نادرست, ندارد',
};

/** Of somebody who is asked whether they want mail, and of no other column: "ne" is a state of America, too. */
const declined =
  'ne, nej, nei, niet, нет, no thanks, no thank you, not interested, do not want, i do not want, dont want, i dont want, do not contact, do not email, do not mail, unsubscribe me, please unsubscribe me, nie chcę, nie chce, nie dziękuję, nie wysyłać, nie kontaktować, nie wyraża zgody, rezygnuję, wypisz mnie, proszę mnie wypisać, nein danke, non merci, nechci, رد, رد شد, رد شده, نمی‌خواهم, نمی‌خواهد, موافق نیستم, نفرستید';

const table = (all: Readonly<Record<Answer, string>>): ReadonlyMap<string, Answer> =>
  new Map(
    (['yes', 'no'] as const).flatMap((answer) =>
      all[answer].split(',').map((word): [string, Answer] => [fold(word), answer]),
    ),
  );
const statesByWord = table(states);
const answersByWord = table(words);
const declinedWords = new Set(declined.split(',').map(fold));

/** Of a sign and of doubt nothing is left when words are folded. */
const isDoubtful = (text: string): boolean => /[?؟]|[-−+]\s*\d/u.test(text);

const looked = (known: ReadonlyMap<string, Answer>, text: string): Answer | undefined =>
  isDoubtful(text) ? undefined : known.get(fold(text));

/** To a question of any kind: "tak", "0". */
export const answeredPlainly = (text: string): Answer | undefined => looked(answersByWord, text);

/** Whether somebody says to get mail: "subscribed", "opted out". */
export const saidOfMail = (text: string): Answer | undefined => looked(statesByWord, text);

/** To the question whether somebody wants mail. Undefined for what is empty, or neither. */
export const answered = (text: string): Answer | undefined =>
  answeredPlainly(text) ??
  saidOfMail(text) ??
  (!isDoubtful(text) && declinedWords.has(fold(text)) ? 'no' : undefined);
