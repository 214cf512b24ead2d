// Where no page is, or where one broke: said plainly, with a way home.
import { Anchor, Center, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function Lost() {
  const { t } = useTranslation();
  return (
    <Center mih="60vh" p="md">
      <Stack align="center" gap="xs">
        <Title order={1} size="h3">
          {t('This page is not here')}
        </Title>
        <Text c="dimmed">{t('It may have moved, or something on it broke.')}</Text>
        <Anchor href="#/" onClick={() => setTimeout(() => location.reload())}>
          {t('Go home')}
        </Anchor>
      </Stack>
    </Center>
  );
}
