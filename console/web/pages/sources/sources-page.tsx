// Sources: what is connected and what arrives of it, what was set aside, and what all of it looks like.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../parts/page.tsx';
import { PlaceTabs } from '../../parts/place-tabs.tsx';
import { useMay } from '../../session/session.ts';
import { Connected } from './connected/connected.tsx';
import { Live } from './live/live.tsx';
import { Quarantine } from './quarantine/quarantine.tsx';
import { Arrived } from './schema/arrived.tsx';
import { Attributes } from './schema/attributes.tsx';

export function SourcesPage() {
  const { t } = useTranslation();
  const may = useMay('administrator');
  return (
    <Page
      title={t('Sources')}
      about={t('Your sites, shops and forms: what they send, and what could not be taken.')}
      actions={
        may && (
          <Button
            component={Link}
            to="/sources/connect"
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {t('Connect a source')}
          </Button>
        )
      }
    >
      <PlaceTabs
        at="/sources"
        tabs={[
          { path: '', label: t('Connected'), content: () => <Connected /> },
          { path: 'live', label: t('Arriving now'), content: () => <Live /> },
          { path: 'quarantine', label: t('Quarantine'), content: () => <Quarantine /> },
          { path: 'attributes', label: t('Attributes'), content: () => <Attributes /> },
          { path: 'events', label: t('What arrived'), content: () => <Arrived /> },
        ]}
      />
    </Page>
  );
}
