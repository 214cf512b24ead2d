// The door: with Cognito in the cloud, with a token anywhere.
import {
  Alert,
  Button,
  Center,
  Divider,
  Paper,
  PasswordInput,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionKey } from '../api/query-client.ts';
import { useAct } from '../api/use-act.ts';
import { explain } from '../parts/explain.ts';
import { Mark } from '../shell/mark.tsx';
import { signInByToken } from './calls.ts';
import { cameFromCognito, leaveForCognito, returnFromCognito } from './cognito.ts';
import type { SignIn } from './session.ts';

export function SignInPage({ signIn }: { readonly signIn: SignIn }) {
  const { t } = useTranslation();
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" radius="lg" w="100%" maw={420}>
        <Stack>
          <Mark />
          <Title order={1} size="h3">
            {t('Sign in')}
          </Title>
          {signIn.kind === 'cognito' && <ByCognito signIn={signIn} />}
          <ByToken />
        </Stack>
      </Paper>
    </Center>
  );
}

function ByCognito({ signIn }: { readonly signIn: Extract<SignIn, { kind: 'cognito' }> }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!cameFromCognito()) return;
    returnFromCognito(signIn).then(
      () => queries.invalidateQueries({ queryKey: sessionKey }),
      () => setFailed(true),
    );
  }, [signIn, queries]);
  return (
    <>
      {hasFailed && (
        <Alert color="red" role="alert">
          {t('Signing in did not work. Ask an administrator whether you are among the users.')}
        </Alert>
      )}
      <Button onClick={() => leaveForCognito(signIn)}>{t('Continue with your e-mail')}</Button>
      <Divider label={t('or')} />
    </>
  );
}

function ByToken() {
  const { t } = useTranslation();
  const [token, setToken] = useState('');
  const enter = useAct({ run: signInByToken, changes: [sessionKey], isShown: true });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate(token.trim());
  };
  const refusal = enter.error && explain(enter.error, t).message;
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={t('Token')}
          description={t('It begins with pat_ and is kept in a cookie that no script can read.')}
          autoComplete="off"
          required
          value={token}
          error={refusal}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={enter.isPending}>
          {t('Sign in with a token')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('An administrator makes tokens under Settings; the first one comes from the setup.')}
        </Text>
      </Stack>
    </form>
  );
}
