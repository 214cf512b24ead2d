// What a row says of mail to its person: a consent, where its source and time are stated; a refusal; a dead address.
import { type Suppression, suppressionReasons } from '../../workflows/model/consent.ts';
import type { Imported, StatedWish } from '../../workflows/model/imported.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { answered, answeredPlainly, saidOfMail } from '../answers-yes-no.ts';
import { readDate } from './date.ts';
import type { Reading } from './read-row.ts';
import { attributeName, saysOfMail } from './recognize.ts';
import { type Column, dateOrder, type ImportSettings } from './settings.ts';

/** A cell that is not empty. */
export interface Filled {
  readonly column: Column;
  readonly text: string;
}

interface Wished extends Pick<Imported, 'wish' | 'dead'> {
  readonly notes: readonly string[];
}

/** A refusal without a time of its own is as old as the import: nobody is mailed because a date is missing. */
export function wishIn(
  reading: Reading,
  filled: readonly Filled[],
  address: string | undefined,
): Wished {
  const { settings, file, now } = reading;
  const { treat, consent } = settings;
  const { refused, doubts } = heard(reading, filled);
  const at = withdrawnAt(filled, now) ?? refused ?? now;
  if (treat === 'cleaned')
    return { notes: [], ...(address !== undefined && { dead: { address, at } }) };
  const dead = deadIn(filled, address, at);
  if (treat === 'unsubscribed' || refused !== undefined)
    return { notes: [], ...dead, wish: { status: 'unsubscribed', at, source: file } };
  const notes = doubts.map((doubt) => `no consent taken: ${doubt}`);
  if (notes.length > 0) return { notes, ...dead };
  return consent ? { ...agreed(reading, filled, consent), ...dead } : { notes, ...dead };
}

const withdrawnAt = (filled: readonly Filled[], now: Instant): Instant | undefined =>
  momentIn(filled, 'withdrawn_at', now) ?? momentIn(filled, 'answered_at', now);

/** Of the suppression itself no time is written: it is as old as what the row says. */
function deadIn(
  filled: readonly Filled[],
  address: string | undefined,
  at: Instant,
): Pick<Imported, 'dead'> {
  const text = filled.find(({ column }) => column.to === 'suppressed')?.text.toLowerCase();
  if (text === undefined || !isReason(text) || address === undefined) return {};
  return { dead: { address, at, reason: text } };
}

const isReason = (text: string): text is Suppression['reason'] =>
  (suppressionReasons as readonly string[]).includes(text);

interface Heard {
  /** When somebody refused, as far as the cell itself says. */
  readonly refused?: Instant;
  /** Why it is not known whether they did. */
  readonly doubts: readonly string[];
}

/** One no outweighs every yes, and one doubt forbids a consent. */
function heard({ settings: { columns, consent }, now }: Reading, filled: readonly Filled[]): Heard {
  const all = filled.map((one) => ({ header: one.column.header, said: saidBy(one, now) }));
  const refusals = [
    ...all.flatMap(({ said }) => (said && 'refused' in said ? [said.refused] : [])),
    ...(hasLeft(filled, now) ? [now] : []),
  ];
  const isEmpty = (column: Column) =>
    column.to === 'consent' && !filled.some((one) => one.column === column);
  const empty = consent ? columns.filter(isEmpty) : [];
  const unread = all.filter(({ said }) => said && 'doubt' in said);
  return {
    ...(refusals.length > 0 && { refused: Math.max(...refusals) }),
    doubts: [
      ...unread.map(({ header }) => `"${header}" cannot be read`),
      ...empty.map(({ header }) => `"${header}" is empty`),
    ],
  };
}

type Said = { readonly refused: Instant } | { readonly doubt: true } | undefined;

/**
 * The first rows of a file may say nothing of mail in a column, and a later one no: it is heard all the same. Who gave
 * the attribute a name of its own has said that the column is about something else.
 */
function saidBesides({ column, text }: Filled, now: Instant): Said {
  if (column.to !== 'attribute' || column.name !== attributeName(column.header)) return undefined;
  const about = saysOfMail(column.header);
  if (about === 'consent' && answered(text) === 'no') return { refused: now };
  const left = about === 'unsubscribed' ? leftBy(text, now) : undefined;
  return left && 'refused' in left ? left : undefined;
}

function saidBy({ column, text }: Filled, now: Instant): Said {
  if (column.to === 'consent') {
    const answer = answered(text);
    if (answer === 'no') return { refused: now };
    return answer ? undefined : { doubt: true };
  }
  if (column.to === 'suppressed' && !isReason(text.toLowerCase())) return { doubt: true };
  return column.to === 'unsubscribed' ? leftBy(text, now) : saidBesides({ column, text }, now);
}

/** Whoever left and says nowhere that they came back is gone, also where no column says yes or no. */
function hasLeft(filled: readonly Filled[], now: Instant): boolean {
  if (!filled.some(({ column }) => column.to === 'withdrawn_at')) return false;
  const stays = filled.some(
    ({ column, text }) => column.to === 'unsubscribed' && answeredPlainly(text) === 'no',
  );
  const left = momentIn(filled, 'withdrawn_at', now) ?? now;
  const agreedAt = momentIn(filled, 'consent_at', now) ?? 0;
  return !stays && agreedAt <= left;
}

/** Pinpoint says ALL where others say yes, and some write the date on which somebody left. */
function leftBy(text: string, now: Instant): Said {
  const plain = answeredPlainly(text);
  if (plain === 'no') return undefined;
  if (plain === 'yes' || saidOfMail(text) === 'no' || text.toUpperCase() === 'ALL')
    return { refused: now };
  const at = readDate(text, 'iso')?.at;
  if (at !== undefined) return { refused: Math.min(at, now) };
  const isDate = dateOrder.options.some((order) => readDate(text, order));
  return isDate ? { refused: now } : { doubt: true };
}

type Stated = NonNullable<ImportSettings['consent']>;

/** A time that the row says, and that cannot be read, is not replaced by the one of the whole file. */
function agreed({ now }: Reading, filled: readonly Filled[], stated: Stated): Wished {
  const to = filled.find(({ column }) => isOfConsent(column))?.column.to;
  const says = to === 'consent_at' || to === 'answered_at';
  const at = says ? momentIn(filled, to, now) : stated.date;
  if (at !== undefined) return { wish: consentOf(stated, at), notes: [] };
  const fault = says ? 'is not a date of the past' : 'is missing';
  return { notes: [`no consent taken: its date ${fault}`] };
}

const isOfConsent = ({ to }: Column): boolean => to === 'consent_at' || to === 'answered_at';

const consentOf = ({ source, wording, endsRefusals }: Stated, at: Instant): StatedWish => ({
  status: 'subscribed',
  at,
  source,
  ...(wording !== undefined && { wording }),
  ...(endsRefusals && { endsRefusal: true as const }),
});

function momentIn(
  filled: readonly Filled[],
  to: 'consent_at' | 'withdrawn_at' | 'answered_at',
  now: Instant,
): Instant | undefined {
  const found = filled.find(({ column }) => column.to === to);
  if (found?.column.to !== to) return undefined;
  const at = readDate(found.text, found.column.order ?? 'iso')?.at;
  return at !== undefined && at <= now ? at : undefined;
}
