// The console as a whole: what every page stands in. Who is not signed in sees nothing but the door.
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/query-client.ts';
import { router } from './routes.tsx';
import { SessionDoor } from './session/session-door.tsx';
import { themeWith } from './theme.ts';
import { useDirectionOfWords } from './words/use-direction.ts';

export const App = () => (
  <DirectionProvider>
    <Themed />
  </DirectionProvider>
);

function Themed() {
  useDirectionOfWords();
  const { t } = useTranslation();
  return (
    <MantineProvider theme={themeWith({ close: t('Close') })} defaultColorScheme="auto">
      {/* Between where pages begin something and where forms and dialogs end: a pointer that rests there keeps it open. */}
      <Notifications position="bottom-center" />
      <QueryClientProvider client={queryClient}>
        <SessionDoor>
          <RouterProvider router={router} />
        </SessionDoor>
      </QueryClientProvider>
    </MantineProvider>
  );
}
