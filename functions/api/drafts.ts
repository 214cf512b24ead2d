// Drafts of campaigns: saved on top of the revision that was read, so that two writers never undo one another.
import * as z from 'zod';
import {
  discardDraft,
  draftInput,
  examineDraft,
  publishDraft,
  saveDraft,
} from '../use-cases/campaign-drafts.ts';
import { problem, published } from './campaigns.ts';
import { endpoint } from './endpoint.ts';
import { revised, revisionOf, revisionOrNone } from './revision.ts';

export const drafts = [
  endpoint({
    method: 'GET',
    path: '/api/campaigns/{id}/draft',
    role: 'viewer',
    summary: 'What is being written, and what keeps it from going live; ETag is its revision',
    answer: z.looseObject({
      revision: z.int(),
      by: z.string(),
      at: z.int(),
      problems: z.optional(z.array(problem)),
    }),
    run: (ports, { path }) => examineDraft(ports, path.id),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/campaigns/{id}/draft',
    role: 'marketer',
    summary: 'Saves a draft, however unfinished; answers what would keep it from going live',
    headers: revised,
    body: draftInput,
    answer: z.object({ revision: z.int(), problems: z.optional(z.array(problem)) }),
    run: (ports, { path, headers, sent, actor }) =>
      saveDraft(ports, path.id, sent, { revision: revisionOrNone(headers), by: actor.name }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/campaigns/{id}/draft',
    role: 'marketer',
    summary: 'Discards a draft of the revision in If-Match',
    headers: revised,
    status: 204,
    run: (ports, { path, headers }) => discardDraft(ports, path.id, revisionOf(headers)),
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/draft/publish',
    role: 'marketer',
    summary: 'Publishes the draft of the revision in If-Match as the next version',
    headers: revised,
    answer: published,
    run: (ports, { path, headers, actor }) =>
      publishDraft(ports, path.id, { revision: revisionOf(headers), by: actor.name }),
  }),
];
