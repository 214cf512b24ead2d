// Publishes thousands of campaigns, each on an event of its own, as thousands of marketers would over the years.
import { createBookKeeping } from '../../../functions/adapters/book-keeping.ts';
import { createPublications } from '../../../functions/adapters/publications.ts';
import { campaignDocument } from '../../../workflows/model/campaign.ts';
import { workspaceRules } from '../../../workflows/model/workspace.ts';
import type { Site } from './site.ts';

const release = { by: 'bench', at: 0, check: () => {}, source: { campaign: {}, templates: {} } };

/** The first is on "Order Completed", every other on an event that nobody makes here. */
export async function publishMany({ dynamo, tables }: Site, count: number): Promise<void> {
  const book = createBookKeeping(dynamo, tables.core);
  const workspace = workspaceRules.parse({ holdout: 0, smartSending: false });
  await book.change(() => ({ change: { workspace }, by: 'bench', at: 0 }));
  const publications = createPublications(dynamo, tables.core, book);
  for (let index = 0; index < count; index += 1)
    await publications.publish(draft(index), [], release);
}

const draft = (index: number) => ({
  campaign: `campaign-${index}`,
  document: campaignDocument.parse({
    name: `Campaign ${index}`,
    trigger: { event: index === 0 ? 'Order Completed' : `Event ${index}` },
    audience: { op: 'performed', event: index === 0 ? 'Order Completed' : `Event ${index}` },
    basis: 'soft_opt_in',
    reentry: 'always',
    goal: { event: `Goal ${index}`, within: '30 days' },
    steps: [{ wait: { for: '3 days' } }, { send: 'hello' }],
  }),
  kinds: { hello: 'marketing' as const },
  reads: [],
});
