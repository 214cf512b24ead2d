// The runs of a broadcast: read again and again while one is under way, and around the time at which the next begins.

import { useQuery } from '@tanstack/react-query';
import { client, type Schemas } from '../../api/client.ts';
import { answered } from '../../api/paged.ts';
import { serverNow } from '../../api/server-time.ts';

export type Runs = Schemas['getCampaignsIdRunsAnswer'];
export type Run = Runs['items'][number];

export const isOpen = ({ state }: Pick<Run, 'state'>): boolean =>
  state === 'running' || state === 'paused';

/** A campaign that is live may have been sent, or wait for its time. `state` is the campaign's. */
export function standingOf(state: string, runs: Runs | undefined): string {
  if (state !== 'live' || !runs) return state;
  if (runs.items.some(isOpen)) return 'running';
  if (runs.nextRun !== undefined) return 'scheduled';
  return runs.items.length > 0 ? 'done' : state;
}

const often = 2_000;
const seldom = 15_000;
const near = 10 * 60_000;

function pace(runs: Runs | undefined, now = serverNow()): number | false {
  if (runs?.items.some(isOpen)) return often;
  const { nextRun } = runs ?? {};
  return nextRun !== undefined && nextRun - now < near ? seldom : false;
}

export const useRuns = (id: string) =>
  useQuery({
    queryKey: ['/api/campaigns', id, 'runs'],
    queryFn: () => answered(client.GET('/api/campaigns/{id}/runs', { params: { path: { id } } })),
    // Whoever comes back to the page wants to see how far it is by now.
    staleTime: 0,
    refetchInterval: ({ state }) => pace(state.data),
  });
