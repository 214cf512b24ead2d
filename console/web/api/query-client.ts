// What was read is shown at once to whoever comes back to a page, and read again: things happen by themselves here.
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal } from './refusal.ts';

/** Refused calls are not repeated: they would be refused again. */
const mayHelp = (count: number, error: unknown): boolean =>
  count < 2 && !(isRefusal(error) && error.status >= 400 && error.status < 500);

export const sessionKey = ['session'] as const;

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (isRefusal(error) && error.status === 401)
        void queryClient.invalidateQueries({ queryKey: sessionKey });
    },
  }),
  defaultOptions: { queries: { staleTime: 3_000, retry: mayHelp }, mutations: { retry: false } },
});
