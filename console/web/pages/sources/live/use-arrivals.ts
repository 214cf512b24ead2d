// What came in, as it is told every few seconds: what was told before stays while the page is open, up to a hundred rows.
import { useIdle } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { api, type Schemas } from '../../../api/client.ts';

export type Arrival = Schemas['getArrivalsAnswer']['items'][number];

const everyFewSeconds = 2_500;
/** A page that is forgotten on a screen asks nobody any more. */
const forgotten = 15 * 60_000;
const mostShown = 100;

export const keyOf = ({ at, source, outcome, row, why }: Arrival): string =>
  [at, source, outcome, row?.id, why].join(' ');

interface Arrivals {
  readonly rows: readonly Arrival[];
  /** How many have come since the page was opened. */
  readonly fresh: number;
  readonly isPending: boolean;
  readonly isIdle: boolean;
  readonly error: unknown;
  again(): void;
}

interface Seen {
  readonly rows: readonly Arrival[];
  readonly fresh: number;
}

/** `undefined` before anything was told: what is there then is not fresh. */
function withMore(seen: Seen | undefined, told: readonly Arrival[]): Seen {
  const known = new Set(seen?.rows.map(keyOf));
  const more = told.filter((one) => !known.has(keyOf(one)));
  const rows = [...more, ...(seen?.rows ?? [])].sort((one, other) => other.at - one.at);
  const fresh = seen ? seen.fresh + more.length : 0;
  return { rows: rows.slice(0, mostShown), fresh };
}

/** Of one source, or of all. Nothing is asked while it is paused, nor while nobody looks at the page. */
export function useArrivals(source: string | null, isPaused: boolean): Arrivals {
  const isIdle = useIdle(forgotten, { initialState: false });
  const params = { query: { limit: mostShown, ...(source !== null && { source }) } };
  const { data, isPending, error, refetch } = api.useQuery(
    'get',
    '/api/arrivals',
    { params },
    { refetchInterval: isPaused || isIdle ? false : everyFewSeconds, staleTime: 0, gcTime: 0 },
  );
  const [seen, setSeen] = useState<Seen>();
  useEffect(() => {
    if (data) setSeen((known) => withMore(known, data.items));
  }, [data]);
  return {
    ...{ rows: seen?.rows ?? [], fresh: seen?.fresh ?? 0 },
    ...{ isPending: isPending || (!seen && !error), isIdle, error },
    again: () => void refetch(),
  };
}
