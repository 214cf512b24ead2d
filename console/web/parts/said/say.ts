// A sentence of the engine in the reader's language. Its texts are English, for programs and for the timeline that keeps
// them; the phrasebook has all that it writes. Undefined for what stands in none of the phrases.

import { dayWords, listed, timeWords, weekdayWords } from '../campaign/times.ts';
import type { Wording } from '../condition/sentence.ts';
import { spanWords } from '../condition/span.ts';
import { type Phrase, phraseOf, readBy, type SayValue } from './phrase.ts';

export interface Speech extends Wording {
  /** Of milliseconds since 1970. */
  moment(at: number): string;
}

export type Say = (text: string, speech: Speech) => string | undefined;

export function sayBy(keys: readonly string[]): Say {
  const phrases = keys.map(phraseOf);
  return (text, speech) => sayIn({ phrases, speech, known: new Map() }, text);
}

interface Reading {
  readonly phrases: readonly Phrase[];
  readonly speech: Speech;
  /** What was tried before: parts of a sentence come up again and again. */
  readonly known: Map<string, string | undefined>;
}

/** What would take long to read stays as it is. */
const mostParts = 250;

function sayIn(reading: Reading, text: string): string | undefined {
  if (reading.known.has(text)) return reading.known.get(text);
  if (reading.known.size >= mostParts) return undefined;
  reading.known.set(text, undefined);
  const say: SayValue = (kind, value) => valueIn(reading, kind, value);
  for (const phrase of reading.phrases) {
    const said = readBy(phrase, text, say);
    if (!said) continue;
    const found = reading.speech.t(phrase.key, said);
    reading.known.set(text, found);
    return found;
  }
  return undefined;
}

function valueIn(reading: Reading, kind: string, text: string): string | undefined {
  const inner = inners[kind];
  if (inner) return inner(reading, text);
  const { reads, says } = values[kind] ?? plain;
  return reads.test(text) ? says(text, reading.speech) : undefined;
}

const orAsItIs = (reading: Reading, text: string): string | undefined =>
  sayIn(reading, text) ?? (/[()]/.test(text) ? undefined : text);

/** Values that are sentences themselves, or may be. */
const inners: Readonly<Record<string, typeof sayIn>> = {
  said: sayIn,
  because: sayIn,
  condition: sayIn,
  ending: sayIn,
  trigger: sayIn,
  rule: sayIn,
  rules: sayIn,
  missed: sayIn,
  unsent: sayIn,
  remedy: sayIn,
  users: sayIn,
  times: (reading, text) => (/^(?:once|\d+ times)$/.test(text) ? sayIn(reading, text) : undefined),
  found: orAsItIs,
  date: orAsItIs,
};

interface Value {
  readonly reads: RegExp;
  says(text: string, speech: Speech): string;
}

