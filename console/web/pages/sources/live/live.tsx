// The live stream: what comes in, one by one, while somebody looks on. It can be paused, and tells of what is new in one
// sentence now and then, so that nobody who listens is read every row.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useThrottledValue } from '@mantine/hooks';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Failure } from '../../../parts/failure.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { BySource } from '../by-source.tsx';
import { ArrivalTable } from './arrival-table.tsx';
import { FirstCall } from './first-call.tsx';
import { useArrivals } from './use-arrivals.ts';

export function Live() {
  const { t } = useTranslation();
  const [asked, ask] = useSearchParams();
  const source = asked.get('source');
  return (
    <Stack gap="lg">
      <Text size="sm" maw="70ch">
        {t(
          'Single calls as they come in, of the last day: up to ten of the newest of each source, as a sample, and while you look on, what comes. All of it stands in the timelines of contacts.',
        )}
      </Text>
      <Stream
        key={source}
        source={source}
        setSource={(one) => ask(one === null ? {} : { source: one }, { replace: true })}
      />
    </Stack>
  );
}

interface StreamParts {
  readonly source: string | null;
  setSource(source: string | null): void;
}

function Stream({ source, setSource }: StreamParts) {
  const { t } = useTranslation();
  const [isPaused, pause] = useState(false);
  const { rows, fresh, isPending, isIdle, error, again } = useArrivals(source, isPaused);
  return (
    <Stack>
      <Group align="flex-end">
        <BySource source={source} setSource={setSource} />
        <PauseButton isPaused={isPaused} pause={pause} />
        <Told fresh={fresh} isStill={isPaused || isIdle} />
      </Group>
      {isIdle && !isPaused && (
        <Alert>
          {t('Nobody was here for a while, so nothing is asked. Move, and it goes on.')}
        </Alert>
      )}
      {Boolean(error) && <Failure error={error} again={again} />}
      {isPending && !error && <Waiting />}
      {!isPending && rows.length === 0 && <FirstCall />}
      {rows.length > 0 && <ArrivalTable rows={rows} />}
    </Stack>
  );
}

interface PauseParts {
  readonly isPaused: boolean;
  pause(isPaused: boolean): void;
}

function PauseButton({ isPaused, pause }: PauseParts) {
  const { t } = useTranslation();
  const Icon = isPaused ? IconPlayerPlay : IconPlayerPause;
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} aria-hidden />}
      onClick={() => pause(!isPaused)}
    >
      {isPaused ? t('Go on watching') : t('Pause the stream')}
    </Button>
  );
}

const saidEvery = 10_000;

function Told({ fresh, isStill }: { readonly fresh: number; readonly isStill: boolean }) {
  const { t } = useTranslation();
  const said = useThrottledValue(fresh, saidEvery);
  return (
    <Text size="sm" role="status" pb="xs">
      {isStill
        ? t('The stream is paused.')
        : said === 0
          ? t('Watching: what comes in shows here within seconds.')
          : t('{{count}} arrived since you are here', { count: said })}
    </Text>
  );
}
