// What was read is shown at once to whoever comes back to a page, and read again: things happen by themselves here.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal } from './refusal.ts';

/** Refused calls are not repeated: they would be refused again. */
const mayHelp = (count: number, error: unknown): boolean =>
  count < 2 && !(isRefusal(error) && error.status >= 400 && error.status < 500);

export const sessionKey = ['session'] as const;

const isSignedOut = (error: unknown): boolean => isRefusal(error) && error.status === 401;

/** Asks who is signed in now. What was refused meanwhile is read again, should it still be somebody. */
async function hearRefusal(error: unknown): Promise<void> {
  if (!isSignedOut(error)) return;
  await queryClient.invalidateQueries({ queryKey: sessionKey });
  await queryClient.resetQueries({ predicate: ({ state }) => isSignedOut(state.error) });
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error) => void hearRefusal(error) }),
  mutationCache: new MutationCache({ onError: (error) => void hearRefusal(error) }),
  defaultOptions: { queries: { staleTime: 3_000, retry: mayHelp }, mutations: { retry: false } },
});
