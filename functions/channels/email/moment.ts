// What events and contacts bring as a date or a time: ISO 8601, RFC 2822, the words of Liquid's own examples, seconds or
// milliseconds since 1970. What says no zone is meant as it is written, wherever it is read.

export interface Moment {
  /** Milliseconds since the epoch; of what says no zone, as if it were said in UTC. */
  readonly at: number;
  readonly isLocal: boolean;
}

const iso = /^[+-]?\d{4,6}-\d\d(?:-\d\d)?(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?/;
const words =
  /^(?:[A-Z][a-z]{2,8},? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2},?) \d{4}(?: \d\d:\d\d(?::\d\d)?)?/;
const zone = /^ ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/i;

/** Later than the year 5000 as seconds, and after 1973 as milliseconds. */
const isMilliseconds = (count: number) => Math.abs(count) >= 1e11;

/** Written as a date, and on no calendar: February 30. */
export const impossible = 'impossible';

/** Undefined for what is no date. `now` in milliseconds: what "now" and "today" are. */
export function momentOf(value: unknown, now: number): Moment | typeof impossible | undefined {
  if (value === 'now' || value === 'today') return { at: now, isLocal: false };
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{1,15}$/.test(value)))
    return counted(Number(value));
  return typeof value === 'string' ? written(value.trim()) : undefined;
}

function counted(count: number): Moment | undefined {
  const at = isMilliseconds(count) ? count : count * 1000;
  return isTime(at) ? { at, isLocal: false } : undefined;
}

function written(text: string): Moment | typeof impossible | undefined {
  const [said] = iso.exec(text) ?? words.exec(text) ?? [];
  if (said === undefined) return undefined;
  const rest = text.slice(said.length);
  if (rest !== '' && !zone.test(rest)) return undefined;
  return read(text, said, rest === '');
}

function read(text: string, said: string, isLocal: boolean): ReturnType<typeof written> {
  const at = Date.parse(isLocal ? inUtc(text) : text);
  // "Summer 20, 2026" is no date at all.
  const isDate = isTime(at) || iso.test(said);
  if (isDate && !isOnCalendar(said)) return impossible;
  return isTime(at) ? { at, isLocal } : undefined;
}

/** The day of the month, and of its date alone: Date.parse takes February 30 for March 2. */
const dayOf =
  /^([+-]?\d{4,6}-\d\d-(\d\d)|(?:[A-Z][a-z]{2,8},? )?(?:(\d{1,2}) [A-Z]\w+|[A-Z]\w+ (\d{1,2}),?) \d{4})/;

function isOnCalendar(said: string): boolean {
  const [, date = '', ...days] = dayOf.exec(said) ?? [];
  const day = days.find((one) => one !== undefined);
  return day === undefined || new Date(Date.parse(inUtc(date))).getUTCDate() === Number(day);
}

/** Without a zone, Date.parse would take the one of this machine. */
function inUtc(text: string): string {
  if (!iso.test(text)) return `${text} UTC`;
  return /:/.test(text) ? `${text.replace(' ', 'T')}Z` : text;
}

const isTime = (at: number) => Math.abs(at) <= 8.64e15;
