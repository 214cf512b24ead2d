// The filters that write for a reader: date, money, number and digits, in the language of the mail and the zone of the
// contact. What is no date or no number stays as it is written, as in every Liquid.
import type { Context } from 'liquidjs';
import { calendarOf, dateFormat, inDigitsOf, numberFormat, once } from './formats.ts';
import { impossible, type Moment, momentOf } from './moment.ts';
import { type Place, strftime } from './strftime.ts';

/** For whom a mail is written. Under a symbol, so that no template can read it. */
export const reader = Symbol('reader');

export interface Reader {
  /** Of what is being rendered. */
  readonly language: string;
  readonly zone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Of the event, and of the product that is offered: where no filter names one. */
  readonly currencies: readonly string[];
}

interface Filtering {
  readonly context: Context;
}

const nobody: Reader = { language: 'en', zone: 'UTC', now: 0, currencies: [] };

const readerOf = ({ context }: Filtering): Reader =>
  (context.environments as { readonly [reader]?: Reader })[reader] ?? nobody;

interface Said {
  /** In their order. */
  readonly words: readonly unknown[];
  /** `calendar: 'gregory'` */
  readonly named: Readonly<Record<string, unknown>>;
}

function said(args: readonly unknown[]): Said {
  const pairs = args.filter((one): one is [string, unknown] => Array.isArray(one));
  const words = args.filter((one) => !Array.isArray(one));
  return { words, named: Object.fromEntries(pairs) };
}

/** What is kept for the next time is short; what data says may be long. */
const longestKey = 150;

type Style = 'short' | 'medium' | 'long' | 'full';
const styles: ReadonlySet<unknown> = new Set<Style>(['short', 'medium', 'long', 'full']);
const isStyle = (word: unknown): word is Style => styles.has(word);

/** `date: 'long'`, `date: '%-d %B', 'Europe/Warsaw'`, `date: 'short', time: 'short', calendar: 'gregory'`. */
function date(this: Filtering, value: unknown, ...args: readonly unknown[]): unknown {
  const { language, zone, now } = readerOf(this);
  const moment = momentOf(value, now);
  if (!moment) return value;
  if (moment === impossible) return missing(this, 'a date of the calendar');
  const { words, named } = said(args);
  const [format = 'long', at = named.zone] = words;
  const place = {
    language,
    zone: zoneIn(moment, at ?? zone),
    calendar: typeof named.calendar === 'string' ? named.calendar : undefined,
  };
  const time: { timeStyle?: Style } = isStyle(named.time) ? { timeStyle: named.time } : {};
  this.context.memoryLimit.use(String(format).length * 10);
  // Subject, HTML and text show the same moment, and everybody in a broadcast the same end of an offer.
  const key = `${moment.at} ${format} ${language} ${place.zone} ${place.calendar} ${time.timeStyle}`;
  const show = () =>
    isStyle(format)
      ? styled(moment.at, { dateStyle: format, ...time }, place)
      : strftime(moment.at, String(format), place);
  return inPlace(place.zone, () => (key.length > longestKey ? show() : once(key, show)));
}

interface Styles {
  readonly dateStyle: Style;
  readonly timeStyle?: Style;
}

function styled(at: number, styles: Styles, { language, zone, calendar }: Place): string {
  const show = (said: Intl.DateTimeFormatOptions) =>
    dateFormat(language, {
      ...{ ...said, timeZone: zone },
      ...(calendar !== undefined && { calendar }),
    }).format(at);
  const isPersian = /^fa\b/i.test(language) && (calendar ?? calendarOf(language)) === 'persian';
  if (styles.dateStyle !== 'full' || !isPersian) return show({ ...styles });
  // Intl puts the year first and a Latin comma before the day of the week.
  return `${show({ weekday: 'long' })} ${show({ ...styles, dateStyle: 'long' })}`;
}

/** What says no zone is shown as it says. Numbers are minutes west of Greenwich, as Liquid has them. */
function zoneIn({ isLocal }: Moment, zone: unknown): string {
  if (isLocal) return 'UTC';
  if (typeof zone !== 'number') return String(zone);
  const [hours, minutes] = [Math.floor(Math.abs(zone) / 60), Math.abs(zone) % 60];
  const two = (count: number) => String(count).padStart(2, '0');
  return `${zone > 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

function inPlace(zone: string, format: () => string): string {
  try {
    return format();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Error(`date: there is no zone ${JSON.stringify(zone)}, or no such calendar`, {
      cause: error,
    });
  }
}

/** As the policy of the template has it: the mail is withheld, or it is blank. */
function missing({ context }: Filtering, what: string): '' {
  if (context.strictVariables) throw new Error(`undefined variable: ${what}`);
  return '';
}

const decimal = /^-?\d{1,40}(?:\.\d{1,40})?$/;

/** As it stands, digit for digit: Intl reads decimals of any length from text. */
function exact(value: unknown): `${number}` | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && decimal.test(text.trim())
    ? (text.trim() as `${number}`)
    : undefined;
}

/** `money`, `money: 'EUR'`, `money: product.currency`, `money: 'EUR', decimals: 0`. */
function money(this: Filtering, value: unknown, ...args: readonly unknown[]): unknown {
  const number = exact(value);
  if (number === undefined) return value;
  const { language, currencies } = readerOf(this);
  const { words, named } = said(args);
  const currency = words[0] === undefined ? currencyOf(this, currencies) : String(words[0]);
  const decimals = decimalsIn(named.decimals);
  // A code that no bank knows is shown as it is; with none at all it is a number of two decimals.
  if (!/^[A-Za-z]{3}$/.test(currency))
    return `${numberFormat(language, decimals ?? decimalsIn(2)).format(number)} ${currency}`.trim();
  return numberFormat(language, { style: 'currency', currency, ...decimals }).format(number);
}

function currencyOf(filtering: Filtering, [first, ...others]: readonly string[]): string {
  if (first === undefined) return missing(filtering, 'event.currency');
  if (others.every((other) => other === first)) return first;
  throw new Error("money: event and product differ in currency; say which, as in money: 'EUR'");
}

/** `number`, `number: 2` for so many decimals. */
function number(this: Filtering, value: unknown, decimals?: unknown): unknown {
  const said = exact(value);
  if (said === undefined) return value;
  return numberFormat(readerOf(this).language, decimalsIn(decimals)).format(said);
}

function decimalsIn(count: unknown): Intl.NumberFormatOptions | undefined {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > 20)
    return undefined;
  return { minimumFractionDigits: count, maximumFractionDigits: count };
}

/** `digits`, `digits: 'fa'`: the same text, with digits as a language writes them. */
function digits(this: Filtering, value: unknown, language?: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const text = String(value);
  this.context.memoryLimit.use(text.length);
  const isSaid = typeof language === 'string' && language.length < longestKey;
  return inDigitsOf(isSaid ? language : readerOf(this).language, text);
}

export const localeFilters = { date, money, number, digits };
