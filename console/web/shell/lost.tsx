// Where no page is, or where one broke or did not come: said plainly, with a way on.
import { Anchor, Button, Center, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

/** The page's own script, when the server is away, or has a newer console by now. */
const didNotCome = (error: unknown): boolean =>
  error instanceof TypeError && /module|import/i.test(error.message);

/** Only once somebody answers again: or the browser's own page of errors would take the place of ours. */
const reload = () =>
  fetch(location.pathname, { method: 'HEAD' }).then(
    () => location.reload(),
    () => undefined,
  );

export function Lost() {
  const { t } = useTranslation();
  const isAway = didNotCome(useRouteError());
  return (
    <Center mih="60vh" p="md">
      <Stack align="center" gap="xs">
        <Title order={1} size="h3">
          {isAway ? t('No answer') : t('This page is not here')}
        </Title>
        <Text c="dimmed">
          {isAway
            ? t('Check the connection and try again.')
            : t('It may have moved, or something on it broke.')}
        </Text>
        {isAway ? (
          <Button variant="default" onClick={reload}>
            {t('Try again')}
          </Button>
        ) : (
          <Anchor href="#/" onClick={() => setTimeout(() => location.reload())}>
            {t('Go home')}
          </Anchor>
        )}
      </Stack>
    </Center>
  );
}
