// Asks who is inside a campaign now, and says when that was last counted.
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Moment } from '../../../parts/moment.tsx';
import { useMay } from '../../../session/session.ts';
import type { Inside } from './use-inside.ts';

export function CountButton({ inside: { count, isCounting, ask } }: { readonly inside: Inside }) {
  const { t } = useTranslation();
  if (!useMay('marketer')) return null;
  return (
    <Group gap="sm">
      <Button variant="default" loading={isCounting} onClick={ask}>
        {count.isDone ? t('Count again') : t('Count who is inside')}
      </Button>
      {count.at !== undefined && (
        <Text size="sm">
          {t('Counted')} <Moment at={count.at} />
        </Text>
      )}
    </Group>
  );
}
