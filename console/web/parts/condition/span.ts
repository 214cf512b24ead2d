// Spans of time as documents have them: "30 days", "1 business day". What is written in another way, such as "P3DT12H", stays
// as it is.
import type { TFunction } from 'i18next';

export type Unit = 'minute' | 'hour' | 'day' | 'business day' | 'week' | 'month';

const spoken = /^(\d{1,5}(?:\.\d{1,3})?) ?(minute|hour|day|business day|week|month)s?$/;

export interface Span {
  readonly count: number;
  readonly unit: Unit;
}

export function readSpan(text: unknown): Span | undefined {
  const [, count, unit] = spoken.exec(typeof text === 'string' ? text : '') ?? [];
  return unit === undefined ? undefined : { count: Number(count), unit: unit as Unit };
}

export const writeSpan = ({ count, unit }: Span): string =>
  `${count} ${unit}${count === 1 ? '' : 's'}`;

/** In the reader's language: "30 days". */
export function spanWords(text: unknown, t: TFunction): string {
  const span = readSpan(text);
  if (!span) return typeof text === 'string' ? text : '…';
  const { count, unit } = span;
  const words: Readonly<Record<Unit, () => string>> = {
    minute: () => t('{{count}} minutes', { count }),
    hour: () => t('{{count}} hours', { count }),
    day: () => t('{{count}} days', { count }),
    'business day': () => t('{{count}} business days', { count }),
    week: () => t('{{count}} weeks', { count }),
    month: () => t('{{count}} months', { count }),
  };
  return words[unit]();
}
