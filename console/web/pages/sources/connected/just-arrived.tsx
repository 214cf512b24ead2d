// The live stream: what has arrived since this page is open, source by source. Counts alone; who it was about stands in
// the timelines of contacts, and what could not be taken in quarantine.

import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-time.ts';
import { Moment } from '../../../parts/moment.tsx';
import { kindName } from '../kind-name.ts';
import type { Source } from '../source.ts';
import { type Arrival, arrivalsOf } from './arrivals.ts';

const shownAtMost = 20;

export function JustArrived({ sources }: { readonly sources: readonly Source[] }) {
  const { t } = useTranslation();
  const arrivals = useArrivals(sources);
  return (
    <Stack component="section" gap="sm">
      <Title order={2} size="h4">
        {t('Arriving now')}
      </Title>
      <Paper withBorder radius="lg" p="md" aria-live="polite">
        {arrivals.length === 0 ? (
          <Text size="sm">
            {t('This page is watching. Send something, and it shows here within half a minute.')}
          </Text>
        ) : (
          <Stack gap="xs">
            {arrivals.map((one) => (
              <ArrivalLine key={one.id} arrival={one} />
            ))}
          </Stack>
        )}
      </Paper>
    </Stack>
  );
}

function useArrivals(sources: readonly Source[]): readonly Arrival[] {
  const before = useRef(sources);
  const [arrivals, setArrivals] = useState<readonly Arrival[]>([]);
  useEffect(() => {
    const some = arrivalsOf(before.current, sources, serverNow());
    before.current = sources;
    if (some.length > 0) setArrivals((all) => [...some, ...all].slice(0, shownAtMost));
  }, [sources]);
  return arrivals;
}

function ArrivalLine({ arrival }: { readonly arrival: Arrival }) {
  const { t } = useTranslation();
  const { source, kind, taken, setAside, refused, at } = arrival;
  return (
    <Group gap="sm">
      <Text size="sm" fw={500}>
        {kind === 'api' || kind === 'unknown' ? kindName(kind, t) : source}
      </Text>
      {taken > 0 && <Part color="leaf" text={t('{{count}} taken', { count: taken })} />}
      {setAside > 0 && <Part color="orange" text={t('{{count}} set aside', { count: setAside })} />}
      {refused > 0 && <Part color="red" text={t('{{count}} refused', { count: refused })} />}
      <Text size="xs" ms="auto">
        <Moment at={at} />
      </Text>
    </Group>
  );
}

const Part = ({ color, text }: { readonly color: string; readonly text: string }) => (
  <Badge variant="light" color={color} tt="none">
    {text}
  </Badge>
);
