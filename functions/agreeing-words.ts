// Whether the words beside a ticked box agree to get mail. A box may stand beside "I do not want mail" as well: a word
// of no or of leaving, in any language we know it in, makes them no agreement. What is wrongly doubted is only not taken.
import { foldScript } from '../workflows/conditions/fold.ts';
import { answered } from './answers-yes-no.ts';

/** Words without marks; a star stands for any ending. */
const wordsOf = (list: string): string =>
  list
    .split(',')
    .map((word) => word.trim().replace('*', '\\p{L}*'))
    .join('|');
const anyOf = (...lists: readonly string[]): RegExp =>
  new RegExp(` (?:${lists.map(wordsOf).join('|')})(?= )`, 'u');
const startOf = (...lists: readonly string[]): RegExp =>
  new RegExp(`^ (?:${lists.map(wordsOf).join('|')}) `, 'u');
const everyOf = (...lists: readonly string[]): RegExp => new RegExp(anyOf(...lists), 'gu');

const negated = anyOf(
  'no, not, non, none, nope, never, nothing, neither, nor, nobody, cannot, dont, doesnt, wont, cant, without, against, except, disagree*, declin*, refus*, reject*, object, objection, avoid, refrain*, exclude*, skip*, oppos*, mute*, spare me, exempt*',
  'nie, niechc*, niezgod*, nigdy, bez, ani, zadn*, brak, odmaw*, odmow*, sprzeciw*, zakaz*',
  'nein, nicht, nichts, nie, niemals, kein*, ohne, ablehn*, lehne, verzicht*, widersprech*, widerspruch',
  'ne, n, pas, jamais, aucun*, rien, sans, ni',
  'نه, خیر, نمی*, نیست*, نباش*, نبود*, نکن*, نکرد*, نفرست*, نخواه*, نخواست*, ندار*, نداشت*, نده, ندهید, ندهند, ندهم, نشو, نشوم, نشود, نشوید, نشوند, نشد*, نگیر*, نگرفت*, نیای*, نزن*, نرسان*, نگذار*, نپذیر*, هرگز, هیچ*, بدون, بی, عدم, مخالف*, ناراضی, نارضایت*, رد, ممنوع, غیرفعال',
  'nunca, sin, ningun*, rechaz*, senza, rifiut*, nao, sem, niet, geen, nooit, zonder, nechc*, nesouhlas*, nezasil*, neposil*, nej, nei, inte, ikke, ingen, hayir, istemiyor*, degil, не, нет, ні, никогда, без, отказ*, відмов*, لا, لن, ارفض, رفض',
);
const leaving = anyOf(
  'unsub*, stop*, keep me out, want out, out of this, hold all, hold my, hold the, hold back, opt out, opt me out, opting out, opted out, optout, withdraw*, revok*, cancel*, remov*, delet*, leave, quit, cease, block, suppress, me off, off the list, off your list, spam',
  'wypis*, rezygn*, zrezygn*, wycof*, cofn*, cofam, odwol*, przesta*, zaprzesta*, anul*, usun*',
  'abmeld*, abbestell*, austrag*, widerruf*, kundig*, abwahl*, desabonn*, desinscri*, retirer, annul*, supprim*, arret*, revoqu*',
  'لغو, انصراف, منصرف, قطع, حذف, توقف, متوقف, خروج, خارج, اسپم, هرزنامه',
  'darme de baja, darse de baja, baja, disiscri*, revoc*, afmeld*, uitschrij*, odhlas*, iptal, отпис*, отмен*, відпис*, الغاء',
);
/** Whoever may leave when they like has not left. */
const free = anyOf(
  'any time, anytime, whenever, always, can, may',
  'w kazdej chwili, w dowolnym momencie, zawsze, moge, mozesz, mozna',
  'jederzeit, kann, kannst, konnen, a tout moment, peux, pouvez, puis',
  'هر زمان, هر زمانی, هر وقت, هر لحظه, هر موقع, میتوان*, می توان*',
  'en cualquier momento, in qualsiasi momento',
);
const commanding = anyOf(
  'unsubscribe me, remove me, delete me, opt me, take me, to me, mail me, email me, contact me, sending me, mnie, مرا, من را',
);
const promises = everyOf(
  'no spam, never spam, not spam, without spam, never share, not share, never sell, not sell, not miss, never miss',
  'bez spamu, zero spamu, kein spam, keinen spam, ohne spam, sans spam, pas de spam, بدون اسپم, بدون هرزنامه, sin spam',
);
const agreeing = startOf(
  'yes, yeah, i agree, i consent, i accept, i want, i would like, i d like, i wish, i confirm, send me, please send me, sign me up, subscribe me, keep me, count me in',
  'tak, zgadzam sie, wyrazam zgode, chce, chcialbym, chcialabym, prosze o, zapisz mnie, zapisuje sie',
  'ja, ich mochte, ich will, ich stimme, ich willige, oui, je souhaite, je veux, je voudrais, j accepte, j aimerais, je consens, si, sim',
  'بله, بلی, اری, موافقم, میخواهم, می خواهم, مایلم, لطفا خبرنامه',
);

