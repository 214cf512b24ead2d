// What the numbers on the canvas are, and a way to count who is where now.
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CountButton } from '../state/count-button.tsx';
import { useSteps } from './use-steps.ts';

export function Reports() {
  const { t } = useTranslation();
  const { isLive, inside } = useSteps();
  if (!isLive) return null;
  return (
    <Group justify="space-between" mt="sm">
      <Text size="xs" c="dimmed">
        {t('Numbers on the canvas count all versions and are estimates.')}
      </Text>
      <CountButton inside={inside} />
    </Group>
  );
}
