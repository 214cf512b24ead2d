// A difference between two versions, one line for each thing that changed.
import { Badge, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Difference } from './difference.ts';
import { settingTitle } from './use-tell.ts';

const colors = {
  'step added': 'leaf',
  'step removed': 'red',
  'step changed': 'blue',
  'step moved': 'gray',
  'setting changed': 'blue',
} as const;

/* t('step added') t('step removed') t('step changed') t('step moved') t('setting changed') */
export function DifferenceList({ all }: { readonly all: readonly Difference[] }) {
  const { t } = useTranslation();
  return (
    <List listStyleType="none" spacing="xs">
      {all.map((one) => (
        <List.Item key={`${one.what} ${one.id}`}>
          <Group gap="xs" align="center">
            <Badge variant="light" color={colors[one.what]} tt="none">
              {t(one.what)}
            </Badge>
            <Text size="sm" fw={600} component="span" dir="auto">
              {one.what === 'setting changed' ? settingTitle(one.id, { t }) : one.id}
            </Text>
            {'before' in one && (
              <Text size="sm" component="del" td="line-through" dir="auto">
                {one.before}
              </Text>
            )}
            <Text size="sm" component="span" dir="auto">
              {one.words}
            </Text>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
