// When the deed happened by our clock: the client's clock may be wrong, but its differences are right.
import { Refused } from '../../errors.ts';
import type { SegmentItem } from './schema.ts';

const day = 86_400_000;
const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** The client's own time of the deed in milliseconds, before correction. Refuses what it cannot read. */
export function statedTime({ originalTimestamp, timestamp }: SegmentItem): number | undefined {
  const stated = originalTimestamp ?? timestamp ?? '';
  const instant = readInstant(stated);
  if (instant === undefined && stated !== '')
    // Taking it for "now" would start campaigns for things long past.
    throw new Refused(400, 'The timestamp is not in ISO 8601.');
  return instant;
}

/** Segment's rule: receivedAt − (sentAt − stated), at most a day ahead, and never before 1970. */
export function deedTime(stated: number | undefined, sentAt: unknown, receivedAt: number): number {
  if (stated === undefined) return receivedAt;
  const skew = receivedAt - (readInstant(sentAt) ?? receivedAt);
  return Math.max(0, Math.min(stated + skew, receivedAt + day));
}

/** ISO 8601, with UTC where no zone is given; or the epoch in seconds or milliseconds. */
function readInstant(value: unknown): number | undefined {
  if (typeof value === 'number' || /^\d{10}(\d{3})?$/.test(String(value)))
    return epoch(Number(value));
  const [, date, time = '00:00', zone = 'Z'] = iso.exec(String(value)) ?? [];
  const instant = date ? Date.parse(`${date}T${time}${withColon(zone)}`) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}

function epoch(value: number): number | undefined {
  const instant = Math.round(value < 1e11 ? value * 1000 : value);
  return Math.abs(instant) <= 8.64e15 ? instant : undefined;
}

const withColon = (zone: string) => zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
