// The attributes of one CloudEvent, by CloudEvents 1.0: which there must be, and what each must look like.
// Nothing is filled in for what is missing: an id that was made up here would count the event twice.
import { Refused } from '../../errors.ts';
import { cleanText } from '../clean.ts';
import { type Foreign, record, text } from '../hook/foreign.ts';

interface CloudEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string | undefined;
  /** In milliseconds. */
  readonly time: number | undefined;
  /** What the sender adds of their own. */
  readonly extensions: Foreign;
  readonly data: Foreign;
}

const known = new Set(
  'specversion id source type subject time datacontenttype dataschema data data_base64'.split(' '),
);
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** Refuses, with the name of the attribute, what is missing or malformed. */
export function cloudEventOf(told: Foreign): CloudEvent {
  if (told.specversion !== '1.0') throw bad('specversion', 'is not "1.0"');
  return {
    id: required(told, 'id'),
    source: required(told, 'source'),
    type: required(told, 'type'),
    subject: optional(told, 'subject'),
    time: timeOf(told.time),
    extensions: Object.fromEntries(
      Object.entries(told).filter(([name]) => !known.has(name) && /^[a-z0-9]{1,50}$/.test(name)),
    ),
    data: dataOf(told),
  };
}

function required(told: Foreign, name: string): string {
  const value = optional(told, name);
  if (value === undefined) throw bad(name, 'is missing');
  return value;
}

function optional(told: Foreign, name: string): string | undefined {
  const value = told[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw bad(name, 'is not a text');
  const given = cleanText(value).trim();
  if (given === '') throw bad(name, 'is empty');
  if (given.length > 1_000) throw bad(name, 'is longer than 1,000 characters');
  return given;
}

/** Years and offsets are the calendar's: `Date.parse` would take the 31st of February for March. */
function timeOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  const written = text(value, 50) ?? '';
  const instant = rfc3339.test(written) ? Date.parse(written) : Number.NaN;
  const [year, month, day] = written.slice(0, 10).split('-').map(Number);
  const isDay = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day;
  if (Number.isNaN(instant) || !isDay) throw bad('time', 'is not in RFC 3339');
  return instant;
}

function dataOf({ data, data_base64 }: Foreign): Foreign {
  if (data_base64 !== undefined) throw bad('data', 'is binary; send JSON');
  if (data === undefined || data === null) return {};
  if (record(data) !== data) throw bad('data', 'is not a JSON object');
  return record(data);
}

const bad = (name: string, fault: string) => new Refused(400, `CloudEvents: "${name}" ${fault}.`);
