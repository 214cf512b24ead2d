// Frequency caps: at most so many marketing mails in any window of that length; all of them hold.
import { ActionIcon, Button, Group, Input, NumberInput, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { placed } from '../../../parts/placed.ts';
import { SpanInput } from '../../../parts/span-input.tsx';
import type { DraftParts } from './rules-form.tsx';
import type { Workspace } from './use-workspace.ts';

type Cap = NonNullable<Workspace['caps']>[number];

export function Caps({ draft: { caps = [] }, change, refused }: DraftParts) {
  const { t } = useTranslation();
  const put = (place: number, cap: Cap) => change({ caps: caps.with(place, cap) });
  return (
    <Stack gap="xs" role="group" aria-label={t('Frequency caps')}>
      <div>
        <Text size="sm" fw={500}>
          {t('Frequency caps')}
        </Text>
        <Text size="xs">
          {t('At most so many marketing mails to one contact; all of them hold.')}
        </Text>
        {refused('caps') && <Input.Error>{refused('caps')}</Input.Error>}
      </div>
      {placed(caps).map(({ one: cap, index: place }) => (
        <Group key={place} align="flex-end">
          <NumberInput
            label={t('At most')}
            min={1}
            w={110}
            required
            value={cap.at_most || ''}
            onChange={(to) => put(place, { ...cap, at_most: Number(to) })}
          />
          <SpanInput
            label={t('Within')}
            value={cap.within}
            units={['minute', 'hour', 'day', 'week']}
            isNeeded
            onChange={(within) => within && put(place, { ...cap, within })}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size={36}
            aria-label={t('Remove this cap')}
            onClick={() => change({ caps: caps.toSpliced(place, 1) })}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={caps.length >= 10}
          onClick={() => change({ caps: [...caps, { at_most: 3, within: '1 week' }] })}
        >
          {t('Add a cap')}
        </Button>
      </Group>
    </Stack>
  );
}
