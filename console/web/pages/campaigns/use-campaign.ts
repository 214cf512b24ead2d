// A campaign as the API tells of it, and what is shown of it while it is written: the draft where there is one, else what
// is live.
import { useQuery } from '@tanstack/react-query';
import { client, type Schemas } from '../../api/client.ts';
import { answered } from '../../api/paged.ts';
import type { Fields } from './steps/tree.ts';
import { settled } from './writing/under-way.ts';
import type { Written } from './writing/use-writing.ts';

export type Campaign = Schemas['getCampaignsIdAnswer'];

export const campaignKey = (id: string) => ['/api/campaigns', id] as const;

export function useCampaign(id: string) {
  return useQuery({
    queryKey: campaignKey(id),
    queryFn: () => answered(client.GET('/api/campaigns/{id}', { params: { path: { id } } })),
  });
}

/** With what keeps the draft from going live. */
export async function readWritten(id: string): Promise<Written> {
  await settled(id);
  const view = await answered(client.GET('/api/campaigns/{id}', { params: { path: { id } } }));
  const { writing, live } = view;
  const shown = writing ?? live;
  const problems = writing
    ? (await answered(client.GET('/api/campaigns/{id}/draft', { params: { path: { id } } })))
        .problems
    : [];
  return {
    campaign: (shown?.campaign ?? {}) as Fields,
    templates: (shown?.templates ?? {}) as Fields,
    revision: writing?.revision ?? 0,
    problems: problems ?? [],
  };
}
