// Numbers, moments and money as the reader's language writes them: in Persian with its digits and its calendar.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../api/server-time.ts';

const tags: Readonly<Record<string, string>> = { en: 'en-GB', fa: 'fa-IR', pl: 'pl-PL' };

const minute = 60_000;
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

export function useFormats() {
  const { i18n } = useTranslation();
  return useMemo(() => formatsOf(tags[i18n.language] ?? 'en-GB'), [i18n.language]);
}

interface Money {
  readonly amount: string | number;
  readonly currency?: string | undefined;
}

function formatsOf(tag: string) {
  const number = new Intl.NumberFormat(tag);
  const share = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const points = new Intl.NumberFormat(tag, {
    ...{ signDisplay: 'exceptZero', maximumFractionDigits: 1 },
  });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  const clock = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' });
  const dayOfWeek = new Intl.DateTimeFormat(tag, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
  });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  const money = ({ amount, currency }: Money) =>
    currency
      ? new Intl.NumberFormat(tag, { style: 'currency', currency }).format(Number(amount))
      : number.format(Number(amount));
  return {
    /** 12,345 */
    number: (value: number) => number.format(value),
    /** Of a share from 0 to 1: 12.5% */
    percent: (value: number) => share.format(value),
    /** "%", and in Persian "٪". */
    percentSign: share.formatToParts(1).find(({ type }) => type === 'percentSign')?.value ?? '%',
    /** Of a difference of two shares, in percentage points: +3.2 */
    points: (value: number) => points.format(value * 100),
    /** Of milliseconds since 1970: 22 Nov 2026, 14:05 */
    moment: (at: number) => moment.format(at),
    day: (at: number) => day.format(at),
    /** Of milliseconds since 1970: 14:05:09 */
    clock: (at: number) => clock.format(at),
    /** Of a day in UTC: Sun, 22 Nov */
    dayOfWeek: (at: number) => dayOfWeek.format(at),
    /** "3 days ago", "in 2 hours" */
    fromNow: (at: number, now = serverNow()) => {
      const away = at - now;
      const [unit, size] = units.find(([, one]) => Math.abs(away) >= one) ?? ['minute', minute];
      return relative.format(Math.round(away / size), unit);
    },
    /** Of an amount in decimal text, in its currency where it has one. */
    money,
    /** Of sums in different currencies: €1,204.50 + $80.00 */
    sums: (all: readonly Money[]) => all.map(money).join(' + ') || number.format(0),
  };
}
