// What a marketer does with a campaign that is live: pause, resume, stop, and move those inside to another version.
import * as z from 'zod';
import {
  countEverybody,
  pauseCampaign,
  previewResume,
  reason,
  resumeCampaign,
  resumption,
  stopCampaign,
} from '../use-cases/campaign-states.ts';
import { moveOrder, movePeople, previewMove, readLanding } from '../use-cases/move-people.ts';
import { endpoint } from './endpoint.ts';

const job = z.looseObject({ id: z.string(), kind: z.string(), state: z.string() });

export const campaignStates = [
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/pause',
    role: 'marketer',
    summary: 'Pauses a campaign: nobody enters, and whoever is inside stays in place',
    body: reason,
    answer: z.object({
      id: z.string(),
      state: z.literal('paused'),
      version: z.int(),
      changed: z.object({ by: z.string(), at: z.int(), because: z.string() }),
    }),
    run: async (ports, { path, body, actor }) => {
      const { id, state, version, changed } = await pauseCampaign(ports, path.id, {
        by: actor.name,
        because: body.because,
      });
      return { id, state, version, changed };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/inside',
    role: 'marketer',
    summary: 'Counts who is inside, by version and step; GET /api/jobs/{id}/places tells',
    answer: job,
    status: 202,
    audited: false,
    run: (ports, { path }) => countEverybody(ports, path.id),
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/resume/preview',
    role: 'marketer',
    summary: 'Counts who fell due while it was paused; GET /api/jobs/{id}/places tells',
    answer: job,
    status: 202,
    audited: false,
    run: (ports, { path }) => previewResume(ports, path.id),
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/resume',
    role: 'marketer',
    summary: 'Resumes a campaign; what fell due is sent, skipped or spaced out',
    body: resumption,
    answer: job,
    status: 202,
    run: (ports, { path, body, actor }) => resumeCampaign(ports, path.id, body, actor.name),
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/stop',
    role: 'marketer',
    summary: 'Stops a campaign: nobody enters any more, and whoever is inside leaves',
    body: reason,
    answer: job,
    status: 202,
    run: (ports, { path, body, actor }) =>
      stopCampaign(ports, path.id, { by: actor.name, because: body.because }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/move/preview',
    role: 'marketer',
    summary: 'Counts who would land where in another version; GET /api/jobs/{id}/places tells',
    body: moveOrder,
    answer: job,
    status: 202,
    audited: false,
    run: (ports, { path, body }) => previewMove(ports, path.id, body),
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/move',
    role: 'marketer',
    summary: 'Moves those inside to another version',
    body: moveOrder,
    answer: job,
    status: 202,
    run: (ports, { path, body }) => movePeople(ports, path.id, body),
  }),
  endpoint({
    method: 'GET',
    path: '/api/jobs/{id}/places',
    role: 'viewer',
    summary: 'What a count of people inside or of a preview has counted, as far as it has got',
    answer: job.extend({
      matched: z.int(),
      places: z.array(
        z.object({
          version: z.int(),
          step: z.string(),
          lands: z.optional(z.string()),
          people: z.int(),
        }),
      ),
    }),
    run: (ports, { path }) => readLanding(ports, path.id),
  }),
];
