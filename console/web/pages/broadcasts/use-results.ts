// What came of a broadcast so far, and how many still wait for their moment: held by quiet hours, a window or a spread.
import { useQuery } from '@tanstack/react-query';
import { client, type Schemas } from '../../api/client.ts';
import { answered } from '../../api/paged.ts';
import { serverNow } from '../../api/server-time.ts';
import { isOpen, standingOf, useRuns } from './use-runs.ts';

type Results = Schemas['getCampaignsIdResultsAnswer'];

const often = 3_000;
const seldom = 15_000;

/** Mails follow their people: they are counted on for a while after the run is over. */
const tail = 10 * 60_000;

export const waitingIn = ({ treatment, completed, exited }: Results): number =>
  Math.max(0, treatment.entered - completed - exited);

export function useResults(id: string) {
  const { data: runs } = useRuns(id);
  const isGoing = runs?.items.some(
    (run) => isOpen(run) || serverNow() - Number(run.finishedAt ?? 0) < tail,
  );
  return useQuery({
    queryKey: ['/api/campaigns', id, 'results'],
    queryFn: () =>
      answered(client.GET('/api/campaigns/{id}/results', { params: { path: { id } } })),
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => {
      if (isGoing) return often;
      return data && waitingIn(data) > 0 ? seldom : false;
    },
  });
}

/** It is done when nobody waits any more. `state` is the campaign's. */
export function useStanding(id: string, state: string): string {
  const { data: runs } = useRuns(id);
  const { data } = useResults(id);
  const standing = standingOf(state, runs);
  return standing === 'done' && data && waitingIn(data) > 0 ? 'running' : standing;
}
