// The owner's word about an attribute: its type for all that comes from now on, and what it means.
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../api/client.ts';
import { useAct } from '../../../api/use-act.ts';
import type { Attribute } from './attributes.tsx';

const types = ['text', 'number', 'boolean', 'date', 'list'] as const;
type Type = (typeof types)[number];

interface DeclareParts {
  readonly attribute: Attribute | undefined;
  close(): void;
}

export function Declare({ attribute, close }: DeclareParts) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={attribute !== undefined}
      onClose={close}
      title={t('Declare {{name}}', { name: attribute?.name ?? '' })}
      centered
    >
      {attribute && <Form attribute={attribute} close={close} />}
    </Modal>
  );
}

function Form({ attribute, close }: { readonly attribute: Attribute; close(): void }) {
  const { t } = useTranslation();
  const { name } = attribute;
  const [type, setType] = useState<Type>(attribute.type ?? attribute.proposal ?? 'text');
  const [description, setDescription] = useState(attribute.description ?? '');
  const path = { params: { path: { name } } };
  const afterwards = { changes: [['/api/attributes']], after: close };
  const save = useAct({
    run: () =>
      client.PUT('/api/attributes/{name}', {
        ...path,
        body: { type, ...(description.trim() && { description: description.trim() }) },
      }),
    ...afterwards,
  });
  const drop = useAct({ run: () => client.DELETE('/api/attributes/{name}', path), ...afterwards });
  return (
    <Stack>
      <Text size="sm">
        {t('It holds for all that comes from now on; what is known stays as it is.')}
      </Text>
      <Select
        label={t('Type')}
        data={types.map((value) => ({ value, label: t(`type: ${value}`) }))}
        value={type}
        allowDeselect={false}
        onChange={(to) => setType(to as Type)}
      />
      <TextInput
        label={t('What it means')}
        value={description}
        onChange={(event) => setDescription(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        {attribute.declared === 'owner' && (
          <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
            {t('Take the declaration back')}
          </Button>
        )}
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {t('Declare')}
        </Button>
      </Group>
    </Stack>
  );
}
