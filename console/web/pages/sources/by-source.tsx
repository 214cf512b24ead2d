// Which source something is asked of: one, or all of them.
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';

interface SourceParts {
  readonly source: string | null;
  setSource(source: string | null): void;
}

export function BySource({ source, setSource }: SourceParts) {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/api/sources', { params: { query: { limit: 100 } } });
  const all = new Set(data?.items.flatMap(({ sources }) => sources));
  return (
    <Select
      label={t('Source')}
      placeholder={t('All sources')}
      data={[...all]}
      value={source}
      onChange={setSource}
      clearable
      searchable
    />
  );
}
