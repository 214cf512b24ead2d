// How many a segment holds, and how many it held at the end of each day. Counted as contacts come and go, so it is an
// estimate.
import type { Day, Tallies } from '../tally-ports.ts';
import { segmentTally } from './tallies.ts';

interface SegmentSizes {
  readonly members: number;
  readonly days: readonly SegmentDay[];
}

/** Days on which nobody came or left are not among them. */
interface SegmentDay {
  readonly day: Day;
  readonly joined: number;
  readonly left: number;
  /** At the end of the day. */
  readonly members: number;
}

/** The newest so many days, the oldest first. */
const shown = 400;

export async function segmentSizes(
  tallies: Pick<Tallies, 'read'>,
  segment: string,
): Promise<SegmentSizes> {
  const counted = [...(await tallies.read(segmentTally(segment)))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  let members = 0;
  const days = counted.map(([day, { joined = '0', left = '0' }]): SegmentDay => {
    members = Math.max(0, members + Number(joined) - Number(left));
    return { day, joined: Number(joined), left: Number(left), members };
  });
  return { members, days: days.slice(-shown) };
}
