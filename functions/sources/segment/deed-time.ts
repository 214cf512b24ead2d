// When the deed happened by our clock: the client's clock may be wrong, but its differences are right.
import { Refused } from '../../errors.ts';
import { readInstant } from '../instant.ts';
import type { SegmentItem } from './schema.ts';

const day = 86_400_000;

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
