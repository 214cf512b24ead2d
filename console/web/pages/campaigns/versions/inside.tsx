// Who is inside one version: how many at each of its steps.
import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../words/use-formats.ts';
import type { PlaceCount } from '../state/use-count.ts';

export function Inside({ places }: { readonly places: readonly PlaceCount[] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const count = places.reduce((sum, one) => sum + one.people, 0);
  return (
    <Group gap="md" mb="sm">
      <Text size="sm" fw={600}>
        {t('{{count}} people inside', { count })}
      </Text>
      {places.map(({ step, people }) => (
        <Text key={step} size="sm" component="span">
          <bdi>{step}</bdi>: {number(people)}
        </Text>
      ))}
    </Group>
  );
}
