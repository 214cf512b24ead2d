// Problems as the API tells them, in the reader's language.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { faultWords } from './faults.ts';

interface Problem {
  readonly at: string;
  readonly message: string;
}

/** The same list while nothing changes. */
export function useProblemWords(problems: readonly Problem[]): readonly Problem[] {
  const { t } = useTranslation();
  return useMemo(
    () => problems.map(({ at, message }) => ({ at, message: faultWords(message, t) })),
    [problems, t],
  );
}
