// Why a segment was not saved, beside what it says.
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { explain } from '../../../parts/explain.ts';

export function Refused({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  return (
    error && (
      <Alert color="red" role="alert">
        {explain(error, t).message}
      </Alert>
    )
  );
}