/** Somebody speaks of themselves, or bids us: "do not send" is no promise, as "is not sold" is one. */
const personal = anyOf(
  'i, me, do not send, do not mail, do not email, do not write, do not contact, stop, unsubscribe',
  'mnie, mi, chce, zycze, zgadzam, wyrazam, prosze, rezygnuje, odmawiam, wypisz, wypiszcie',
  'ich, mich, mir, bitte, je, moi',
  'من, مرا, نمیخواهم, نمی خواهم, نمیخوام, نخواهم, نیستم, ندارم, نفرست*, ندهید, نکنید',
);

const sentenceEnds = /[.!?;؟؛\n]+(?:\s|$)/u;
const clauseEnds =
  /[^\p{L}\p{N}\s'’-]+|\s-+\s|\s(?:and|but|oraz|i|ale|und|aber|et|mais|و|ولی|اما|y|e)\s/u;

/** Without case, marks and joiners; "don't" in two words. */
const plain = (text: string): string =>
  foldScript(text.normalize('NFKD').toLowerCase())
    .replaceAll('ł', 'l')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/n['’]t\b/g, ' not');

/** Between blanks, so that a word is found whole. */
const spaced = (text: string): string => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

const isHarmless = (clause: string): boolean =>
  !negated.test(clause) &&
  (!leaving.test(clause) || (free.test(clause) && !commanding.test(clause)));

/** Says what is agreed to, for "Yes. You may stop writing" agrees to nothing. */
const isTelling = (clause: string): boolean =>
  clause.trim().includes(' ') && !leaving.test(clause) && answered(clause) !== 'yes';

/**
 * "Send me news" agrees, and so does what begins with a yes and goes on to promise: "Yes, send me news. Unsubscribe at
 * any time." "I do not agree" does not, nor "Yes, stop writing to me".
 */
export function isAgreeing(text: string): boolean {
  if (answered(text) === 'no') return false;
  const written = plain(text);
  const whole = spaced(written);
  if (!negated.test(whole) && !leaving.test(whole)) return true;
  if (!agreeing.test(whole)) return false;
  const clauses = clausesOf(written);
  return clauses.every(isHarmless) && clauses.some(isTelling);
}

const clausesOf = (text: string): string[] =>
  text.split(clauseEnds).map((one) => spaced(one).replace(promises, ''));

/**
 * Whether a plain yes beside such words would ask to be left alone. What the first sentence says counts, and of those
 * after it what somebody says of themselves: "My data is not sold" takes nothing back.
 */
export function isOptOut(text: string): boolean {
  const sentences = plain(text).split(sentenceEnds).map(clausesOf);
  const first = sentences.findIndex((clauses) => clauses.some(isTelling));
  const isAsked = (at: number): boolean => first < 0 || at <= first;
  return sentences.some((clauses, at) =>
    clauses.some((clause) => !isHarmless(clause) && (isAsked(at) || personal.test(clause))),
  );
}
