// A count of people inside a campaign: a job that is begun once, and watched until it has looked at everybody.
import { useQuery } from '@tanstack/react-query';
import { client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';

export type PlaceCount = Schemas['getJobsIdPlacesAnswer']['places'][number];

export interface Count {
  readonly places: readonly PlaceCount[] | undefined;
  readonly isDone: boolean;
  readonly error: unknown;
  /** When it was finished. */
  readonly at: number | undefined;
  again(): void;
}

export function useCount(
  name: string,
  begin: () => Promise<{ id: string }>,
  isAsked = true,
): Count {
  const job = useQuery({
    queryKey: ['count', name],
    queryFn: begin,
    enabled: isAsked,
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });
  const id = job.data?.id ?? '';
  const places = useQuery({
    queryKey: ['/api/jobs', id, 'places'],
    queryFn: () => answered(client.GET('/api/jobs/{id}/places', { params: { path: { id } } })),
    enabled: id !== '',
    refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? 1_500 : false),
  });
  return {
    places: places.data?.places,
    isDone: places.data !== undefined && places.data.state !== 'running',
    error: job.error ?? places.error,
    at: places.data?.finishedAt as number | undefined,
    again: () => void job.refetch(),
  };
}
