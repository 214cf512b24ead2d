// A campaign: a program of steps as data, the same document in the API, in a YAML file and in the console.
import * as z from 'zod';
import { condition } from '../conditions/condition.ts';
import { steps } from '../steps/index.ts';
import { eventTrigger } from '../triggers/event.ts';
import { trigger } from '../triggers/index.ts';
import { basis } from './consent.ts';
import { byKey } from './one-of.ts';
import type { LibraryReference } from './reference.ts';
import { sending } from './sending.ts';
import { line, lines } from './text.ts';

import { durationText } from './time.ts';
import { topicId } from './topic.ts';

export const campaignId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and hyphens, at most 60')
  // What every object answers to would be found where nothing is.
  .refine((id) => !(id in {}), 'this word is taken by JavaScript');

const percent = z.number().min(0).max(90);

/** Measuring nothing is a choice that wants a reason. */
const holdout = z.union(
  [
    percent
      .refine((value) => value > 0, 'to hold out nobody, say why: { percent: 0, because: … }')
      .meta({ title: 'Percent' }),
    z
      .strictObject({
        percent: percent.meta({ title: 'Percent' }),
        because: line(500).meta({
          title: 'Because',
          description: 'For whoever reads the results.',
        }),
      })
      .meta({ title: 'Percent, with a reason' }),
  ],
  { error: 'a number of percent such as 10, or { percent: 0, because: … }' },
);

/** An event, or a condition that begins to hold. */
const exit = byKey('an exit', {
  event: eventTrigger.meta({ title: 'An event happens' }),
  condition: z
    .strictObject({ condition: condition.meta({ title: 'Condition', format: 'condition' }) })
    .meta({ title: 'A condition begins to hold' }),
});

export const campaignDocument = z.strictObject({
  name: line(200).meta({ title: 'Name' }),
  description: z.optional(lines(2_000).meta({ title: 'Description', format: 'text' })),
  trigger: trigger.meta({ title: 'What lets people in' }),
  audience: z.optional(
    condition.meta({
      title: 'Audience',
      format: 'condition',
      description: 'Only those of whom it holds enter.',
    }),
  ),
  basis: basis
    .default('consent')
    .meta({ title: 'Basis', description: 'Why its mails may be sent.' }),
  /** Who leaves it gets no more of it, and whatever else they get goes on. */
  topic: z.optional(
    topicId.meta({
      title: 'Topic',
      format: 'topic',
      description: 'Who leaves it gets no more of it.',
    }),
  ),
  /** 1 goes first, 9 last, where several messages compete for one place. */
  priority: z
    .int()
    .min(1)
    .max(9)
    .default(5)
    .meta({ title: 'Priority', description: '1 goes first, 9 last, where several mails compete.' }),
  reentry: z
    .union(
      [
        z.enum(['never', 'always']).meta({ title: 'Never or always' }),
        z
          .strictObject({
            after: durationText.meta({
              title: 'After',
              description: 'From when somebody entered last.',
            }),
          })
          .meta({ title: 'After a time' }),
      ],
      {
        error: 'one of "never"|"always", or { after: "30 days" }',
      },
    )
    .default('never')
    .meta({ title: 'Coming again', description: 'Whether somebody may enter once more.' }),
  /** How often one contact may enter at all. */
  limits: z.optional(
    z.strictObject({ entries: z.int().min(1).meta({ title: 'Times' }) }).meta({
      title: 'Entries are limited',
      description: 'How often somebody may enter at all.',
    }),
  ),
  sending: sending.default({}).meta({ title: 'Sending' }),
  /** Percent of those who would enter; the workspace's default when absent. */
  holdout: z.optional(
    holdout.meta({
      title: 'Held out',
      description:
        'Percent of those who would enter, to measure against; the workspace has a default.',
    }),
  ),
  goal: z.optional(
    z
      .strictObject({
        ...eventTrigger.shape,
        within: durationText.meta({ title: 'Within', description: 'From when somebody entered.' }),
        /** The property of the goal's event that says what it brought. */
        value: z.optional(
          z.string().min(1).meta({
            title: 'Value',
            format: 'property',
            description: 'The property of the event that says what it brought.',
          }),
        ),
      })
      .meta({ title: 'Goal', description: 'What the campaign is measured by.' }),
  ),
  exitOn: z.array(exit).max(20).default([]).meta({
    title: 'Leaves when',
    description: 'Whoever did or became this gets nothing more of it.',
  }),
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
  /** What it takes from the library, and in which version; absent when it brings everything along. */
  readonly library?: Readonly<Record<LibraryReference, number>>;
}
