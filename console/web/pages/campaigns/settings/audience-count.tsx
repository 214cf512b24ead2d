// How many contacts an audience holds now, a moment after it was last changed.
import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { inWords } from '../../../parts/form/condition-field.tsx';
import { useMay } from '../../../session/session.ts';
import { useFormats } from '../../../words/use-formats.ts';

export function AudienceCount({ condition }: { readonly condition: unknown }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const [asked] = useDebouncedValue(condition, 600);
  const isMarketer = useMay('marketer');
  const isWhole = asked !== undefined && inWords(asked) !== undefined;
  const { data, isFetching, isError } = useQuery({
    queryKey: ['/api/segments/preview', asked],
    queryFn: () =>
      answered(client.POST('/api/segments/preview', { body: { condition: asked } as never })),
    enabled: isWhole && isMarketer,
  });
  if (!isWhole || !isMarketer) return null;
  return (
    <Text size="sm" mt="sm" role="status" aria-live="polite">
      {isFetching && t('Counting…')}
      {!isFetching && isError && t('The audience cannot be counted as it is.')}
      {!isFetching &&
        data &&
        (data.exact
          ? t('{{count}} contacts are in this audience now', { count: data.matched })
          : t('About {{number}} contacts are in this audience now', {
              number: number(data.estimate),
            }))}
    </Text>
  );
}
