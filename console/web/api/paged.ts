// Lists that the API gives in portions: the rows read so far, and how to read on.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

interface Portion<Row> {
  readonly items: readonly Row[];
  readonly next?: string | undefined;
}

export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly isPending: boolean;
  readonly error: unknown;
  readonly hasMore: boolean;
  readonly isReadingOn: boolean;
  readOn(): void;
  again(): void;
}

/**
 * `read` calls the API for the portion that begins at `next` (undefined: the first):
 * `usePaged(['segments'], (next) => answered(client.GET('/api/segments', { params: { query: { next } } })))`.
 */
export function usePaged<Row>(
  key: readonly unknown[],
  read: (next: string | undefined) => Promise<Portion<Row>>,
  /** Read again so often, in milliseconds, while the page is looked at. */
  every: number | false = false,
): Paged<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: every,
  });
  return {
    rows: query.data?.pages.flatMap(({ items }) => items) ?? [],
    isPending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    isReadingOn: query.isFetchingNextPage,
    readOn: () => void query.fetchNextPage(),
    again: () => void query.refetch(),
  };
}

/** Reads on by itself as long as what was read is too little to show. */
export function useReadingOn<Row>(
  { hasMore, isReadingOn, error, readOn }: Paged<Row>,
  isTooLittle: boolean,
): void {
  const goesOn = isTooLittle && hasMore && !isReadingOn && !error;
  useEffect(() => {
    if (goesOn) readOn();
  }, [goesOn, readOn]);
}

/** The same list, of which so many rows come at a time: the API's portions may hold few. */
export function useFilled<Row>(paged: Paged<Row>, enough: number): Paged<Row> {
  const [known, setKnown] = useState(0);
  const { length } = paged.rows;
  // What was known of another search is nothing here.
  const from = known <= length ? known : 0;
  useReadingOn(paged, length < from + enough);
  const readOn = () => {
    setKnown(length);
    paged.readOn();
  };
  return { ...paged, readOn };
}

/** What a plain call answered; refusals were thrown before. */
export async function answered<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
