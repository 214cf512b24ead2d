// Products: what is sold, with what is bought together with each.
import { Avatar, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconBuildingStore, IconPhoto, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, type Schemas } from '../../../api/client.ts';
import { answered, usePaged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';
import { useFormats } from '../../../words/use-formats.ts';
import { ProductForm } from './product-form.tsx';

export type Product = Schemas['getProductsAnswer']['items'][number];

export function Products() {
  const { t } = useTranslation();
  const may = useMay('marketer');
  const [edited, setEdited] = useState<Product | 'new'>();
  const paged = usePaged(['/api/products'], (next) =>
    answered(client.GET('/api/products', { params: { query: { next, limit: 50 } } })),
  );
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {t('Add a product')}
    </Button>
  );
  return (
    <Stack gap="lg">
      {may && paged.rows.length > 0 && <Group justify="flex-end">{add}</Group>}
      <PagedTable
        label={t('Products')}
        paged={paged}
        keyOf={({ id }) => id}
        columns={useColumns(may ? setEdited : undefined)}
        empty={
          <Empty
            icon={<IconBuildingStore aria-hidden />}
            title={t('The catalog is empty')}
            action={may && add}
          >
            {t('With products listed, mails can show them, and campaigns choose what fits whom.')}
          </Empty>
        }
      />
      <ProductForm
        key={typeof edited === 'object' ? edited.id : edited}
        edited={edited}
        close={() => setEdited(undefined)}
      />
    </Stack>
  );
}

function useColumns(edit: ((product: Product) => void) | undefined): Column<Product>[] {
  const { t } = useTranslation();
  const { money, number } = useFormats();
  const price = ({ price: amount, currency }: Product) => {
    if (amount === undefined) return '—';
    return currency ? money(amount, currency) : number(Number(amount));
  };
  const columns: Column<Product>[] = [
    { label: t('Product'), show: (row) => <Named product={row} /> },
    { label: t('Category'), show: ({ category }) => category ?? '—' },
    { label: t('Price'), isNumber: true, show: price },
    {
      label: t('Goes with'),
      show: ({ complements = [] }) => complements.join(', ') || '—',
    },
    {
      label: t('Bought together'),
      show: ({ companions }) => companions.map(({ product }) => product).join(', ') || '—',
    },
  ];
  if (!edit) return columns;
  const change: Column<Product> = {
    label: t('Change'),
    show: (row) => (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('Edit {{name}}', { name: row.name })}
        onClick={() => edit(row)}
      >
        {t('Edit')}
      </Button>
    ),
  };
  return [...columns, change];
}

function Named({ product: { id, name, image_url, active = true } }: { readonly product: Product }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar src={image_url ?? null} alt="" radius="md" size={40}>
        <IconPhoto size={18} aria-hidden />
      </Avatar>
      <div>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {name}
          </Text>
          {!active && (
            <Badge variant="light" color="gray" tt="none">
              {t('Not proposed')}
            </Badge>
          )}
        </Group>
        <Text size="xs" ff="monospace">
          {id}
        </Text>
      </div>
    </Group>
  );
}
