// Whom the preview is for: somebody of whom nothing is known, or a contact, found as they are typed; and the event that
// set the mail off, with properties of the contact's last one or made up here.
import { Button, Collapse, Group, JsonInput, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { readProperties, sampleOf } from './samples.ts';
import type { Reader } from './use-preview.ts';

interface PreviewAsParts {
  readonly reader: Reader;
  setReader(reader: Reader): void;
}

export function PreviewAs({ reader, setReader }: PreviewAsParts) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure();
  const [called, setCalled] = useState<string>();
  const who = called ?? t('somebody of whom nothing is known');
  return (
    <Stack gap="xs">
      <Group gap="xs" justify="space-between">
        <Text size="sm">
          {t('As {{who}} sees it', { who })}
          {reader.event?.name && ` · ${reader.event.name}`}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconUser size={14} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          aria-expanded={isOpen}
          onClick={toggle}
        >
          {t('Preview as…')}
        </Button>
      </Group>
      <Collapse expanded={isOpen}>
        <Stack gap="xs">
          <ContactField {...{ reader, setReader, setCalled }} />
          <EventField {...{ reader, setReader }} />
        </Stack>
      </Collapse>
    </Stack>
  );
}

interface ContactFieldParts extends PreviewAsParts {
  setCalled(name: string | undefined): void;
}

function ContactField({ reader, setReader, setCalled }: ContactFieldParts) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const query = { limit: 20, ...(search !== '' && { search }) };
  const { data } = api.useQuery('get', '/api/contacts', { params: { query } });
  const found = (data?.items ?? []).map(({ id, traits, identities }) => ({
    value: id,
    label: callOf(traits, identities[0] ?? id),
  }));
  return (
    <Select
      label={t('Contact')}
      placeholder={t('Name, address or user id')}
      searchable
      clearable
      data={found}
      filter={({ options }) => options}
      nothingFoundMessage={t('Nobody is found')}
      value={reader.contact ?? null}
      onSearchChange={setTyped}
      onChange={(id, option) => {
        const { contact: _, ...rest } = reader;
        setCalled(option?.label);
        setReader(id ? { ...rest, contact: id } : rest);
      }}
    />
  );
}

const callOf = (traits: Readonly<Record<string, unknown>>, key: string): string => {
  const names = [traits.first_name, traits.last_name].filter((one) => typeof one === 'string');
  const parts = [names.join(' ') || traits.name, traits.email ?? key];
  return parts.filter((one) => typeof one === 'string' && one !== '').join(' · ');
};

function EventField({ reader, setReader }: PreviewAsParts) {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/api/event-names');
  const [text, setText] = useState('');
  const name = reader.event?.name;
  const properties = readProperties(text);
  const write = (to: string, called = name) => {
    setText(to);
    const read = readProperties(to);
    const { event: _, ...rest } = reader;
    if (read === 'broken') return;
    const event = { ...(called && { name: called }), ...(read && { properties: read }) };
    setReader(Object.keys(event).length > 0 ? { ...rest, event } : rest);
  };
  return (
    <>
      <Select
        label={t('Event that set it off')}
        searchable
        clearable
        data={[...new Set([...(data?.items ?? []), ...(name ? [name] : [])])]}
        value={name ?? null}
        // A contact has had it; for a stranger something is made up.
        onChange={(to) => write(to && !reader.contact ? sampleOf(to) : '', to ?? '')}
      />
      <JsonInput
        label={t('Its properties, as JSON')}
        description={t('Left empty, those of the last one that the contact had.')}
        dir="ltr"
        autosize
        minRows={2}
        maxRows={10}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        value={text}
        error={properties === 'broken' && t('This is no JSON object yet.')}
        onChange={(to) => write(to)}
      />
    </>
  );
}
