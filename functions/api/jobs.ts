// Jobs: passes over all contacts in the background, as they are watched and steered.
import * as z from 'zod';
import { listJobs, pauseJob, readJob, resumeJob, stopJob } from '../use-cases/jobs.ts';
import { endpoint } from './endpoint.ts';
import { listing, listingOf, portion } from './portion.ts';

const job = z.looseObject({
  id: z.string(),
  kind: z.string(),
  /** A segment or campaign with its version, or nothing. */
  about: z.record(z.string(), z.json()),
  /** What it was begun with: of an import its file, and whether it is only tried out. */
  input: z.optional(
    z.looseObject({
      file: z.optional(z.looseObject({ name: z.string() })),
      dryRun: z.optional(z.boolean()),
    }),
  ),
  state: z.enum(['running', 'paused', 'done', 'stopped']),
  because: z.optional(z.string()),
  chunks: z.int(),
  startedAt: z.int(),
  finishedAt: z.optional(z.int()),
});
const report = job.extend({
  doneChunks: z.int(),
  scanned: z.int(),
  matched: z.int(),
  tally: z.optional(z.record(z.string(), z.int())),
  /** How many contacts are set aside, up to a hundred; `aside` names the first of them. */
  failed: z.int(),
  aside: z.array(z.object({ contact: z.string(), because: z.string() })),
});

export const jobs = [
  endpoint({
    method: 'GET',
    path: '/api/jobs',
    role: 'viewer',
    summary: 'Jobs with their progress, the newest first',
    query: portion(z.string()),
    answer: listingOf(report),
    run: async (ports, { query }) => {
      const items = await listJobs(ports, query.limit, query.next);
      return listing(items, query.limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/jobs/{id}',
    role: 'viewer',
    summary: 'How far one job is, and which contacts it had to set aside',
    answer: report,
    run: (ports, { path }) => readJob(ports, path.id),
  }),
  endpoint({
    method: 'POST',
    path: '/api/jobs/{id}/pause',
    role: 'marketer',
    summary: 'Pauses a job; it can go on from where it is',
    answer: job,
    run: (ports, { path, actor }) => pauseJob(ports, path.id, `paused by ${actor.name}`),
  }),
  endpoint({
    method: 'POST',
    path: '/api/jobs/{id}/resume',
    role: 'marketer',
    summary: 'Lets a paused job go on',
    answer: job,
    run: (ports, { path }) => resumeJob(ports, path.id),
  }),
  endpoint({
    method: 'POST',
    path: '/api/jobs/{id}/stop',
    role: 'marketer',
    summary: 'Stops a job for good; what it did stays',
    answer: job,
    run: (ports, { path, actor }) => stopJob(ports, path.id, `stopped by ${actor.name}`),
  }),
];
