// Everybody, or whoever is searched: by the beginning of a name, an address or an id, of a segment or a list.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAddressBook, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { client } from '../../../api/client.ts';
import { answered, useFilled, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Moment } from '../../../parts/moment.tsx';
import { Page } from '../../../parts/page.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { ExportButton } from '../acts/export-contacts.tsx';
import { NewContact } from '../acts/new-contact.tsx';
import { addressOf, type Contact, heardOf, titleOf } from '../contact.ts';
import { StandingBadge } from '../standing-badge.tsx';
import { useNames } from '../use-names.ts';
import { Filters } from './filters.tsx';

/** A portion may hold few: less than this is read on by itself. */
const enough = 20;

const chosen = (text: string | null) => text ?? undefined;

export function ContactsPage() {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const names = useNames();
  const [params, setParams] = useSearchParams();
  const group = { segment: chosen(params.get('segment')), list: chosen(params.get('list')) };
  // What is typed names people: it never stands in the address.
  const [typed, setTyped] = useState('');
  const [searched] = useDebouncedValue(typed.trim(), 200);
  const search = searched === '' ? undefined : searched;
  const read = usePaged(['/api/contacts', search, group], (next) =>
    answered(
      client.GET('/api/contacts', { params: { query: { ...group, search, next, limit: 50 } } }),
    ),
  );
  const paged = useFilled(read, enough);
  const isAll = search === undefined && !group.segment && !group.list;
  return (
    <Page
      title={t('Contacts')}
      about={t(
        'Everybody you know: who they are, what they wish, and what has happened with them.',
      )}
      actions={may && <ListActions group={group} />}
    >
      <Filters {...{ typed, setTyped, names, group }} choose={(next) => setParams(next)} />
      <PagedTable
        label={t('Contacts')}
        paged={paged}
        keyOf={({ id }) => id}
        columns={useColumns()}
        empty={isAll ? <Nobody /> : <NotFound hasMore={paged.hasMore} readOn={paged.readOn} />}
      />
    </Page>
  );
}

function useColumns() {
  const { t } = useTranslation();
  return [
    {
      label: t('Full name'),
      show: (one: Contact) => (
        <Anchor component={Link} to={`/contacts/${one.id}`} fw={500}>
          {titleOf(one)}
        </Anchor>
      ),
    },
    { label: t('Address'), show: (one: Contact) => <Text size="sm">{addressOf(one)}</Text> },
    { label: t('Marketing mail'), show: (one: Contact) => <StandingBadge contact={one} /> },
    { label: t('Last heard of'), show: (one: Contact) => <Heard at={heardOf(one)} /> },
  ];
}

const Heard = ({ at }: { readonly at: number | undefined }) =>
  at === undefined ? null : <Moment at={at} />;

interface Chosen {
  readonly segment: string | undefined;
  readonly list: string | undefined;
}

function ListActions({ group }: { readonly group: Chosen }) {
  const { t } = useTranslation();
  return (
    <>
      <ExportButton group={group} />
      <NewContact />
      <Button
        component={Link}
        to="/contacts/import"
        leftSection={<IconUpload size={16} aria-hidden />}
      >
        {t('Import')}
      </Button>
    </>
  );
}

function Nobody() {
  const { t } = useTranslation();
  return (
    <Empty
      icon={<IconAddressBook aria-hidden />}
      title={t('Nobody yet')}
      action={
        <Group>
          <Button component={Link} to="/contacts/import">
            {t('Import a file')}
          </Button>
          <Button component={Link} to="/sources" variant="default">
            {t('Connect your site or shop')}
          </Button>
        </Group>
      }
    >
      {t(
        'Contacts come by themselves once your site, form or shop is connected. Those you have already come from a file.',
      )}
    </Empty>
  );
}

/** A portion looks at a part of everybody: what follows may have some. */
function NotFound({ hasMore, readOn }: { readonly hasMore: boolean; readOn(): void }) {
  const { t } = useTranslation();
  return (
    <Stack align="center" py="xl" role="status">
      <Text c="dimmed" ta="center">
        {hasMore
          ? t('Nobody among those looked at so far.')
          : t('Nobody. Names, addresses and user ids are searched by how they begin.')}
      </Text>
      {hasMore && (
        <Button variant="default" onClick={readOn}>
          {t('Look further')}
        </Button>
      )}
    </Stack>
  );
}
