// The pages under Settings, and their addresses.
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page.tsx';
import { type PlaceTab, PlaceTabs } from '../../parts/place-tabs.tsx';
import { Shut } from '../../session/only.tsx';
import { useMay } from '../../session/session.ts';
import { AuditLog } from './audit/audit-log.tsx';
import { Organization } from './organization/organization.tsx';
import { Tokens } from './people/tokens.tsx';
import { Users } from './people/users.tsx';
import { WebhookEndpoints } from './webhooks/webhook-endpoints.tsx';
import { RulesTab } from './workspace/rules-tab.tsx';
import { TopicsTab } from './workspace/topics-tab.tsx';
import { Tracking } from './workspace/tracking.tsx';

export function Component() {
  const { t } = useTranslation();
  const may = useMay('administrator');
  const open = [
    { path: '', label: t('Organization'), content: () => <Organization /> },
    { path: 'topics', label: t('Topics'), content: () => <TopicsTab /> },
    { path: 'rules', label: t('Rules'), content: () => <RulesTab /> },
    { path: 'tracking', label: t('Tracking'), content: () => <Tracking /> },
  ];
  const closed = [
    { path: 'users', label: t('Users'), content: () => <Users /> },
    { path: 'tokens', label: t('Tokens'), content: () => <Tokens /> },
    { path: 'webhooks', label: t('Webhooks'), content: () => <WebhookEndpoints /> },
    { path: 'audit', label: t('Audit log'), content: () => <AuditLog /> },
  ];
  return (
    <Page
      title={t('Settings')}
      about={t('What holds for everything that is sent, and who may change it.')}
    >
      <PlaceTabs at="/settings" tabs={[...open, ...closed.map(may ? asItIs : shut)]} />
    </Page>
  );
}

const asItIs = (tab: PlaceTab): PlaceTab => tab;

/** Whoever has its address is told that it is not theirs to see. */
const shut = (tab: PlaceTab): PlaceTab => ({ ...tab, isHidden: true, content: () => <Shut /> });
