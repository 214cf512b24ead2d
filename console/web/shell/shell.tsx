// What stands around every page: the menu, who is signed in, language and light.
import { AppShell, Burger, Group, Loader, ScrollArea, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { Mark } from './mark.tsx';
import { Menu } from './menu.tsx';
import { Tools } from './tools.tsx';
import { useFocusKept } from './use-focus-kept.ts';

export function Shell() {
  const { t } = useTranslation();
  const [isOpen, { toggle, close }] = useDisclosure();
  const { pathname } = useLocation();
  const isLoading = useNavigation().state === 'loading';
  useFocusKept();
  // Whoever chose a page on a small screen wants to see it.
  useEffect(() => {
    if (pathname) close();
  }, [pathname, close]);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 232, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', md: 'xl' }}
    >
      <SkipLink />
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={t('Menu')}
              aria-expanded={isOpen}
            />
            <Mark />
            {isLoading && <Loader size="xs" />}
          </Group>
          <Tools />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('Pages')}>
        <AppShell.Section grow component={ScrollArea}>
          <Menu />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

/** For whoever uses the keyboard. The address behind "#" is the router's: only the focus moves. */
function SkipLink() {
  const { t } = useTranslation();
  return (
    <UnstyledButton className="skip" onClick={() => document.getElementById('main')?.focus()}>
      {t('Skip to the page')}
    </UnstyledButton>
  );
}
