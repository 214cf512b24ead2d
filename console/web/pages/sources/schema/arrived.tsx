// What came in with contacts, with accounts and with the events of each name: fields, their types, first and last day.
import { Accordion, Group, Stack, Text } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Failure } from '../../../parts/failure.tsx';
import { Rows, Waiting } from '../../../parts/paged-table.tsx';
import { ShowMore } from '../../../parts/show-more.tsx';
import { useFormats } from '../../../words/use-formats.ts';

type Section = Schemas['getSchemaAnswer']['items'][number];

export function Arrived() {
  const { t } = useTranslation();
  const paged = usePaged(['/api/schema'], (next) =>
    answered(client.GET('/api/schema', { params: { query: { next } } })),
  );
  if (paged.isPending) return <Waiting />;
  if (paged.error) return <Failure error={paged.error} again={paged.again} />;
  if (paged.rows.length === 0)
    return (
      <Empty icon={<IconListDetails aria-hidden />} title={t('Nothing has arrived yet')}>
        {t('Names of events and their properties stand here once the first ones come.')}
      </Empty>
    );
  return (
    <Stack>
      <Accordion variant="separated" radius="lg">
        {paged.rows.map((one) => (
          <SectionItem key={one.key} section={one} />
        ))}
      </Accordion>
      <ShowMore paged={paged} />
    </Stack>
  );
}

function SectionItem({ section: { key, first, last, fields } }: { readonly section: Section }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const title =
    key === 'contact'
      ? t('Contacts')
      : key === 'account'
        ? t('Accounts')
        : key.replace(/^event:/, '');
  const shown = (text: string) => day(Date.parse(text));
  return (
    <Accordion.Item value={key}>
      <Accordion.Control>
        <Group justify="space-between" pe="md">
          <Text fw={500} dir="auto">
            {title}
          </Text>
          <Text size="sm">{t('last on {{day}}', { day: shown(last) })}</Text>
        </Group>
      </Accordion.Control>
      <Accordion.Panel>
        <Text size="sm" mb="sm">
          {t('First on {{day}}', { day: shown(first) })}
        </Text>
        <Rows
          label={title}
          rows={Object.entries(fields)}
          keyOf={([name]) => name}
          columns={[
            { label: t('Field'), show: ([name]) => name },
            {
              label: t('Came in as'),
              show: ([, { types }]) => types.map((type) => t(`type: ${type}`)).join(', '),
            },
            { label: t('Last'), show: ([, field]) => shown(field.last) },
          ]}
        />
      </Accordion.Panel>
    </Accordion.Item>
  );
}
