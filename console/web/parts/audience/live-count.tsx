// How many a condition would hold for now, and some of them by name: asked while it is written, and told as an estimate
// where not everybody could be asked.
import {
  Anchor,
  Badge,
  Group,
  List,
  Paper,
  Stack,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { client, type Schemas } from '../../api/client.ts';
import { answered } from '../../api/paged.ts';
import { useMay } from '../../session/session.ts';
import { useFormats } from '../../words/use-formats.ts';
import type { Rule } from '../condition/rule.ts';
import { useIsComplete } from '../condition/use-fault.ts';
import { Failure } from '../failure.tsx';
import { Waiting } from '../paged-table.tsx';
import { Reason } from '../said/said.tsx';
import { ContactName } from './contact-name.tsx';

export type Count = Schemas['postSegmentsPreviewAnswer'];

const pause = 600;

/** The count of a condition that is complete; nothing while it is not, or where the role may not ask. */
export function useCount(condition: Rule | undefined) {
  const [asked] = useDebouncedValue(condition, pause);
  const isComplete = useIsComplete(asked);
  const may = useMay('marketer');
  return useQuery({
    queryKey: ['/api/segments/preview', asked],
    queryFn: () =>
      answered(client.POST('/api/segments/preview', { body: { condition: asked as never } })),
    enabled: isComplete && may,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function LiveCount({ condition }: { readonly condition: Rule | undefined }) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const { data, error, isFetching, refetch } = useCount(condition);
  // Who may not ask is not told to wait for an answer.
  if (!may) return null;
  return (
    <Paper withBorder radius="lg" p="lg" component="section" aria-label={t('Who fits now')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('Who fits now')}
        </Title>
        {error && <Failure error={error} again={refetch} />}
        {data && <Counted count={data} isFetching={isFetching} />}
        {!data && !error && <Nothing isFetching={isFetching} />}
      </Stack>
    </Paper>
  );
}

function Nothing({ isFetching }: { readonly isFetching: boolean }) {
  const { t } = useTranslation();
  if (isFetching) return <Waiting rows={2} />;
  return (
    <Text size="sm" c="dimmed">
      {t('As soon as the conditions are complete, the count stands here.')}
    </Text>
  );
}

interface CountedParts {
  readonly count: Count;
  readonly isFetching: boolean;
}

const shown = 5;

function Counted({ count: { estimate, exact, looked, sample }, isFetching }: CountedParts) {
  const { t } = useTranslation();
  const { number } = useFormats();
  return (
    <>
      <Group gap="xs" align="baseline" style={{ opacity: isFetching ? 0.5 : 1 }}>
        <Text fz={32} fw={650} lh={1.1} data-count={estimate}>
          {exact ? number(estimate) : t('about {{amount}}', { amount: number(estimate) })}
        </Text>
        {!exact && (
          <Badge variant="light" color="yellow" tt="none">
            {t('Estimate')}
          </Badge>
        )}
      </Group>
      <VisuallyHidden role="status">{t('{{count}} contacts', { count: estimate })}</VisuallyHidden>
      <Text size="sm" c="dimmed">
        {exact
          ? t('Everybody was asked: {{count}} contacts', { count: looked })
          : t('Of a part of all that was asked: {{count}} contacts', { count: looked })}
      </Text>
      <List spacing={8} listStyleType="none" size="sm">
        {sample.slice(0, shown).map(({ id, because }) => (
          <List.Item key={id}>
            <Anchor component={Link} to={`/contacts/${id}`} size="sm">
              <ContactName id={id} />
            </Anchor>
            <Text size="xs" c="dimmed" lineClamp={2} dir="auto">
              <Reason text={because} />
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}
