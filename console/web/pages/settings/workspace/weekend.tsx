// The days of the week that are no business days, named in the reader's language.
import { Chip, Group, Input, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DraftParts } from './rules-form.tsx';

/** ISO weekdays: Monday is 1, as 5 January 1970 was one. */
const days = [1, 2, 3, 4, 5, 6, 7] as const;
const dateOf = (day: number): number => Date.UTC(1970, 0, 4 + day);

export function Weekend({ draft: { weekend = [] }, change, refused }: DraftParts) {
  const { t, i18n } = useTranslation();
  const name = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  return (
    <Stack gap={4} role="group" aria-label={t('Weekend')}>
      <Text size="sm" fw={500}>
        {t('Weekend')}
      </Text>
      <Chip.Group
        multiple
        value={weekend.map(String)}
        onChange={(to) => change({ weekend: to.map(Number).sort() })}
      >
        <Group gap="xs">
          {days.map((day) => (
            <Chip key={day} value={String(day)} size="sm">
              {name.format(dateOf(day))}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {refused('weekend') && <Input.Error>{refused('weekend')}</Input.Error>}
    </Stack>
  );
}
