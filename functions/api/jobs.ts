// Jobs: passes over all contacts in the background, as they are watched and steered.
import * as z from 'zod';
import { listJobs, pauseJob, readJob, resumeJob, stopJob } from '../use-cases/jobs.ts';
import { endpoint } from './endpoint.ts';
import { listing, portion } from './portion.ts';

export const jobs = [
  endpoint({
    method: 'GET',
    path: '/api/jobs',
    role: 'viewer',
    summary: 'Jobs with their progress, the newest first',
    query: portion(z.string()),
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
    run: (ports, { path }) => readJob(ports, path.id),
  }),
  endpoint({
    method: 'POST',
    path: '/api/jobs/{id}/pause',
    role: 'marketer',
    summary: 'Pauses a job; it can go on from where it is',
    run: (ports, { path, actor }) => pauseJob(ports, path.id, `paused by ${actor.name}`),
  }),
  endpoint({
    method: 'POST',
    path: '/api/jobs/{id}/resume',
    role: 'marketer',
    summary: 'Lets a paused job go on',
    run: (ports, { path }) => resumeJob(ports, path.id),
  }),
  endpoint({
    method: 'POST',
    path: '/api/jobs/{id}/stop',
    role: 'marketer',
    summary: 'Stops a job for good; what it did stays',
    run: (ports, { path, actor }) => stopJob(ports, path.id, `stopped by ${actor.name}`),
  }),
];
