// Deliverability: how mail fares at its mailboxes, what DNS says of the sender, and mails nobody is sure of.
import { Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Page } from '../../parts/page.tsx';
import { TabList } from '../../parts/tab-list.tsx';
import { Domain } from './domain.tsx';
import { Doubts } from './doubts.tsx';
import { Mailboxes } from './mailboxes.tsx';
import { Suppressed } from './suppressed.tsx';

const tabs = ['mailboxes', 'domain', 'doubts', 'suppressed'] as const;

export function Component() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const go = useNavigate();
  const open = tabs.find((tab) => pathname.endsWith(`/${tab}`)) ?? 'mailboxes';
  return (
    <Page
      title={t('Deliverability')}
      about={t('Whether mail arrives, and what mailbox providers think of it.')}
    >
      <Tabs value={open} onChange={(tab) => go(`/deliverability/${tab}`)} keepMounted={false}>
        <TabList open={open}>
          <Tabs.Tab value="mailboxes">{t('Mailboxes')}</Tabs.Tab>
          <Tabs.Tab value="domain">{t('Domain')}</Tabs.Tab>
          <Tabs.Tab value="doubts">{t('In doubt')}</Tabs.Tab>
          <Tabs.Tab value="suppressed">{t('Suppressed addresses')}</Tabs.Tab>
        </TabList>
        <Tabs.Panel value="mailboxes">
          <Mailboxes />
        </Tabs.Panel>
        <Tabs.Panel value="domain">
          <Domain />
        </Tabs.Panel>
        <Tabs.Panel value="doubts">
          <Doubts />
        </Tabs.Panel>
        <Tabs.Panel value="suppressed">
          <Suppressed />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
