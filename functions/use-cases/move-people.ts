// Moving those inside a campaign to another of its versions, on purpose: first who would land where, then the move.
import * as z from 'zod';
import { runnable } from '../../workflows/engine/program.ts';
import type { Job } from '../../workflows/model/job.ts';
import type { Publications } from '../book-ports.ts';
import { Refused } from '../errors.ts';
import { cardOf, countInside, type StatePorts, startCommand } from './campaign-states.ts';
import { type Place, placesOf } from './count-inside.ts';
import { type JobReport, readJob } from './jobs.ts';
import { refuseProblems } from './problems.ts';

interface MovePorts extends StatePorts {
  readonly publications: Pick<Publications, 'read' | 'versions'>;
}

export const moveOrder = z.strictObject({
  /** Of the campaign; the live one when absent. */
  version: z.optional(z.int().min(1)),
  /** Where those go on whose step is gone: the step there, by the step here. Without one they leave. */
  steps: z.optional(z.record(z.string().min(1).max(100), z.string().min(1).max(100))),
});

export type MoveOrder = z.infer<typeof moveOrder>;

/** Counts who would land where; readLanding tells, as far as it has got. */
export async function previewMove(ports: MovePorts, id: string, order: MoveOrder): Promise<Job> {
  const move = await accepted(ports, id, order);
  return countInside(ports, id, { move });
}

interface Landing extends JobReport {
  readonly places: readonly Place[];
}

/** Throws Refused(404) for what is no count of people inside a campaign. */
export async function readLanding(ports: Pick<MovePorts, 'jobs'>, job: string): Promise<Landing> {
  const report = await readJob(ports, job);
  if (report.kind !== 'count' || report.input.condition !== undefined)
    throw new Refused(404, 'There is no such preview');
  return { ...report, places: placesOf(report.tally) };
}

/** Throws Refused(404 | 422) for a version or a step that is not there. */
export async function movePeople(ports: MovePorts, id: string, order: MoveOrder): Promise<Job> {
  const move = await accepted(ports, id, order);
  return startCommand(ports, id, 'move', { do: 'move', ...move });
}

async function accepted(ports: MovePorts, id: string, { version, steps }: MoveOrder) {
  const live = cardOf(await ports.book.read(), id);
  const wanted = version ?? live.version;
  const went = await ports.publications.versions(id);
  const isKnown = wanted === live.version || went.some((one) => one.version === wanted);
  const [target] = isKnown
    ? await ports.publications.read([{ campaign: id, version: wanted }])
    : [];
  if (!target) throw new Refused(404, `Version ${wanted} was never live`);
  const { nodes } = runnable(target).program;
  const gone = Object.entries(steps ?? {}).filter(([, to]) => !nodes.has(to));
  const before = [...new Set([live.version, ...went.map((one) => one.version)])];
  const asked = Object.keys(steps ?? {}).filter((from) => !nodes.has(from));
  const unknown = await inNone(ports, asked, { campaign: id, versions: before });
  refuseProblems('The move', [
    ...gone.map(([from, to]) => ({
      path: ['steps', from],
      message: `version ${wanted} has no step "${to}"; it has ${[...nodes.keys()].reverse().join(', ')}`,
    })),
    ...unknown.map((from) => ({
      path: ['steps', from],
      message: `no version of the campaign has a step "${from}"`,
    })),
  ]);
  return { version: wanted, ...(steps && { steps }) };
}

/** Versions are large: so many are read at a time. */
const portion = 10;

interface Known {
  readonly campaign: string;
  /** The newest first: where people are, more likely than not. */
  readonly versions: readonly number[];
}

/** Those of the steps that none of the versions has; it looks no further than it must. */
async function inNone(
  ports: MovePorts,
  steps: readonly string[],
  { campaign, versions }: Known,
): Promise<readonly string[]> {
  if (steps.length === 0 || versions.length === 0) return steps;
  const wanted = versions.slice(0, portion).map((version) => ({ campaign, version }));
  const programs = (await ports.publications.read(wanted)).map((one) => runnable(one).program);
  const left = steps.filter((step) => !programs.some(({ nodes }) => nodes.has(step)));
  return inNone(ports, left, { campaign, versions: versions.slice(portion) });
}
