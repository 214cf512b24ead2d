// Trigger: a contact enters a segment, or leaves it.
import * as z from 'zod';
import type { TriggerType } from './trigger.ts';

const segmentTrigger = z.strictObject({
  segment: z.strictObject({
    id: z.string().min(1).max(60).meta({ title: 'Segment', format: 'segment' }),
    on: z.enum(['entered', 'left']).default('entered').meta({ title: 'When it is' }),
  }),
});

type SegmentTrigger = z.infer<typeof segmentTrigger>;

export const segment: TriggerType<SegmentTrigger> = {
  type: 'segment',
  label: 'A segment is entered or left',
  schema: segmentTrigger,
  sentence: ({ segment: { id, on } }) =>
    on === 'entered' ? `when somebody enters segment ${id}` : `when somebody leaves segment ${id}`,
  keys: (trigger) => [`segment:${trigger.segment.id}`],
  answer: ({ segment: { id, on } }, touch) => {
    if (touch.kind !== 'segment' || touch.segment !== id) return undefined;
    if (touch.entered !== (on === 'entered')) return undefined;
    return { held: true, because: `${on} segment ${id}` };
  },
};
