// What a row says of mail to its person: a consent, where its source and time are stated; a refusal; a dead address.
import type { Imported, StatedWish } from '../../workflows/model/imported.ts';
import type { Instant } from '../../workflows/model/time.ts';
import { isYes } from './cells.ts';
import { readDate } from './date.ts';
import type { Reading } from './read-row.ts';
import type { Column, ImportSettings } from './settings.ts';

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
  const withdrawn = momentIn(filled, 'withdrawn_at', now) ?? now;
  if (treat === 'cleaned')
    return { notes: [], ...(address !== undefined && { dead: { address, at: withdrawn } }) };
  if (treat === 'unsubscribed' || filled.some(hasRefused))
    return { notes: [], wish: { status: 'unsubscribed', at: withdrawn, source: file } };
  return consent ? agreed(reading, filled, consent) : { notes: [] };
}

type Stated = NonNullable<ImportSettings['consent']>;

/** A time that the row says, and that cannot be read, is not replaced by the one of the whole file. */
function agreed({ now }: Reading, filled: readonly Filled[], stated: Stated): Wished {
  const says = filled.some(({ column }) => column.to === 'consent_at');
  const at = says ? momentIn(filled, 'consent_at', now) : stated.date;
  if (at !== undefined) return { wish: consentOf(stated, at), notes: [] };
  const fault = says ? 'is not a date of the past' : 'is missing';
  return { notes: [`no consent taken: its date ${fault}`] };
}

const consentOf = ({ source, wording, endsRefusals }: Stated, at: Instant): StatedWish => ({
  status: 'subscribed',
  at,
  source,
  ...(wording !== undefined && { wording }),
  ...(endsRefusals && { endsRefusal: true as const }),
});

/** Pinpoint says ALL where others say yes. */
const hasRefused = ({ column, text }: Filled): boolean =>
  column.to === 'unsubscribed' && (isYes(text) || text.toUpperCase() === 'ALL');

function momentIn(
  filled: readonly Filled[],
  to: 'consent_at' | 'withdrawn_at',
  now: Instant,
): Instant | undefined {
  const found = filled.find(({ column }) => column.to === to);
  if (found?.column.to !== to) return undefined;
  const at = readDate(found.text, found.column.order ?? 'iso')?.at;
  return at !== undefined && at <= now ? at : undefined;
}
