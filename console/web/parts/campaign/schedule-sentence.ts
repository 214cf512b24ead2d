// A schedule in the reader's language: once, or again and again, by whose clocks.
import type { Schedule } from '../../../../workflows/model/recurrence.ts';
import type { Wording } from '../condition/sentence.ts';
import { dayWords, listed, timeWords, weekdayWords } from './times.ts';

export function scheduleSentence(one: Schedule, words: Wording): string {
  const { t } = words;
  const zone = one.local
    ? t("in everybody's own time zone")
    : `(${one.zone ?? t("the workspace's zone")})`;
  if (!('every' in one)) {
    const [day = '', time = ''] = one.at.split('T');
    const said = { day: dayWords(day, words), time: timeWords(time, words), zone };
    return t('Once, on {{day}} at {{time}} {{zone}}', said);
  }
  const said = { time: timeWords(one.at, words), zone };
  return `${rhythm(one, said, words)}${span(one, words)}`;
}

type Repeated = Extract<Schedule, { every: string }>;

interface Said {
  readonly time: string;
  readonly zone: string;
}

function rhythm(one: Repeated, said: Said, words: Wording): string {
  const { t, number } = words;
  switch (one.every) {
    case 'day':
      return t('Every day at {{time}} {{zone}}', { ...said });
    case 'week':
      return t('Every {{days}} at {{time}} {{zone}}', {
        ...said,
        days: weekdayWords(one.on, words),
      });
    case 'month': {
      const days = listed(one.on.map(number), words);
      return one.on.some((day) => day > 28)
        ? t(
            'On day {{days}} of every month, or on the last day of a shorter one, at {{time}} {{zone}}',
            { ...said, days },
          )
        : t('On day {{days}} of every month at {{time}} {{zone}}', { ...said, days });
    }
    default:
      return one satisfies never;
  }
}

function span({ from, until }: Repeated, words: Wording): string {
  const { t } = words;
  return [
    from === undefined ? '' : t(', from {{day}}', { day: dayWords(from, words) }),
    until === undefined ? '' : t(', until {{day}}', { day: dayWords(until, words) }),
  ].join('');
}
