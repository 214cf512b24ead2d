// One row: the sentence, what was decided with its reasons, and everything else behind a fold.
import { Box, Code, Group, Stack, Text, ThemeIcon } from '@mantine/core';
import {
  IconBolt,
  IconClock,
  IconHandStop,
  IconMail,
  IconNote,
  IconPencil,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../../parts/decision/decided.ts';
import { DecisionText } from '../../../parts/decision/decision-text.tsx';
import { Moment } from '../../../parts/moment.tsx';
import type { Names } from '../use-names.ts';
import type { Row } from './row.ts';
import { sentenceOf } from './row-sentence.ts';

const icons: Readonly<Record<string, ComponentType<{ size?: number; 'aria-hidden'?: boolean }>>> = {
  ...{ event: IconBolt, call: IconBolt, alarm: IconClock, note: IconNote },
  ...{
    message: IconMail,
    feedback: IconMail,
    unsubscribe: IconHandStop,
    suppression: IconHandStop,
  },
};

interface Parts {
  readonly row: Row;
  readonly names: Names;
}

export function TimelineRow({ row, names, isFirst }: Parts & { readonly isFirst: boolean }) {
  const { t } = useTranslation();
  const { about, kind, transitions, at } = row;
  const Icon = icons[kind] ?? IconPencil;
  const because = textIn(about, 'because') || textIn(about, 'detail');
  return (
    <Box
      component="li"
      p="md"
      style={{
        borderBlockStart: isFirst ? 'none' : '1px solid var(--mantine-color-default-border)',
      }}
    >
      <Group align="flex-start" gap="md" wrap="nowrap">
        <ThemeIcon variant="light" radius="xl" size={32}>
          <Icon size={17} aria-hidden />
        </ThemeIcon>
        <Stack gap={4} flex={1} miw={0}>
          <Group justify="space-between" gap="xs">
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {sentenceOf(row, t, names)}
            </Text>
            <Text size="sm">
              <Moment at={at} />
            </Text>
          </Group>
          {kind === 'note' && (
            <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} dir="auto">
              {textIn(about, 'text')}
            </Text>
          )}
          {because !== '' && (
            <Text size="sm" dir="auto">
              {because}
            </Text>
          )}
          {transitions.map((one) => (
            <Text key={JSON.stringify(one)} size="sm" style={{ overflowWrap: 'anywhere' }}>
              <DecisionText one={one} status={row.messages[textIn(one, 'message')]} />
            </Text>
          ))}
          {kind !== 'note' && <Everything row={row} />}
        </Stack>
      </Group>
    </Box>
  );
}

function Everything({ row: { about, transitions, id } }: { readonly row: Row }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>
        <Text span size="xs">
          {t('Details')}
        </Text>
      </summary>
      <Code block tabIndex={0} aria-label={t('Details')} dir="ltr">
        {JSON.stringify({ id, about, decided: transitions }, undefined, 2)}
      </Code>
    </details>
  );
}
