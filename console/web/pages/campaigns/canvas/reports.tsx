// What came of the campaign in one line above its steps.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSteps } from './use-steps.ts';

export function Reports() {
  const { t } = useTranslation();
  const { isLive } = useSteps();
  if (!isLive) return null;
  return (
    <Text size="xs" c="dimmed" mb="xs">
      {t('Numbers on the canvas count all versions and are estimates.')}
    </Text>
  );
}
