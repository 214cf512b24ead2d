// What is wrong with a condition, by the rule language itself, which is asked for when somebody writes one.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { faultWords } from '../said/faults.ts';
import type { Rule } from './rule.ts';

const useLanguage = () =>
  useQuery({
    queryKey: ['the rule language'],
    queryFn: () => import('../../../../workflows/conditions/condition.ts'),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;

/** In the reader's language; undefined when nothing is wrong, or nothing is known yet. */
export function useFault(rule: Rule | undefined): string | undefined {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!language || rule === undefined) return undefined;
  const read = language.condition.safeParse(rule);
  return read.success ? undefined : faultWords(read.error.issues[0]?.message ?? '', t);
}

/** Whether a condition may be saved or asked: false while nobody knows. */
export function useIsComplete(rule: Rule | undefined): boolean {
  const language = useLanguage();
  return rule !== undefined && (language?.condition.safeParse(rule).success ?? false);
}
