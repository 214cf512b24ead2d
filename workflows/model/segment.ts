// A segment: a named condition, whose members are kept up to date on every change and by time alone.
import * as z from 'zod';
import { condition } from '../conditions/condition.ts';

export const segmentDocument = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.optional(z.string().max(2_000)),
  condition,
});

export type SegmentDocument = z.infer<typeof segmentDocument>;

/** One published, immutable version. */
export interface SegmentVersion {
  readonly segment: string;
  readonly version: number;
  readonly document: SegmentDocument;
}
