// A segment: a named condition, whose members are kept up to date on every change and by time alone.
import * as z from 'zod';
import { condition } from '../conditions/condition.ts';
import { line, lines } from './text.ts';

export const segmentDocument = z.strictObject({
  name: line(200),
  description: z.optional(lines(2_000)),
  condition,
});

export type SegmentDocument = z.infer<typeof segmentDocument>;

/** One published, immutable version. */
export interface SegmentVersion {
  readonly segment: string;
  readonly version: number;
  readonly document: SegmentDocument;
}
