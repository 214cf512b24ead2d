// What lets people in, in the reader's language: made from the trigger itself. The engine's own sentence is for programs.
import type { Trigger } from '../../../../workflows/triggers/index.ts';
import { filtersOf } from '../condition/filters.ts';
import type { Rule } from '../condition/rule.ts';
import { phraseOf, type Wording } from '../condition/sentence.ts';
import { spanWords } from '../condition/span.ts';
import { scheduleSentence } from './schedule-sentence.ts';
import { type Sentence, sentenceAmong } from './sentence-among.ts';
import { fromDate, timeWords } from './times.ts';

/** The word that tells a trigger from others. */
type Word = 'event' | 'segment' | 'date' | 'inactivity' | 'drifting' | 'schedule' | 'call';
type Of<W extends Word> = Extract<Trigger, { readonly [word in W]: unknown }>;

const sentences: { readonly [W in Word]: Sentence<Of<W>> } = {
  event: eventSentence,
  segment: ({ segment: { id, on } }, { t, called }) => {
    const segment = called('segments', id);
    return on === 'left'
      ? t('when somebody leaves segment {{segment}}', { segment })
      : t('when somebody enters segment {{segment}}', { segment });
  },
  date: dateSentence,
  inactivity: inactivitySentence,
  drifting: ({ drifting: { share = 0.9 } }, { t, number }) =>
    t("when somebody has not bought for longer than {{share}}% of such a person's gaps", {
      share: number(Math.round(share * 100)),
    }),
  schedule: ({ schedule }, words) => scheduleSentence(schedule, words),
  call: (_, { t }) => t('when the API asks for it'),
};

/** Undefined for a trigger of no known kind, and for one that is unfinished. */
export const triggerSentence = (trigger: object, words: Wording): string | undefined =>
  sentenceAmong(sentences, trigger, words);

function eventSentence({ event, where }: Of<'event'>, words: Wording): string {
  const { t } = words;
  if (!where) return t('when "{{event}}" happens', { event });
  const condition = phraseOf(where as unknown as Rule, words);
  return t('when "{{event}}" happens where {{condition}}', { event, condition });
}

function inactivitySentence({ inactivity }: Of<'inactivity'>, words: Wording): string {
  const { t } = words;
  const { event, where } = inactivity;
  const said = { event, span: spanWords(inactivity.for, t) };
  const conditions = filtersOf(where).map((one) => phraseOf(one, words));
  if (conditions.length === 0) return t('when "{{event}}" has not happened for {{span}}', said);
  return t('when "{{event}}" has not happened for {{span}} where {{condition}}', {
    ...said,
    condition: conditions.join(t(' and ')),
  });
}

function dateSentence({ date }: Of<'date'>, words: Wording): string {
  const { t } = words;
  const { attribute, anniversary, offset = 0, at = '09:00' } = date;
  const name = anniversary ? t('the anniversary of {{attribute}}', { attribute }) : attribute;
  const said = { time: timeWords(at, words), day: fromDate(offset, name, words) };
  return offset === 0
    ? t('when it is {{time}} on {{day}}', said)
    : t('when it is {{time}}, {{day}}', said);
}
