// What is live and asks for a segment: it keeps the segment from being deleted.
import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { calledOf, useNamed } from '../../../parts/condition/use-names.ts';
import type { Segment } from './segment-page.tsx';

export function UsedBy({ usedBy }: Pick<Segment, 'usedBy'>) {
  const { t } = useTranslation();
  const campaigns = useNamed('campaigns');
  const segments = useNamed('segments');
  const users = [
    ...usedBy.campaigns.map((id) => ({ to: `/campaigns/${id}`, name: calledOf(campaigns, id) })),
    ...usedBy.segments.map((id) => ({ to: `/segments/${id}`, name: calledOf(segments, id) })),
  ];
  return (
    <Stack gap="md" component="section">
      <Title order={2} size="h4">
        {t('Where it is used')}
      </Title>
      {users.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('Nothing that is live. It can be deleted.')}
        </Text>
      ) : (
        <List size="sm">
          {users.map(({ to, name }) => (
            <List.Item key={to}>
              <Anchor component={Link} to={to} size="sm">
                {name}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
