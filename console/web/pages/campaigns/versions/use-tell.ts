// How steps and settings are told where versions are compared, in the reader's language.
import { stepSentence } from '../../../parts/campaign/step-sentence.ts';
import { triggerSentence } from '../../../parts/campaign/trigger-sentence.ts';
import { isRule } from '../../../parts/condition/rule.ts';
import { phraseOf, type Wording } from '../../../parts/condition/sentence.ts';
import { useWording } from '../../../parts/condition/use-wording.ts';
import type { Tell } from './difference.ts';

export function useTell(): Tell {
  const words = useWording();
  return {
    step: (step) => stepSentence(step, words) ?? Object.keys(step).join(', '),
    setting: (name, value) => settingWords(name, value, words) ?? shown(value),
  };
}

function settingWords(name: string, value: unknown, words: Wording): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (name === 'trigger') return triggerSentence(value, words);
  return name === 'audience' && isRule(value) ? phraseOf(value, words) : undefined;
}

const shown = (value: unknown): string =>
  value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);

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
