// Days, times of day and offsets as documents have them, in the reader's language: "09:00 on Monday or Friday".
import type { Wording } from '../condition/sentence.ts';
import { spanWords } from '../condition/span.ts';

/** "a, b and c", or "or" instead. */
export const listed = (
  all: readonly string[],
  { language }: Wording,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string => new Intl.ListFormat(language, { type }).format(all);

/** Of "09:00". What is no time of day stays as it is. */
export function timeWords(text: string, { language }: Wording): string {
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  if (minute === undefined) return text;
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' } as const;
  const at = Date.UTC(2000, 0, 1, Number(hour), Number(minute));
  return new Intl.DateTimeFormat(language, format).format(at);
}

/** Of "2026-12-24", or of its beginning in a longer text. What is no day stays as it is. */
export function dayWords(text: string, { language }: Wording): string {
  const at = Date.parse(`${text.slice(0, 10)}T00:00Z`);
  if (Number.isNaN(at)) return text;
  const tag = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/* t('monday') t('tuesday') t('wednesday') t('thursday') t('friday') t('saturday') t('sunday') */
export const weekdayWords = (
  days: readonly string[],
  words: Wording,
  type?: 'conjunction' | 'disjunction',
): string =>
  listed(
    days.map((day) => words.t(day)),
    words,
    type,
  );

/** Of "-3 days", or of a number of days: "3 days before trial_ends_at". */
export function fromDate(offset: string | number, date: string, { t }: Wording): string {
  const text = typeof offset === 'number' ? `${offset} days` : offset;
  if (/^-?0\b/.test(text)) return date;
  const said = { span: spanWords(text.replace(/^-/, ''), t), date };
  return text.startsWith('-')
    ? t('{{span}} before {{date}}', said)
    : t('{{span}} after {{date}}', said);
}