const asIs = (text: string): string => text;
const plain: Value = { reads: /^[^";\n]+$/, says: asIs };

const numberIn: Value = {
  reads: /^-?\d[\d,]*(?:\.\d+)?$/,
  says: (text, { number }) => number(Number(text.replaceAll(',', ''))),
};

const called = (kind: Parameters<Wording['called']>[0]): Value => ({
  reads: /^[\w-]+$/,
  says: (text, speech) => speech.called(kind, text),
});

const daysSaid = (text: string, words: Speech): string =>
  weekdayWords(
    text.match(/[a-z]+day/g) ?? [],
    words,
    / or /.test(text) ? 'disjunction' : undefined,
  );

const numbersSaid = (text: string, words: Speech): string => {
  const all = text.match(/\d+/g) ?? [];
  return listed(
    all.map((one) => words.number(Number(one))),
    words,
  );
};

const whoseZone = "in everybody's own time zone";

const zoneSaid = (text: string, { t }: Speech): string =>
  text === whoseZone
    ? t("in everybody's own time zone")
    : text.replace("the workspace's zone", t("the workspace's zone"));

function lineSaid(text: string, { t, number }: Speech): string {
  const [line = '', block] = text.split(' of block ');
  const amount = number(Number(line));
  return block === undefined ? amount : t('{{amount}} of block {{block}}', { amount, block });
}

/* t('turn: resumed') t('turn: paused') t('turn: stopped') t('turn: deleted') t('kindof: segment') t('kindof: list')
   t('kindof: offer') t('kindof: campaign') t('kindof: topic') t('kindof: template') t('a text') t('a number')
   t('true or false') t('a date such as 2026-05-01') t('a list') t('text') t('a whole number') t('an object')
   t('a fraction') t('null') t('item') t('the event') */
const oneOf = (words: readonly string[], begins = ''): Value => ({
  reads: new RegExp(`^(?:${words.join('|')})$`),
  says: (text, { t }) => t(`${begins}${text}`),
});

const kind = 'true or false|text|a number|a whole number|an object|a list|null|a fraction';
const kinds: Value = {
  reads: new RegExp(`^(?:${kind})(?: or (?:${kind}))*$`),
  says: (text, words) =>
    listed(
      [...text.matchAll(new RegExp(kind, 'g'))].map(([one]) => words.t(one)),
      words,
      'disjunction',
    ),
};

const values: Readonly<Record<string, Value>> = {
  kind: kinds,
  place: {
    reads: /^(?:the event|[\w$][\w$.[\]"-]*)$/,
    says: (text, { t }) => (/^(?:the event|item)$/.test(text) ? t(text) : text),
  },
  turn: oneOf(['resumed', 'paused', 'stopped', 'deleted'], 'turn: '),
  kindof: oneOf(['segment', 'list', 'offer', 'campaign', 'topic', 'template'], 'kindof: '),
  article: oneOf(['a text', 'a number', 'true or false', 'a date such as 2026-05-01', 'a list']),
  state: {
    reads: /^\w+(?: or \w+)*$/,
    says: (text, { t }) =>
      text
        .split(' or ')
        .map((one) => t(`state: ${one}`))
        .join(t(' or ')),
  },
  clock: {
    reads: /^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/,
    says: (text, { moment }) => moment(Date.parse(text.replace(' UTC', 'Z').replace(' ', 'T'))),
  },
  iso: {
    reads: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
    says: (text, { moment }) => moment(Date.parse(text)),
  },
  day: { reads: /^\d{4}-\d\d-\d\d$/, says: dayWords },
  days: {
    reads: /^(?:(?:, | and | or )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)+$/,
    says: daysSaid,
  },
  numbers: { reads: /^[\d, and]+$/, says: numbersSaid },
  zone: {
    reads: /^\(?[\w/+-]+\)?$|^in everybody's own time zone$|^\(the workspace's zone\)$/,
    says: zoneSaid,
  },
  time: { reads: /^\d\d:\d\d$/, says: timeWords },
  span: {
    reads: /^(?:\d+(?:\.\d+)? \w+|a moment|P\w+)$/,
    says: (text, { t }) => (text === 'a moment' ? t('a moment') : spanWords(text, t)),
  },
  line: { reads: /^\d+(?: of block [\w-]+)?$/, says: lineSaid },
  // Of MJML or HTML, or an attribute of one.
  tag: { reads: /^[\w:-]+$/, says: asIs },
  amount: numberIn,
  share: numberIn,
  campaign: called('campaigns'),
  segment: called('segments'),
  list: called('lists'),
  topic: { reads: plain.reads, says: (text, speech) => speech.called('topics', text) },
  method: { reads: /^[\w-]+$/, says: asIs },
  // One word, or it would be the beginning of any sentence.
  name: { reads: /^[\w.$-]+$/, says: asIs },
  value: { reads: /^\S.*$/, says: asIs },
  text: { reads: /^\S[\s\S]*$/, says: asIs },
  step: { reads: /^[^"\s]+$/, says: asIs },
};
