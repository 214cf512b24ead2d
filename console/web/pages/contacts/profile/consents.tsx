// What somebody wishes about mail, as it is now; every change of it with what proves it; and a wish written down.

import {
  Button,
  Group,
  Modal,
  Paper,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { serverNow } from '../../../api/server-time.ts';
import { useAct } from '../../../api/use-act.ts';
import { Moment } from '../../../parts/moment.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import type { Contact } from '../contact.ts';
import { type Line, Proof } from './proof.tsx';

interface Parts {
  readonly contact: Contact;
}

export function Consents({ contact }: Parts) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const { id } = contact;
  const paged = usePaged(['/api/contacts', id, 'consents'], (next) =>
    answered(
      client.GET('/api/contacts/{id}/consents', { params: { path: { id }, query: { next } } }),
    ),
  );
  return (
    <Stack gap="lg">
      <Wishes contact={contact} />
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('What proves it')}
        </Title>
        {may && <Record contact={contact} />}
      </Group>
      <PagedTable<Line>
        label={t('What proves it')}
        paged={paged}
        keyOf={(line) => line.id}
        columns={[
          { label: t('When'), show: (line) => <Moment at={line.occurred_at} exact /> },
          { label: t('Wish'), show: (line) => <Wish line={line} /> },
          { label: t('How'), show: (line) => <Proof line={line} /> },
        ]}
        empty={
          <Text c="dimmed">
            {t('Nobody has said anything about mail yet. Marketing waits for a yes.')}
          </Text>
        }
      />
    </Stack>
  );
}

/* t('about: pause') t('about: tracking') t('about: language') t('wish: paused') t('wish: resumed') t('wish: allowed')
   t('wish: refused') t('wish: chosen'); t('standing: subscribed') stands in contact.ts with the others */
function Wish({ line: { purpose, topic, status } }: { readonly line: Line }) {
  const { t } = useTranslation();
  if (purpose === 'marketing')
    return (
      <Text size="sm">
        {topic ?? t('All marketing')}: {t(`standing: ${status}`, status)}
      </Text>
    );
  return (
    <Text size="sm">
      {t(`about: ${purpose}`)}: {t(`wish: ${status}`, status)}
    </Text>
  );
}

function Wishes({ contact: { consent, topics = {}, suppressions } }: Parts) {
  const { t } = useTranslation();
  const all = [[undefined, consent] as const, ...Object.entries(topics)];
  return (
    <Paper withBorder radius="lg" p="lg">
      <Table aria-label={t('Wishes as they are now')}>
        <Table.Tbody>
          {all.map(([topic, wish]) => (
            <Table.Tr key={topic ?? ''}>
              <Table.Th scope="row" fw={500}>
                {topic ?? t('All marketing')}
              </Table.Th>
              <Table.Td>{t(`standing: ${wish?.status ?? 'not_subscribed'}`)}</Table.Td>
              <Table.Td ta="end">{wish && <Moment at={wish.at} />}</Table.Td>
            </Table.Tr>
          ))}
          {suppressions.map(({ address, reason, at }) => (
            <Table.Tr key={address}>
              <Table.Th scope="row" fw={500} style={{ overflowWrap: 'anywhere' }}>
                {address}
              </Table.Th>
              <Table.Td>
                {t('Must not be mailed')}: {t(`suppressed: ${reason}`)}
              </Table.Td>
              <Table.Td ta="end">
                <Moment at={at} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Record({ contact }: Parts) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('Write down a wish')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('A wish that was told elsewhere')} centered>
        <Form contact={contact} close={close} />
      </Modal>
    </>
  );
}

const serverTime = () => new Date(serverNow()).toISOString();
/** Said today is said now: it outweighs what was said this morning. */
const today = () => serverTime().slice(0, 10);

function Form({ contact: { id }, close }: Parts & { close(): void }) {
  const { t } = useTranslation();
  const [status, setStatus] = useState<'subscribed' | 'unsubscribed'>('subscribed');
  const [said, setSaid] = useState({ method: '', source: '', at: today() });
  const record = useAct({
    run: () =>
      client.POST('/api/contacts/{id}/consents', {
        params: { path: { id } },
        body: { status, ...said, at: said.at === today() ? serverTime() : said.at },
      }),
    after: close,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate();
  };
  const field = (name: keyof typeof said, label: string, more = {}) => (
    <TextInput
      required
      label={label}
      value={said[name]}
      onChange={({ currentTarget }) => setSaid({ ...said, [name]: currentTarget.value })}
      {...more}
    />
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <SegmentedControl
          aria-label={t('Wish')}
          value={status}
          onChange={setStatus}
          data={[
            { value: 'subscribed', label: t('Wants marketing mail') },
            { value: 'unsubscribed', label: t('Wants none') },
          ]}
        />
        {field('method', t('How they said so'), { placeholder: t('phone, paper, counter') })}
        {field('source', t('Where what proves it is kept'))}
        {field('at', t('On which day'), { type: 'date' })}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={record.isPending}>
            {t('Save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
