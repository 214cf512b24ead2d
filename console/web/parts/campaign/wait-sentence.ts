// What a wait waits for, in the reader's language.
import type { WaitStep } from '../../../../workflows/steps/wait.ts';
import type { Rule } from '../condition/rule.ts';
import { phraseOf, type Wording } from '../condition/sentence.ts';
import { spanWords } from '../condition/span.ts';
import { fromDate, timeWords, weekdayWords } from './times.ts';

type Wait = WaitStep['wait'];
type Until = Extract<Wait, { until: object }>['until'];
type Of<Word extends string> = Extract<Until, { readonly [word in Word]: unknown }>;

export function waitSentence({ wait }: WaitStep, words: Wording): string {
  const { t } = words;
  const span = 'for' in wait ? spanWords(wait.for, t) : '';
  if (!('until' in wait)) return t('Wait {{span}}', { span });
  const { until } = wait;
  if ('event' in until) return untilEvent(until, span, words);
  if ('condition' in until)
    return t('Wait until this holds: {{condition}}; for at most {{span}}', {
      condition: phraseOf(until.condition as unknown as Rule, words),
      span,
    });
  if ('time' in until) return untilTime(until, words);
  if ('business_hours' in until) return t('Wait for business hours where the contact lives');
  return untilDate(until, words);
}

function untilEvent({ event, where }: Of<'event'>, span: string, words: Wording): string {
  const { t } = words;
  if (!where) return t('Wait until "{{event}}" happens, for at most {{span}}', { event, span });
  const condition = phraseOf(where as unknown as Rule, words);
  return t('Wait until "{{event}}" happens where {{condition}}, for at most {{span}}', {
    ...{ event, condition, span },
  });
}

function untilTime({ time, on }: Of<'time'>, words: Wording): string {
  const { t } = words;
  const at = timeWords(time, words);
  if (!on) return t('Wait until {{time}} where the contact lives', { time: at });
  const days = weekdayWords(on, words, 'disjunction');
  return t('Wait until {{time}} on {{days}} where the contact lives', { time: at, days });
}

function untilDate({ date }: Of<'date'>, words: Wording): string {
  const { t } = words;
  const name = 'property' in date ? date.property : date.attribute;
  const day = fromDate(date.offset ?? 0, name, words);
  if (date.at === undefined) return t('Wait until {{day}} where the contact lives', { day });
  const time = timeWords(date.at, words);
  return t('Wait until {{time}}, {{day}} where the contact lives', { time, day });
}
