// One person: who they are at a glance, and behind tabs all that has happened, what they wish, and why things are so.
import { Grid, Group, Stack, Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../../api/client.ts';
import { isRefusal } from '../../../api/refusal.ts';
import { Failure } from '../../../parts/failure.tsx';
import { Page } from '../../../parts/page.tsx';
import { Waiting } from '../../../parts/paged-table.tsx';
import { TabList } from '../../../parts/tab-list.tsx';
import { Acts } from '../acts/acts.tsx';
import { addressOf, type Contact, titleOf } from '../contact.ts';
import { StandingBadge } from '../standing-badge.tsx';
import { TimelineTab } from '../timeline/timeline-tab.tsx';
import { Attributes } from './attributes.tsx';
import { Consents } from './consents.tsx';
import { Facts } from './facts.tsx';
import { Messages } from './messages.tsx';
import { Tasks } from './tasks.tsx';
import { Why } from './why.tsx';

export function ProfilePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const found = api.useQuery('get', '/api/contacts/{id}', { params: { path: { id } } });
  const back = { to: '/contacts', label: t('Contacts') };
  if (found.data) return <Profile contact={found.data} back={back} />;
  const isGone = isRefusal(found.error) && found.error.status === 404;
  return (
    <Page title={isGone ? t('Nobody is here') : t('Contact')} back={back}>
      {isGone && <Text>{t('There is no such contact, or they were erased.')}</Text>}
      {found.error && !isGone && <Failure error={found.error} again={found.refetch} />}
      {found.isPending && <Waiting />}
    </Page>
  );
}

interface ProfileParts {
  readonly contact: Contact;
  readonly back: { readonly to: string; readonly label: string };
}

function Profile({ contact, back }: ProfileParts) {
  return (
    <Page
      title={titleOf(contact)}
      back={back}
      about={
        <Group component="span" gap="sm">
          <span dir="auto">{addressOf(contact)}</span>
          <StandingBadge contact={contact} />
        </Group>
      }
      actions={<Acts contact={contact} />}
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }} order={{ base: 2, md: 1 }}>
          <Facts contact={contact} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }} order={{ base: 1, md: 2 }}>
          <ProfileTabs contact={contact} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

const tabs = {
  timeline: TimelineTab,
  details: Attributes,
  consent: Consents,
  messages: Messages,
  tasks: Tasks,
  why: Why,
} as const;
type Tab = keyof typeof tabs;
const isTab = (name: string): name is Tab => Object.hasOwn(tabs, name);

/* t('tab: timeline') t('tab: details') t('tab: consent') t('tab: messages') t('tab: tasks') t('tab: why') */
function ProfileTabs({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const { tab = '' } = useParams();
  const open = isTab(tab) ? tab : 'timeline';
  const Open = tabs[open];
  return (
    <Tabs
      value={open}
      onChange={(chosen) => go(`/contacts/${contact.id}/${chosen}`, { replace: true })}
    >
      <TabList open={open}>
        {Object.keys(tabs).map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`tab: ${name}`)}
          </Tabs.Tab>
        ))}
      </TabList>
      {Object.keys(tabs).map((name) => (
        <Tabs.Panel key={name} value={name}>
          {name === open && (
            <Stack>
              <Open contact={contact} />
            </Stack>
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
