// Counts who is inside a campaign, by where they are: everybody, those who are parked, or where those inside would land in another
// version. Nobody is changed.
import * as z from 'zod';
import { landing } from '../../workflows/engine/command.ts';
import type { World } from '../../workflows/engine/draft.ts';
import type { Enrollment } from '../../workflows/model/enrollment.ts';
import type { Job, Tally } from '../../workflows/model/job.ts';
import type { Examine } from './examine.ts';

const insideInput = z.union([
  z.strictObject({ parked: z.literal(true) }),
  z.strictObject({ everybody: z.literal(true) }),
  z.strictObject({
    move: z.strictObject({
      version: z.int().min(1),
      steps: z.optional(z.record(z.string(), z.string())),
    }),
  }),
]);

export type InsideInput = z.infer<typeof insideInput>;

/** Some of the people inside: where they are, and where they would be. */
export interface Place {
  readonly version: number;
  readonly step: string;
  /** Absent where they would leave the campaign; when only those parked were counted it is the same step. */
  readonly lands?: string;
  readonly people: number;
}

/** Throws Missing. */
export function insideOf({ world, job }: { readonly world: World; readonly job: Job }): Examine {
  const wanted = insideInput.parse(job.input);
  const campaign = 'campaign' in job.about ? job.about.campaign : '';
  if ('move' in wanted) world.playbook.version(campaign, wanted.move.version);
  return ({ contact }) => {
    const under = contact.enrollments
      .filter((one) => one.campaign === campaign && one.step !== undefined)
      .flatMap((one) => placeOf(world, one, wanted));
    return under.length > 0 ? { under } : undefined;
  };
}

function placeOf(world: World, enrollment: Enrollment, wanted: InsideInput): string[] {
  const { version, step = '', parked } = enrollment;
  if ('everybody' in wanted) return [nameOf(version, step, step)];
  if ('parked' in wanted) return parked === undefined ? [] : [nameOf(version, step, step)];
  if (version === wanted.move.version) return [];
  return [nameOf(version, step, landing(world, enrollment, wanted.move))];
}

const nameOf = (version: number, step: string, lands: string | undefined): string =>
  JSON.stringify([version, step, ...(lands === undefined ? [] : [lands])]);

/** The most people first. */
export const placesOf = (tally: Tally = {}): Place[] =>
  Object.entries(tally)
    .map(([name, people]) => {
      const [version, step, lands] = JSON.parse(name) as [number, string, string?];
      return { version, step, ...(lands !== undefined && { lands }), people };
    })
    .sort((a, b) => b.people - a.people);
