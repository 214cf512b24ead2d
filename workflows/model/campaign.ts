// A campaign: a program of steps as data, the same document in the API, in a YAML file and in the console.
import * as z from 'zod';
import { condition } from '../conditions/condition.ts';
import { steps } from '../steps/index.ts';
import { eventTrigger } from '../triggers/event.ts';
import { trigger } from '../triggers/index.ts';
import { basis } from './consent.ts';
import { durationText } from './time.ts';

export const campaignId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens, at most 60')
  // What every object answers to would be found where nothing is.
  .refine((id) => !(id in {}), 'this word is taken by JavaScript');

export const campaignDocument = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.optional(z.string().max(2_000)),
  trigger,
  audience: z.optional(condition),
  basis: basis.default('consent'),
  reentry: z
    .union([z.enum(['never', 'always']), z.strictObject({ after: durationText })])
    .default('never'),
  goal: z.optional(z.strictObject({ ...eventTrigger.shape, within: durationText })),
  exitOn: z.array(eventTrigger).max(20).default([]),
  steps,
});

export type CampaignDocument = z.infer<typeof campaignDocument>;

/** One published, immutable version. `kinds` tells the kind of each template the version uses. */
export interface CampaignVersion {
  readonly campaign: string;
  readonly version: number;
  readonly document: CampaignDocument;
  readonly kinds: Readonly<Record<string, 'marketing' | 'transactional'>>;
  /** Properties of the trigger's event that the version's steps and templates read. */
  readonly reads: readonly string[];
}
