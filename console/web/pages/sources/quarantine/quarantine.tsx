// What was not taken as an event, day by day and by source; looked at, mended and replayed.

import { ActionIcon, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { serverNow } from '../../../api/server-time.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { ShowMore } from '../../../parts/show-more.tsx';
import { BySource } from '../by-source.tsx';
import { RequestCard } from './request-card.tsx';

const oneDay = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export function Quarantine() {
  const { t } = useTranslation();
  const [day, setDay] = useState(dayOf(serverNow()));
  const [source, setSource] = useState<string | null>(null);
  return (
    <Stack gap="lg">
      <Text size="sm" maw="70ch">
        {t(
          'What could not be read as an event is kept here for thirty days with its reason. Mend it and replay it: it is taken once, at the time at which it came in.',
        )}
      </Text>
      <Group align="flex-end">
        <Day day={day} setDay={setDay} />
        <BySource source={source} setSource={setSource} />
      </Group>
      <OfDay key={`${day} ${source}`} day={day} source={source ?? undefined} />
    </Stack>
  );
}

function Day({ day, setDay }: { readonly day: string; setDay(day: string): void }) {
  const { t } = useTranslation();
  const today = dayOf(serverNow());
  const first = dayOf(serverNow() - 30 * oneDay);
  const step = (days: number) => setDay(dayOf(Date.parse(day) + days * oneDay));
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('The day before')}
        disabled={day <= first}
        onClick={() => step(-1)}
      >
        <IconChevronLeft size={16} aria-hidden className="turns" />
      </ActionIcon>
      <TextInput
        type="date"
        label={t('Day (UTC)')}
        value={day}
        min={first}
        max={today}
        onChange={(event) => event.currentTarget.value && setDay(event.currentTarget.value)}
      />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('The day after')}
        disabled={day >= today}
        onClick={() => step(1)}
      >
        <IconChevronRight size={16} aria-hidden className="turns" />
      </ActionIcon>
    </Group>
  );
}

function OfDay({ day, source }: { readonly day: string; readonly source: string | undefined }) {
  const { t } = useTranslation();
  const paged = usePaged(['/api/quarantine', day, source], (next) =>
    answered(
      client.GET('/api/quarantine/{day}', { params: { path: { day }, query: { next, source } } }),
    ),
  );
  if (paged.isPending) return <Waiting />;
  if (paged.error) return <Failure error={paged.error} again={paged.again} />;
  if (paged.rows.length === 0)
    return (
      <Empty icon={<IconCircleCheck aria-hidden />} title={t('Nothing was set aside on this day')}>
        {t('Everything that came in could be read as an event.')}
      </Empty>
    );
  return (
    <Stack>
      {paged.rows.map((one) => (
        <RequestCard key={one.id} day={day} request={one} />
      ))}
      <ShowMore paged={paged} />
    </Stack>
  );
}
