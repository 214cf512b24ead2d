// Campaigns: published as documents with their templates, and called for one contact.
import * as z from 'zod';
import { Refused } from '../errors.ts';
import { callCampaign } from '../use-cases/change-contact.ts';
import { publication } from '../use-cases/check-campaign.ts';
import { publishCampaign } from '../use-cases/publish-campaign.ts';
import { contactOf } from './contact-of.ts';
import { endpoint } from './endpoint.ts';
import { idempotency, keyOf } from './idempotency.ts';
import type { ApiPorts } from './ports.ts';

const called = z.strictObject({
  /** Its id or a key. */
  contact: z.string().min(1).max(300),
  properties: z.record(z.string(), z.json()).default({}),
});

export const campaigns = [
  endpoint({
    method: 'GET',
    path: '/api/campaigns',
    role: 'viewer',
    summary: 'The live version of every campaign',
    run: async ({ publications }) => ({ items: await publications.list() }),
  }),
  endpoint({
    method: 'PUT',
    path: '/api/campaigns/{id}',
    role: 'marketer',
    summary: 'Publishes the next version with its templates; people inside stay on theirs',
    body: publication,
    run: (ports, { path, sent, actor }) => publishCampaign(ports, path.id, sent, actor.name),
  }),
  endpoint({
    method: 'POST',
    path: '/api/campaigns/{id}/call',
    role: 'marketer',
    summary: 'Asks a campaign to let one contact in; answers what was decided and why',
    headers: idempotency,
    body: called,
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

async function liveCampaign({ books }: Pick<ApiPorts, 'books'>, id: string): Promise<void> {
  const { playbook } = await books.open();
  if (playbook.state(id) === undefined) throw new Refused(404, 'There is no such campaign');
}
