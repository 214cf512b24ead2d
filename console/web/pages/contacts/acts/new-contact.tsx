// Somebody new, typed in: an address or a user id, a name. No consent is made up here.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';

const nothing = { email: '', user: '', first_name: '', last_name: '' };

export function NewContact() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('New contact')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('New contact')} centered>
        <Form close={close} />
      </Modal>
    </>
  );
}

function Form({ close }: { close(): void }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const [given, setGiven] = useState(nothing);
  const make = useAct({
    run: () =>
      answered(
        client.POST('/api/contacts', { body: bodyOf(given) as Schemas['postContactsBody'] }),
      ),
    after: ({ id }) => go(`/contacts/${id}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  const field = (name: keyof typeof nothing, label: string, type = 'text') => (
    <TextInput
      {...{ label, type }}
      value={given[name]}
      onChange={({ currentTarget }) => setGiven({ ...given, [name]: currentTarget.value })}
    />
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        {field('email', t('Address'), 'email')}
        {field('first_name', t('First name'))}
        {field('last_name', t('Last name'))}
        {field('user', t('Your own id for them'))}
        <Text size="sm" c="dimmed">
          {t(
            'Whoever is known by these already is updated. They get no marketing mail before they have agreed: write that down in their profile, under Consent.',
          )}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('Cancel')}
          </Button>
          <Button
            type="submit"
            loading={make.isPending}
            disabled={given.email === '' && given.user === ''}
          >
            {t('Save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function bodyOf({ email, user, ...names }: typeof nothing) {
  const attributes = Object.fromEntries(Object.entries(names).filter(([, text]) => text !== ''));
  return {
    ...(email !== '' && { email }),
    ...(user !== '' && { user }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
}
