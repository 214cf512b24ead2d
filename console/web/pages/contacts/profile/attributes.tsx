// All attributes of somebody, changed in place; of those with a declared type the field fits the type.
import { ActionIcon, Button, Group, Paper, Stack, Table, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { AskButton } from '../../../parts/ask-button.tsx';
import { useMay } from '../../../session/session.ts';
import type { Contact } from '../contact.ts';
import { useChange } from '../use-change.ts';
import { Address } from './address.tsx';
import { type AttributeType, typeOf, ValueField, valueIn, written } from './value-field.tsx';

interface Parts {
  readonly contact: Contact;
}

/** The address is a key, and has an act of its own; tags stand beside. */
const elsewhere = new Set(['email', 'tags']);

export function Attributes({ contact }: Parts) {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const declared = api.useQuery('get', '/api/attributes', { params: { query: { limit: 500 } } });
  const typed = new Map(declared.data?.items.map(({ name, type }) => [name, type]));
  const names = Object.keys(contact.traits)
    .filter((name) => !elsewhere.has(name))
    .sort();
  return (
    <Stack gap="lg">
      <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
        <Table
          className="pairs"
          role="table"
          verticalSpacing="xs"
          horizontalSpacing="sm"
          aria-label={t('Attributes')}
        >
          <Table.Tbody role="rowgroup">
            <Address contact={contact} />
            {names.map((name) => (
              <Attribute
                key={name}
                {...{ contact, name, may }}
                type={typed.get(name) ?? typeOf(contact.traits[name])}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
      {may && <Another contact={contact} typed={typed} />}
    </Stack>
  );
}

interface AttributeParts extends Parts {
  readonly name: string;
  readonly type: AttributeType;
  readonly may: boolean;
}

function Attribute({ contact, name, type, may }: AttributeParts) {
  const { t } = useTranslation();
  const [isEdited, setEdited] = useState(false);
  const change = useChange(contact, () => setEdited(false));
  const value = contact.traits[name];
  return (
    <Table.Tr role="row">
      <Table.Th fw={500} style={{ overflowWrap: 'anywhere' }} role="rowheader">
        {name}
      </Table.Th>
      <Table.Td style={{ overflowWrap: 'anywhere' }} dir="auto" role="cell">
        {isEdited ? (
          <Edit
            {...{ name, type, value }}
            isSaving={change.isPending}
            close={() => setEdited(false)}
            save={(to) => change.mutate({ set: { [name]: to } })}
          />
        ) : (
          written(value)
        )}
      </Table.Td>
      <Table.Td ta="end" role="cell">
        {may && !isEdited && (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <ActionIcon
              variant="subtle"
              aria-label={t('Change {{name}}', { name })}
              onClick={() => setEdited(true)}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
            <Remove name={name} act={() => change.mutateAsync({ unset: [name] })} />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** What it was stands nowhere else: it asks first. */
function Remove({ name, act }: Pick<AttributeParts, 'name'> & { act(): Promise<unknown> }) {
  const { t } = useTranslation();
  const label = t('Remove {{name}}', { name });
  return (
    <AskButton
      color="red"
      label={label}
      icon={<IconTrash size={16} aria-hidden />}
      question={`${label}?`}
      act={act}
    >
      {t('The value is gone then, and kept nowhere else. Rules that ask for it find nothing.')}
    </AskButton>
  );
}

interface EditParts {
  readonly name: string;
  readonly type: AttributeType;
  readonly value: Contact['traits'][string];
  readonly isSaving: boolean;
  close(): void;
  save(value: Contact['traits'][string]): void;
}

function Edit({ name, type, value, isSaving, close, save }: EditParts) {
  const { t } = useTranslation();
  const [text, setText] = useState(written(value));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(valueIn(type, text));
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs">
        <ValueField label={name} {...{ type, text, setText }} />
        <Button type="submit" size="xs" loading={isSaving}>
          {t('Save')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('Cancel')}
        </Button>
      </Group>
    </form>
  );
}

function Another({
  contact,
  typed,
}: Parts & { readonly typed: ReadonlyMap<string, AttributeType | undefined> }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const change = useChange(contact, () => {
    setName('');
    setText('');
  });
  const type = typed.get(name) ?? 'text';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ set: { [name.trim()]: valueIn(type, text) } });
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('Another attribute')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <ValueField label={t('Value')} isLabelled {...{ type, text, setText }} />
        <Button
          type="submit"
          variant="default"
          loading={change.isPending}
          disabled={name.trim() === ''}
        >
          {t('Add')}
        </Button>
      </Group>
    </form>
  );
}
