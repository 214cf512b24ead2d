// When the deed happened by our clock: the client's clock may be wrong, but its differences are right.
import { Refused } from '../../errors.ts';
import { readInstant } from '../instant.ts';
import type { SegmentItem } from './schema.ts';

const day = 86_400_000;

/** The client's own time of the deed in milliseconds, before correction. Refuses what it cannot read. */
export function statedTime(item: SegmentItem): number | undefined {
  const { originalTimestamp, timestamp } = item;
  const stated = (isCorrected(item) ? timestamp : (originalTimestamp ?? timestamp)) ?? '';
  const instant = readInstant(stated);
  if (instant === undefined && stated !== '')
    // Taking it for "now" would start campaigns for things long past.
    throw new Refused(400, 'The timestamp is not in ISO 8601.');
  return instant;
}

/**
 * Somebody else's server has received it before and passes it on: its `timestamp` is right already. Corrected
 * once more, it would have happened just now, however old it is.
 */
const isCorrected = ({ receivedAt, timestamp }: SegmentItem): boolean =>
  readInstant(receivedAt) !== undefined && readInstant(timestamp) !== undefined;

/** Less than this is the way of the message, waiting to be sent again included, and no difference of clocks. */
const onTheWay = 60_000;

/**
 * Segment's rule: receivedAt − (sentAt − stated), at most a day ahead, and never before 1970. What comes again a
 * moment later, with the `sentAt` of its first try, keeps its time: by it a busy contact knows what it has had.
 */
export function deedTime(
  stated: number | undefined,
  item: SegmentItem,
  receivedAt: number,
): number {
  if (stated === undefined) return receivedAt;
  const sentAt = isCorrected(item) ? undefined : readInstant(item.sentAt);
  const apart = receivedAt - (sentAt ?? receivedAt);
  const skew = Math.abs(apart) < onTheWay ? 0 : apart;
  return Math.max(0, Math.min(stated + skew, receivedAt + day));
}
