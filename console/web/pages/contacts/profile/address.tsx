// Where mail goes. The address is also a key: another one is told together with a key that stays.
import { ActionIcon, Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import { explain, Told } from '../../../parts/explain.ts';
import { useMay } from '../../../session/session.ts';
import { addressOf, type Contact, titleOf } from '../contact.ts';

interface Parts {
  readonly contact: Contact;
}

export function Address({ contact }: Parts) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const [isOpen, { open, close }] = useDisclosure();
  const name = t('Address');
  return (
    <Table.Tr role="row">
      <Table.Th fw={500} role="rowheader">
        {name}
      </Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }} role="cell">
        <bdi>{addressOf(contact) || t('None')}</bdi>
      </Table.Td>
      <Table.Td ta="end" role="cell">
        {may && (
          <ActionIcon variant="subtle" aria-label={t('Change {{name}}', { name })} onClick={open}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
        )}
        <Modal opened={isOpen} onClose={close} title={t('Another address')} centered>
          <Form contact={contact} close={close} />
        </Modal>
      </Table.Td>
    </Table.Tr>
  );
}

/** A key that stays when the address goes. */
function stayingKey({ identities }: Contact): { user: string } | { anonymous: string } | undefined {
  const of = (kind: string) =>
    identities.find((key) => key.startsWith(`${kind}:`))?.slice(kind.length + 1);
  const [user, anonymous] = [of('user'), of('anonymous')];
  if (user !== undefined) return { user };
  return anonymous === undefined ? undefined : { anonymous };
}

/** Two who are known apart stay apart: mail would go to one mailbox for both. Throws Told. */
async function refuseTaken({ id }: Contact, email: string, t: TFunction): Promise<void> {
  const params = { path: { id: `email:${email.toLowerCase()}` } };
  const found = await answered(client.GET('/api/contacts/{id}', { params })).catch(() => undefined);
  if (!found || found.id === id || !stayingKey(found)) return;
  const name = titleOf(found);
  throw new Told(
    t('{{name}} has this address already. Merge the two, or take another address.', { name }),
  );
}

function Form({ contact, close }: Parts & { close(): void }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const key = stayingKey(contact);
  const change = useAct({
    run: async () => {
      await refuseTaken(contact, email.trim(), t);
      return client.POST('/api/contacts', { body: { ...key, email: email.trim() } });
    },
    after: close,
    isShown: true,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  if (!key)
    return (
      <Text size="sm">
        {t(
          'Nothing but the address says who this is. Make a new contact with the other address, and merge the two.',
        )}
      </Text>
    );
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          required
          type="email"
          label={t('Address')}
          description={t(
            'From now on mail goes there. Whoever is known by it alone becomes one with them.',
          )}
          error={change.error && explain(change.error, t).message}
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('Cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('Save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
