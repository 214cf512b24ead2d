// Whom the preview is for: somebody of whom nothing is known, or a contact, found as they are typed; and the event that
// set the mail off, with properties of the contact's last one or made up here.
import { Button, Collapse, Group, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client.ts';
import { ContactSelect } from '../../../parts/audience/contact-select.tsx';
import { PropertiesInput } from '../../../parts/event/properties-input.tsx';
import { readProperties, sampleOf } from '../../../parts/event/samples.ts';
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
          <ContactSelect
            value={reader.contact}
            onChange={(contact, name) => {
              const { contact: _, ...rest } = reader;
              setCalled(name);
              setReader(contact ? { ...rest, contact } : rest);
            }}
          />
          <EventField {...{ reader, setReader }} />
        </Stack>
      </Collapse>
    </Stack>
  );
}

function EventField({ reader, setReader }: PreviewAsParts) {
  const { t } = useTranslation();
  const { data } = api.useQuery('get', '/api/event-names');
  const [text, setText] = useState('');
  const name = reader.event?.name;
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
      <PropertiesInput
        description={t('Left empty, those of the last one that the contact had.')}
        text={text}
        onChange={write}
      />
    </>
  );
}
