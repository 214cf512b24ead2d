// Campaigns: listed, read, published as documents with their templates, deleted, and called for one contact.
import * as z from 'zod';
import { Refused } from '../errors.ts';
import { deleteCampaign } from '../use-cases/campaign-states.ts';
import { callCampaign } from '../use-cases/change-contact.ts';
import { publication } from '../use-cases/check-campaign.ts';
import { publishCampaign } from '../use-cases/publish-campaign.ts';
import { listCampaigns, readCampaign, readVersion } from '../use-cases/read-campaigns.ts';
import { contactOf } from './contact-of.ts';
import { endpoint } from './endpoint.ts';
import { idempotency, keyOf } from './idempotency.ts';
import { listing, listingOf, listRequest, portion } from './portion.ts';
import type { ApiPorts } from './ports.ts';

const called = z.strictObject({
  /** Its id or a key. */
  contact: z.string().min(1).max(300),
  properties: z.record(z.string(), z.json()).default({}),
});

const who = z.object({ by: z.string(), at: z.int() });
const states = z.enum(['live', 'paused', 'stopped', 'draft']);

const line = z.object({
  id: z.string(),
  name: z.string(),
  state: states,
  version: z.optional(z.int()),
  /** What lets people in, in words; absent of what was never published. */
  trigger: z.optional(z.string()),
  /** Of which kind that is: "schedule" of a broadcast. */
  triggerType: z.optional(z.string()),
  published: z.optional(who),
  changed: z.optional(who.extend({ because: z.string() })),
  draft: z.optional(who.extend({ revision: z.int() })),
});

/** As it was written. */
const source = z.object({
  campaign: z.record(z.string(), z.json()),
  templates: z.record(z.string(), z.record(z.string(), z.json())),
});

const version = z.looseObject({
  campaign: z.string(),
  version: z.int(),
  /** As PUT /api/campaigns/{id} takes it, with every default. */
  document: z.looseObject({ name: z.string() }),
  /** Of each template. */
  kinds: z.record(z.string(), z.enum(['marketing', 'transactional'])),
  /** Properties of the trigger's event that steps and templates read. */
  reads: z.array(z.string()),
  source: z.optional(source),
});

/** "campaign.steps[0].send", and what is wrong or odd there. */
export const problem = z.object({ at: z.string(), message: z.string() });

/** A new version, and what is odd about it. */
export const published = version.extend({ warnings: z.array(problem) });

export const campaigns = [
  endpoint({
    method: 'GET',
    path: '/api/campaigns',
    role: 'viewer',
    summary: 'Campaigns by id, with their state, and who changed it when and why',
    query: portion(z.string()).extend({
      state: z.optional(states),
      /** A part of its name or id. */
      search: z.optional(z.string().trim().max(100)),
    }),
    answer: listingOf(line),
    run: async (ports, { query }) => {
      const { state, search } = query;
      const items = await listCampaigns(ports, listRequest(query), { state, search });
      return listing(items, query.limit, ({ id }) => id);
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/campaigns/{id}',
    role: 'viewer',
    summary: 'A campaign as it was written: what is live, what is being written, and its versions',
    answer: line.extend({
      live: z.optional(source),
      writing: z.optional(source.extend({ ...who.shape, revision: z.int(), name: z.string() })),
      /** The newest first. */
      versions: z.array(who.extend({ version: z.int() })),
    }),
    run: (ports, { path }) => readCampaign(ports, path.id),
  }),
  endpoint({
    method: 'GET',
    path: '/api/campaigns/{id}/versions/{version}',
    role: 'viewer',
    summary: 'Any version of a campaign, also of one that is live no more',
    answer: version,
    run: (ports, { path }) => readVersion(ports, path.id, numberOf(path.version)),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/campaigns/{id}',
    role: 'marketer',
    summary: 'Publishes the next version with its templates; people inside stay on theirs',
    body: publication,
    answer: published,
    run: (ports, { path, sent, actor }) => publishCampaign(ports, path.id, sent, actor.name),
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/campaigns/{id}',
    role: 'marketer',
    summary: 'Deletes a campaign that was stopped and that nothing live refers to',
    status: 204,
    run: (ports, { path, actor }) => deleteCampaign(ports, path.id, actor.name),
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/call',
    role: 'marketer',
    summary: 'Asks a campaign to let one contact in; answers what was decided and why',
    headers: idempotency,
    body: called,
    answer: z.object({
      contact: z.string(),
      decided: z.array(z.looseObject({ kind: z.string() })),
    }),
    audited: false,
    run: async (ports, { path, body, headers }) => {
      await liveCampaign(ports, path.id);
      const { id } = await contactOf(ports, body.contact);
      const wanted = { campaign: path.id, properties: body.properties };
      const decided = await callCampaign(ports, id, wanted, keyOf(headers));
      return { contact: id, decided };
    },
  }),
];

/** Throws Refused(404) when it is no number of a version. */
export function numberOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Refused(404, 'There is no such version');
  return Number(text);
}

async function liveCampaign({ books }: Pick<ApiPorts, 'books'>, id: string): Promise<void> {
  const { playbook } = await books.open();
  if (playbook.state(id) === undefined) throw new Refused(404, 'There is no such campaign');
}
