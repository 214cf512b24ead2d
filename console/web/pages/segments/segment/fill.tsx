// The job that looks for a segment's members after it was saved: how far it is. The page can be left meanwhile.
import { Alert, Progress, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useFormats } from '../../../words/use-formats.ts';

const often = 1_000;

/** Of the newest jobs. */
const looked = { query: { limit: 50 } };

const isOpen = (state: string | undefined) => state === 'running' || state === 'paused';

/** The newest fill of the segment, whoever began it. */
function useFill(segment: string) {
  return useQuery({
    queryKey: ['/api/segments', segment, 'fill'],
    queryFn: async () => {
      const { items } = await answered(client.GET('/api/jobs', { params: looked }));
      return items.find(({ about }) => about.segment === segment) ?? null;
    },
    refetchInterval: ({ state }) => (isOpen(state.data?.state) ? often : false),
  }).data;
}

export function Fill({ segment }: { readonly segment: string }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const queries = useQueryClient();
  const job = useFill(segment);
  const state = job?.state;
  useEffect(() => {
    if (state !== 'done') return;
    for (const queryKey of [['/api/contacts'], ['get', '/api/segments/{id}/sizes']])
      void queries.invalidateQueries({ queryKey });
  }, [state, queries]);
  if (!job || !isOpen(state)) return null;
  return (
    <Alert color="blue" title={t('Looking for who is in it')} role="status">
      <Stack gap="xs">
        <Text size="sm">
          {t('{{scanned}} asked, {{matched}} found. You can leave this page.', {
            scanned: number(job.scanned),
            matched: number(job.matched),
          })}
        </Text>
        <Progress
          value={(job.doneChunks / Math.max(1, job.chunks)) * 100}
          aria-label={t('Looking for who is in it')}
        />
      </Stack>
    </Alert>
  );
}
