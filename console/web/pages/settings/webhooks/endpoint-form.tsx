// Adding a server that is told, or changing what it hears of.
import {
  Button,
  Checkbox,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Switch,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered } from '../../../api/paged.ts';
import { useAct } from '../../../api/use-act.ts';
import type { Endpoint } from './webhook-endpoints.tsx';

type Body = Schemas['putWebhookEndpointsIdBody'];

const events: Body['events'] = [
  'message.sent',
  'message.delivered',
  'message.bounced',
  'message.complained',
  'message.opened',
  'message.clicked',
  'message.withheld',
  'message.failed',
  'contact.subscribed',
  'contact.unsubscribed',
];

interface EndpointFormParts {
  readonly edited: Endpoint | 'new' | undefined;
  close(): void;
  show(secret: string): void;
}

export function EndpointForm({ edited, close, show }: EndpointFormParts) {
  const { t } = useTranslation();
  const known = edited === 'new' ? undefined : edited;
  return (
    <Modal
      opened={edited !== undefined}
      onClose={close}
      title={known ? t('Change {{id}}', { id: known.id }) : t('Add a server')}
      centered
    >
      {edited && <Fields known={known} close={close} show={show} />}
    </Modal>
  );
}

const bodyOf = (known: Endpoint | undefined): Body => ({
  url: String(known?.url ?? ''),
  events: known?.events ?? ['message.bounced', 'message.complained', 'contact.unsubscribed'],
  enabled: known ? (known.enabled ?? true) && !known.disabled : true,
  include: known?.include ?? [],
});

interface FieldsParts extends Omit<EndpointFormParts, 'edited'> {
  readonly known: Endpoint | undefined;
}

function Fields({ known, close, show }: FieldsParts) {
  const { t } = useTranslation();
  const [id, setId] = useState(known?.id ?? '');
  const [body, setBody] = useState(() => bodyOf(known));
  const save = useAct({
    run: () =>
      answered(client.PUT('/api/webhook-endpoints/{id}', { params: { path: { id } }, body })),
    done: t('Saved.'),
    after: ({ secret }) => {
      close();
      if (secret !== undefined) show(secret);
    },
  });
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextInput
        label={t('Id')}
        required
        dir="ltr"
        readOnly={known !== undefined}
        value={id}
        onChange={(event) => setId(event.currentTarget.value)}
        data-autofocus
      />
      <Wishes body={body} setBody={setBody} />
      <Group justify="flex-end">
        <Button type="submit" loading={save.isPending} disabled={body.events.length === 0}>
          {t('Save')}
        </Button>
      </Group>
    </Stack>
  );
}

function Wishes({ body, setBody }: { readonly body: Body; setBody(body: Body): void }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('Address')}
        description={t('It begins with https.')}
        type="url"
        required
        dir="ltr"
        value={String(body.url)}
        onChange={(event) => setBody({ ...body, url: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t('Told of')}
        value={body.events}
        onChange={(to) => setBody({ ...body, events: to as Body['events'] })}
      >
        <SimpleGrid cols={2} mt="xs" spacing="xs" dir="ltr">
          {events.map((event) => (
            <Checkbox key={event} value={event} label={event} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <Switch
        label={t('With the person’s address')}
        description={t('Otherwise only their id is told.')}
        checked={body.include?.includes('email') ?? false}
        onChange={(event) =>
          setBody({ ...body, include: event.currentTarget.checked ? ['email'] : [] })
        }
      />
      <Switch
        label={t('endpoint: on')}
        checked={body.enabled ?? true}
        onChange={(event) => setBody({ ...body, enabled: event.currentTarget.checked })}
      />
    </>
  );
}
