// Segments and lists beside one another: both say who belongs together.
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Page } from '../../parts/page.tsx';

interface GroupTabsParts {
  readonly open: 'segments' | 'lists';
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

export function GroupTabs({ open, actions, children }: GroupTabsParts) {
  const { t } = useTranslation();
  const go = useNavigate();
  return (
    <Page
      title={t('Segments')}
      about={t(
        'A segment keeps itself up to date by its conditions; a list holds whom somebody put on it.',
      )}
      actions={actions}
    >
      <Tabs value={open} onChange={(tab) => go(tab === 'lists' ? '/segments/lists' : '/segments')}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="segments">{t('Segments')}</Tabs.Tab>
          <Tabs.Tab value="lists">{t('Lists')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={open}>{children}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}
