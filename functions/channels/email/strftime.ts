// Dates by formats such as '%-d %B %Y', as Liquid has them, in the words, the calendar and the digits of a language.
// What machines read (%F, %s, %z) is the same in all of them. An unknown conversion stays as it is written.
import { calendarOf, dateFormat, inDigitsOf } from './formats.ts';

export interface Place {
  readonly language: string;
  /** IANA, or an offset such as "+03:30". */
  readonly zone: string;
  /** "persian", "gregory"; the one of the language when absent. */
  readonly calendar?: string | undefined;
}

/** A moment as a calendar and a clock show it. */
interface Shown extends Place {
  readonly at: number;
  readonly calendar: string;
  /** In the calendar that was asked for. */
  readonly day: Civil;
  readonly gregorian: Civil;
  /** Months are named otherwise beside a day in many languages: "1 lutego", "luty". */
  readonly beside: boolean;
}

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const conversion = /%([-_0^#:]*)(\d{0,2})([a-zA-Z%])/g;
const composed: Readonly<Record<string, string>> = {
  ...{ D: '%m/%d/%y', R: '%H:%M', T: '%H:%M:%S', r: '%I:%M:%S %p', v: '%e-%^b-%Y' },
};

/** `at`: milliseconds since the epoch. Throws RangeError for a zone that nobody knows. */
export function strftime(at: number, format: string, place: Place): string {
  const plain = format.replace(/%([DRTrv])/g, (_, letter: string) => composed[letter] ?? '');
  const calendar = place.calendar ?? calendarOf(place.language);
  const beside = /%[-_0^#]*\d*[de]/.test(plain);
  const zoned = { ...place, at, calendar, beside };
  const day = civil(at, place.zone, calendar);
  const gregorian = calendar === 'gregory' ? day : civil(at, place.zone, 'gregory');
  const shown: Shown = { ...zoned, day, gregorian };
  return plain.replace(conversion, (whole, flags: string, width: string, letter: string) => {
    const convert = conversions[letter];
    return convert === undefined ? whole : padded(convert, shown, { flags, width });
  });
}

function civil(at: number, timeZone: string, calendar: string): Civil {
  if (timeZone === 'UTC' && calendar === 'gregory') return civilInUtc(new Date(at));
  const numeric = 'numeric' as const;
  const format = dateFormat('en-u-nu-latn', {
    ...{ calendar, timeZone, hourCycle: 'h23' },
    ...{ year: numeric, month: numeric, day: numeric },
    ...{ hour: numeric, minute: numeric, second: numeric },
  });
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, Number.parseInt(value, 10)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

/** As Intl would say it, in a tenth of the time. */
const civilInUtc = (date: Date): Civil => ({
  ...{ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
  ...{ hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() },
});

interface Conversion {
  readonly of: (shown: Shown, flags: string) => string | number;
  readonly width?: number;
  readonly pad?: ' ';
  /** Machines read it. */
  readonly isFixed?: true;
}

interface Written {
  readonly flags: string;
  readonly width: string;
}

function padded(convert: Conversion, shown: Shown, { flags, width }: Written): string {
  const text = cased(String(convert.of(shown, flags)), flags);
  const blank = (convert.pad === ' ' && !flags.includes('0')) || flags.includes('_');
  const least = flags.includes('-') ? 0 : Number(width) || (convert.width ?? 0);
  const whole = text.padStart(least, blank ? ' ' : '0');
  return convert.isFixed ? whole : inDigitsOf(shown.language, whole);
}

function cased(text: string, flags: string): string {
  if (flags.includes('^')) return text.toUpperCase();
  if (!flags.includes('#')) return text;
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}

function part(shown: Shown, type: Intl.DateTimeFormatPartTypes, one: Intl.DateTimeFormatOptions) {
  const { language, zone: timeZone, calendar, at } = shown;
  const parts = dateFormat(language, { timeZone, calendar, ...one }).formatToParts(at);
  return parts.find((each) => each.type === type)?.value ?? '';
}

const month = (shown: Shown, length: 'long' | 'short') =>
  part(shown, 'month', { month: length, ...(shown.beside && { day: 'numeric' }) });

const dayPeriod = (shown: Shown) =>
  part(shown, 'dayPeriod', { hour: 'numeric', hourCycle: 'h12' }) ||
  (shown.gregorian.hour < 12 ? 'AM' : 'PM');

function styled(
  shown: Shown,
  style: Pick<Intl.DateTimeFormatOptions, 'dateStyle' | 'timeStyle'>,
): string {
  const { language, zone: timeZone, calendar, at } = shown;
  return dateFormat(language, { timeZone, calendar, ...style }).format(at);
}

const inUtc = ({ year, month: of, day, hour, minute, second }: Civil) =>
  Date.UTC(year, of - 1, day, hour, minute, second);
const weekday = ({ gregorian }: Shown) => new Date(inUtc(gregorian)).getUTCDay();

/** From 1. The first six months of the Persian year have 31 days, and the others 30. */
function dayOfYear({ calendar, day, gregorian }: Shown): number {
  if (calendar === 'persian') return (day.month - 1) * 31 - Math.max(0, day.month - 7) + day.day;
  const midnight = inUtc({ ...gregorian, hour: 0, minute: 0, second: 0 });
  return (midnight - Date.UTC(gregorian.year, 0, 1)) / 86_400_000 + 1;
}

function offset(shown: Shown, flags: string): string {
  const minutes = Math.round((inUtc(shown.gregorian) - shown.at) / 60_000);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (count: number) => String(count).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(hours)}${flags.includes(':') ? ':' : ''}${two(rest)}`;
}

function ordinal({ language, day: { day } }: Shown): string {
  if (!language.startsWith('en')) return '';
  if (day > 10 && day < 14) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

const twelve = (hour: number) => hour % 12 || 12;

const conversions: Readonly<Record<string, Conversion>> = {
  a: { of: (shown) => part(shown, 'weekday', { weekday: 'short' }) },
  A: { of: (shown) => part(shown, 'weekday', { weekday: 'long' }) },
  b: { of: (shown) => month(shown, 'short') },
  B: { of: (shown) => month(shown, 'long') },
  h: { of: (shown) => month(shown, 'short') },
  c: { of: (shown) => styled(shown, { dateStyle: 'medium', timeStyle: 'medium' }) },
  C: { of: ({ day }) => Math.floor(day.year / 100), width: 2 },
  d: { of: ({ day }) => day.day, width: 2 },
  e: { of: ({ day }) => day.day, width: 2, pad: ' ' },
  F: { of: (shown) => strftime(shown.at, '%Y-%m-%d', { ...iso, zone: shown.zone }), isFixed: true },
  H: { of: ({ day }) => day.hour, width: 2 },
  I: { of: ({ day }) => twelve(day.hour), width: 2 },
  j: { of: dayOfYear, width: 3 },
  k: { of: ({ day }) => day.hour, width: 2, pad: ' ' },
  l: { of: ({ day }) => twelve(day.hour), width: 2, pad: ' ' },
  L: { of: ({ at }) => ((at % 1000) + 1000) % 1000, width: 3 },
  m: { of: ({ day }) => day.month, width: 2 },
  M: { of: ({ day }) => day.minute, width: 2 },
  n: { of: () => '\n' },
  p: { of: dayPeriod },
  P: { of: (shown) => dayPeriod(shown).toLowerCase() },
  q: { of: ordinal },
  s: { of: ({ at }) => Math.floor(at / 1000), isFixed: true },
  S: { of: ({ day }) => day.second, width: 2 },
  t: { of: () => '\t' },
  u: { of: (shown) => weekday(shown) || 7 },
  U: { of: (shown) => week(shown, 0), width: 2 },
  w: { of: weekday },
  W: { of: (shown) => week(shown, 1), width: 2 },
  x: { of: (shown) => styled(shown, { dateStyle: 'short' }) },
  X: { of: (shown) => styled(shown, { timeStyle: 'medium' }) },
  y: { of: ({ day }) => day.year % 100, width: 2 },
  Y: { of: ({ day }) => day.year },
  z: { of: offset, isFixed: true },
  Z: { of: ({ zone }) => zone, isFixed: true },
  '%': { of: () => '%' },
};

const iso: Omit<Place, 'zone'> = { language: 'en', calendar: 'gregory' };

/** Of the Gregorian year, counted from its first Sunday (0) or Monday (1). */
const week = (shown: Shown, first: 0 | 1): number =>
  Math.floor(
    (dayOfYear({ ...shown, calendar: 'gregory' }) + 6 - ((weekday(shown) + 7 - first) % 7)) / 7,
  );
