// How steps and settings are told where versions are compared, in the reader's language.
import { stepSentence } from '../../../parts/campaign/step-sentence.ts';
import { listed } from '../../../parts/campaign/times.ts';
import { triggerSentence } from '../../../parts/campaign/trigger-sentence.ts';
import { isRule, type Rule } from '../../../parts/condition/rule.ts';
import { phraseOf, type Wording } from '../../../parts/condition/sentence.ts';
import { spanWords } from '../../../parts/condition/span.ts';
import { useWording } from '../../../parts/condition/use-wording.ts';
import type { Tell } from './difference.ts';

export function useTell(): Tell {
  const words = useWording();
  return {
    step: (step) => stepSentence(step, words) ?? Object.keys(step).join(', '),
    setting: (name, value) => settingWords(name, value, words) ?? shown(value, words),
  };
}

type Settings = Readonly<Record<string, unknown>>;

/** Of the settings that a sentence says better than their parts. */
const sayings: Readonly<Record<string, (value: Settings, words: Wording) => string | undefined>> = {
  trigger: triggerSentence,
  audience: (value, words) => (isRule(value) ? phraseOf(value, words) : undefined),
  goal: ({ within, value, ...event }, words) => {
    const told = {
      trigger: triggerSentence(event, words),
      span: spanWords(String(within), words.t),
      property: value,
    };
    return value === undefined
      ? words.t('{{trigger}}, within {{span}}', told)
      : words.t('{{trigger}}, within {{span}}, worth its {{property}}', told);
  },
  holdout: ({ percent, because }, words) =>
    because === undefined
      ? shareWords(percent, words)
      : `${shareWords(percent, words)} (${because})`,
  exitOn: (exits, words) =>
    listed(
      Object.values(exits).flatMap((one) => exitWords(one as Settings, words) ?? []),
      words,
      'disjunction',
    ),
};

const shareWords = (percent: unknown, { t, number }: Wording): string =>
  t('{{share}}%', { share: number(Number(percent)) });

const exitWords = (exit: Settings, words: Wording): string | undefined =>
  exit.condition === undefined
    ? triggerSentence(exit, words)
    : phraseOf(exit.condition as Rule, words);

function settingWords(name: string, value: unknown, words: Wording): string | undefined {
  if (name === 'holdout' && typeof value === 'number') return shareWords(value, words);
  return typeof value === 'object' && value !== null
    ? sayings[name]?.(value as Settings, words)
    : undefined;
}

function shown(value: unknown, { number }: Wording): string {
  if (value === undefined || value === '') return '–';
  if (typeof value === 'number') return number(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/* t('Name') t('Description') t('What lets people in') t('Audience') t('Basis') t('Topic') t('Priority') t('Coming again')
   t('How often somebody may enter at all') t('Sending') t('Held out') t('Goal') t('Leaves when') */
const titles: Readonly<Record<string, string>> = {
  name: 'Name',
  description: 'Description',
  trigger: 'What lets people in',
  audience: 'Audience',
  basis: 'Basis',
  topic: 'Topic',
  priority: 'Priority',
  reentry: 'Coming again',
  limits: 'How often somebody may enter at all',
  sending: 'Sending',
  holdout: 'Held out',
  goal: 'Goal',
  exitOn: 'Leaves when',
};

/** What a setting is called in the form; its key when it has no name. */
export const settingTitle = (key: string, { t }: Pick<Wording, 't'>): string =>
  t(titles[key] ?? key);
