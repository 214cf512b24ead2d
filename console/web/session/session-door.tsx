// Nothing of the console is shown before it is known who looks at it.
import { Center, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { sessionKey } from '../api/query-client.ts';
import { Failure } from '../parts/failure.tsx';
import { whoAmI } from './calls.ts';
import { SessionContext } from './session.ts';
import { SignInPage } from './sign-in-page.tsx';

export function SessionDoor({ children }: { readonly children: ReactNode }) {
  const { data, error, refetch } = useQuery({ queryKey: sessionKey, queryFn: whoAmI });
  useForgetting(data?.name && `${data.name} ${data.role}`);
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

/** What one person was shown is not what the next one sees first. */
function useForgetting(person: string | undefined): void {
  const queries = useQueryClient();
  const before = useRef(person);
  useEffect(() => {
    if (before.current !== undefined && before.current !== person)
      void queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    before.current = person;
  }, [person, queries]);
}
