// Attributes of contacts and accounts: what came in, of which type it is taken, and the owner's own word about it.
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconTags } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { Declare } from './declare.tsx';

export type Attribute = Schemas['getAttributesAnswer']['items'][number];

export function Attributes() {
  const { t, i18n } = useTranslation();
  const may = useMay('administrator');
  const [declared, setDeclared] = useState<Attribute>();
  const paged = usePaged(['/api/attributes', i18n.language], (next) =>
    answered(client.GET('/api/attributes', { params: { query: { next, locale: i18n.language } } })),
  );
  const change: Column<Attribute> = {
    label: t('Change'),
    show: (row) => (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('Declare {{name}}', { name: row.name })}
        onClick={() => setDeclared(row)}
      >
        {t('Declare')}
      </Button>
    ),
  };
  const columns = useColumns();
  return (
    <>
      <PagedTable
        label={t('Attributes')}
        paged={paged}
        keyOf={({ name }) => name}
        columns={may ? [...columns, change] : columns}
        empty={
          <Empty icon={<IconTags aria-hidden />} title={t('No attribute has come in yet')}>
            {t(
              'They come with identify calls, forms and imports, and stand here with their types.',
            )}
          </Empty>
        }
      />
      <Declare key={declared?.name} attribute={declared} close={() => setDeclared(undefined)} />
    </>
  );
}

/* t('type: text') t('type: number') t('type: boolean') t('type: date') t('type: list') t('type: object') */
function useColumns(): Column<Attribute>[] {
  const { t } = useTranslation();
  const { number, day } = useFormats();
  return [
    {
      label: t('Attribute'),
      show: ({ name, description }) => (
        <>
          <Text size="sm" fw={500} dir="auto">
            {name}
          </Text>
          {description && <Text size="xs">{description}</Text>}
        </>
      ),
    },
    { label: t('Type'), show: (row) => <Type attribute={row} /> },
    {
      label: t('Came in as'),
      show: ({ types }) => types.map((type) => t(`type: ${type}`)).join(', ') || '—',
    },
    { label: t('Last'), show: ({ last }) => (last ? day(Date.parse(last)) : '—') },
    {
      ...{ label: t('Of another type'), isNumber: true },
      show: ({ mismatches }) => (mismatches ? number(mismatches.count) : '—'),
    },
  ];
}

function Type({ attribute: { type, declared, proposal } }: { readonly attribute: Attribute }) {
  const { t } = useTranslation();
  if (!type) return proposal ? t('Perhaps {{type}}', { type: t(`type: ${proposal}`) }) : '—';
  return (
    <Group gap="xs">
      <Text size="sm">{t(`type: ${type}`)}</Text>
      {declared === 'owner' && (
        <Badge variant="light" tt="none">
          {t('Declared')}
        </Badge>
      )}
    </Group>
  );
}
