// What a step does, in the reader's language: made from the step itself. The engine's own sentence is for programs.

import type { Step } from '../../../../workflows/steps/index.ts';
import { serverOf } from '../../../../workflows/steps/webhook.ts';
import type { Rule } from '../condition/rule.ts';
import { phraseOf, type Wording } from '../condition/sentence.ts';
import { spanWords } from '../condition/span.ts';
import { type Sentence, sentenceAmong } from './sentence-among.ts';
import { listed } from './times.ts';
import { updateSentence } from './update-sentence.ts';
import { waitSentence } from './wait-sentence.ts';

/** The word that tells a step from others. */
type Word =
  | 'send'
  | 'wait'
  | 'branch'
  | 'split'
  | 'offer'
  | 'update'
  | 'task'
  | 'webhook'
  | 'emit'
  | 'enroll'
  | 'leave';
type Of<W extends Word> = Extract<Step, { readonly [word in W]: unknown }>;

const sentences: { readonly [W in Word]: Sentence<Of<W>> } = {
  send: ({ send }, { t }) => t('Send "{{template}}"', { template: send }),
  wait: waitSentence,
  branch: branchSentence,
  split: splitSentence,
  offer: offerSentence,
  update: updateSentence,
  task: taskSentence,
  webhook: ({ webhook }, { t }) => t('Call {{server}}', { server: serverOf(webhook.url) }),
  emit: ({ emit: { event } }, { t }) => t('Say that "{{event}}" happened', { event }),
  enroll: ({ enroll }, { t, called }) =>
    t('Enroll in campaign {{campaign}}', { campaign: called('campaigns', enroll) }),
  leave: ({ leave }, { t, called }) =>
    t('Leave campaign {{campaign}}', { campaign: called('campaigns', leave) }),
};

/** Undefined for a step of no known kind, and for one that is unfinished. */
export const stepSentence = (step: object, words: Wording): string | undefined =>
  sentenceAmong(sentences, step, words);

function branchSentence({ branch }: Of<'branch'>, words: Wording): string {
  const { t } = words;
  const phrase = (rule: unknown) => phraseOf(rule as Rule, words);
  if (!Array.isArray(branch))
    return t('If this holds: {{condition}}', { condition: phrase(branch) });
  const conditions = branch.map((one: { readonly if: unknown }) => phrase(one.if));
  return t('The first that holds: {{conditions}}', {
    conditions: conditions.join(t('; or else ')),
  });
}

function splitSentence({ split }: Of<'split'>, { t, number }: Wording): string {
  const total = split.reduce((sum, { weight }) => sum + weight, 0);
  const arms = split.map(({ name, weight }) =>
    t('{{share}}% {{arm}}', {
      share: number(Math.round((weight / total) * 1000) / 10),
      arm: name,
    }),
  );
  return t('Split at random: {{arms}}', { arms: arms.join(t(', ')) });
}

function offerSentence({ offer: { from, strategy } }: Of<'offer'>, words: Wording): string {
  const { t } = words;
  const offers = typeof from === 'string' ? t('the catalog') : listed(from, words);
  const sentence = {
    complement: () => t('Offer what goes with the order from {{offers}}', { offers }),
    next_step_up: () => t('Offer the next step up from {{offers}}', { offers }),
    first_eligible: () => t('Offer the first they may have from {{offers}}', { offers }),
  };
  return sentence[strategy]();
}

const soon = '1 business day';

function taskSentence({ task }: Of<'task'>, { t }: Wording): string {
  const { title, due = soon, ...rest } = task;
  const said = { title, span: dueWords(due, t) };
  return rest.for === undefined
    ? t('Task: "{{title}}", due in {{span}}', said)
    : t('Task for {{assignee}}: "{{title}}", due in {{span}}', { ...said, assignee: rest.for });
}

function dueWords(due: string, t: Wording['t']): string {
  const [, count] = /^(\d+) business days?$/.exec(due) ?? [];
  return count === undefined
    ? spanWords(due, t)
    : t('{{count}} business days', { count: Number(count) });
}
