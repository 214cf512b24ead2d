// What every page begins with: its name (also in the browser's tab), what it is for, and what can be done here.
import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';

interface PageParts {
  readonly title: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  /** Where it belongs: the list it came from. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly children: ReactNode;
}

export function Page({ title, about, actions, back, children }: PageParts) {
  useEffect(() => {
    document.title = `${title} · Perennial`;
  }, [title]);
  return (
    <Stack gap="lg" maw={1280} mx="auto" w="100%">
      <Group justify="space-between" align="flex-end" gap="md">
        <Stack gap={4} flex="1 1 18rem" style={{ overflowWrap: 'anywhere' }}>
          {back && (
            <Anchor component={Link} to={back.to} size="sm">
              {back.label}
            </Anchor>
          )}
          <Title order={1} size="h2">
            <bdi>{title}</bdi>
          </Title>
          {about && (
            <Text c="dimmed" maw="70ch">
              <bdi>{about}</bdi>
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
