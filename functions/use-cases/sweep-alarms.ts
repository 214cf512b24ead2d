// Sweeps the alarms that fall due, from the watermark on and never from "now", and hands them to the queue.
import type { Instant, Milliseconds } from '../../workflows/model/time.ts';
import type { Alarm, AlarmBuckets, Now } from '../ports.ts';

interface SweepPorts {
  readonly buckets: AlarmBuckets;
  /** Puts alarms into the queue, each delayed until it is due. */
  readonly hand: (alarms: readonly Alarm[]) => Promise<void>;
  readonly shards: number;
  readonly now: Now;
}

/** A minute ahead, so that an alarm rings on its second although the sweep comes once a minute. */
export const lookAhead: Milliseconds = 60_000;
/** A first tick may come late. It looks back as far as buckets are kept; there is nothing before. */
const firstLook: Milliseconds = 7 * 86_400_000;
/** An empty sweep moves its watermark this seldom, to keep an idle system cheap. */
const idleMove: Milliseconds = 3_600_000;

/** Answers how many alarms were handed over. */
export async function sweepAlarms(ports: SweepPorts): Promise<number> {
  const shards = Array.from({ length: ports.shards }, (_, shard) => sweepShard(ports, shard));
  const counts = await Promise.all(shards);
  return counts.reduce((sum, count) => sum + count, 0);
}

async function sweepShard({ buckets, hand, now }: SweepPorts, shard: number): Promise<number> {
  const known = await buckets.watermark(shard);
  const upTo = now() + lookAhead;
  let mark: Instant = known ?? now() - firstLook;
  let count = 0;
  for await (const page of buckets.due(shard, { after: mark, upTo })) {
    if (page.alarms.length === 0) continue;
    await hand(page.alarms);
    count += page.alarms.length;
    // Only now: a crash before this line hands the same alarms over again, which is harmless. And page by
    // page: after a long outage one run may not get through, and the next goes on where it stopped.
    await buckets.moveWatermark(shard, page.upTo);
    mark = page.upTo;
  }
  const isIdle = known !== undefined && upTo - mark < idleMove;
  if (!isIdle) await buckets.moveWatermark(shard, upTo);
  return count;
}
