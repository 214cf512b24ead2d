// Where nothing is yet: what would stand here, and how to begin.
import { Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyParts {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export const Empty = ({ icon, title, children, action }: EmptyParts) => (
  <Paper withBorder p="xl" radius="lg">
    <Stack align="center" gap="sm" py="lg">
      <ThemeIcon size={48} radius="xl" variant="light">
        {icon}
      </ThemeIcon>
      <Title order={2} size="h4" ta="center">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw="52ch" style={{ textWrap: 'balance' }}>
        {children}
      </Text>
      {action}
    </Stack>
  </Paper>
);
