// What is wrong with a form and has no field that says it.
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RefusedAt } from './refused-at.ts';

export function RefusedRest({ rest }: Pick<RefusedAt, 'rest'>) {
  const { t } = useTranslation();
  if (rest === undefined) return null;
  return (
    <Alert
      color="red"
      role="alert"
      title={t('This was refused')}
      style={{ whiteSpace: 'pre-line' }}
    >
      {rest}
    </Alert>
  );
}
