// Doing something: while it runs, when it is done (said once), when it is refused (said with its reason).
import { notifications } from '@mantine/notifications';
import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { explain } from '../parts/explain.ts';

interface Act<In, Out> {
  run(given: In): Promise<Out>;
  /** What is told when it is done; nothing when it can be seen. */
  readonly done?: string | ((answer: Out) => string);
  /** What is read again afterwards; everything unless said. */
  readonly changes?: readonly QueryKey[];
  after?(answer: Out): void;
  /** True when the page itself shows the refusal, beside the field it is about. */
  readonly isShown?: boolean;
}

export function useAct<In = void, Out = unknown>({
  run,
  done,
  changes = [[]],
  after,
  isShown = false,
}: Act<In, Out>) {
  const queries = useQueryClient();
  const { t } = useTranslation();
  return useMutation({
    mutationFn: run,
    onSuccess: async (answer) => {
      await Promise.all(changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
      const message = typeof done === 'function' ? done(answer) : done;
      if (message) notifications.show({ message, color: 'leaf' });
      after?.(answer);
    },
    onError: (error) => {
      if (!isShown) notifications.show({ ...explain(error, t), color: 'red', autoClose: 10_000 });
    },
  });
}
