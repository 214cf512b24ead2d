// Nothing of the console is shown before it is known who looks at it.
import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { sessionKey } from '../api/query-client.ts';
import { Failure } from '../parts/failure.tsx';
import { whoAmI } from './calls.ts';
import { SessionContext } from './session.ts';
import { SignInPage } from './sign-in-page.tsx';

export function SessionDoor({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery({ queryKey: sessionKey, queryFn: whoAmI });
  if (error) return <Failure error={error} again={refetch} />;
  if (!data)
    return (
      <Center h="100vh">
        <Loader />
      </Center>
    );
  const { name, called = name, role, signIn } = data;
  if (name === undefined || called === undefined || role === undefined)
    return <SignInPage signIn={signIn} />;
  return <SessionContext value={{ name, called, role, signIn }}>{children}</SessionContext>;
}
