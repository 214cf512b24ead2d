// What a contact can be found by as somebody types: its addresses, its own ids, and its name in every order of its
// words. All of it is folded, so that neither case, accents nor the keyboard that it was written on matter.
import { foldText } from '../conditions/fold.ts';
import type { Contact } from './contact.ts';
import type { Fields } from './event.ts';

/** Letters that are none with a mark, and are typed as if they were. */
const plain: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' },
  ...{ ة: 'ه', ە: 'ه', ٱ: 'ا', '’': "'" },
};
const notPlain = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu');

/** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic; what only stretches a word; joiners that are not seen. */
const unseen = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff]/gu;

const mostLetters = 80;
const mostWords = 4;
const mostEntries = 12;

/** What is typed, as it is compared: "  Łukasz Żółw " is "lukasz zolw". */
export const foldTyped = (text: string): string => {
  const unmarked = foldText(foldText(text).normalize('NFD').replace(unseen, ''));
  const bare = unmarked.replace(notPlain, (one) => plain[one] ?? one);
  return [...bare.trim().replace(/\s+/gu, ' ')].slice(0, mostLetters).join('');
};

/** Every text at whose beginning the contact is found; none twice. */
export function findableAs({
  identities,
  traits,
}: Pick<Contact, 'identities' | 'traits'>): readonly string[] {
  const keys = identities.flatMap((key) =>
    /^(?:email|user):/.test(key) ? [key.slice(key.indexOf(':') + 1)] : [],
  );
  const words = foldTyped(nameOf(traits)).split(' ').slice(0, mostWords);
  const orders = words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(' '));
  const all = [...orders, ...[...keys, textOf(traits.email)].map(foldTyped)];
  return [...new Set(all)].filter((one) => one !== '').slice(0, mostEntries);
}

const nameOf = (traits: Fields): string => {
  const [first, last] = [
    firstOf(traits, 'first_name', 'firstName'),
    firstOf(traits, 'last_name', 'lastName'),
  ];
  return first === '' && last === '' ? textOf(traits.name) : `${first} ${last}`;
};

const firstOf = (traits: Fields, ...names: readonly string[]): string =>
  names.map((name) => textOf(traits[name])).find((text) => text !== '') ?? '';

const textOf = (value: Fields[string] | undefined): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
