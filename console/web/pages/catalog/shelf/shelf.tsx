// One list of the catalog: its rows, a way to add one and to change each, and what it is for while it is empty.
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paged } from '../../../api/paged.ts';
import { Empty } from '../../../parts/empty.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { useMay } from '../../../session/session.ts';

export interface Item {
  readonly id: string;
  readonly name: string;
  readonly active?: boolean | undefined;
}

export interface Edited<Row> {
  /** Undefined while none is open. */
  readonly edited: Row | 'new' | undefined;
  close(): void;
}

interface ShelfParts<Row extends Item> {
  readonly paged: Paged<Row>;
  readonly columns: readonly Column<Row>[];
  readonly words: { readonly label: string; readonly add: string; readonly none: string };
  readonly icon: ReactNode;
  /** What it is for. */
  readonly children: ReactNode;
  readonly form: (edited: Edited<Row>) => ReactNode;
}

export function Shelf<Row extends Item>(parts: ShelfParts<Row>) {
  const { paged, columns, words, icon, children, form } = parts;
  const may = useMay('marketer');
  const [edited, setEdited] = useState<Row | 'new'>();
  const change = useOpenColumn<Row>(may, setEdited);
  const add = may && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {words.add}
    </Button>
  );
  return (
    <Stack gap="lg">
      {paged.rows.length > 0 && <Group justify="flex-end">{add}</Group>}
      <PagedTable
        label={words.label}
        paged={paged}
        keyOf={({ id }) => id}
        columns={[...columns, change]}
        empty={
          <Empty icon={icon} title={words.none} action={add}>
            {children}
          </Empty>
        }
      />
      {form({ edited, close: () => setEdited(undefined) })}
    </Stack>
  );
}

/** Who may not change one may look at all that it says. */
function useOpenColumn<Row extends Item>(may: boolean, open: (row: Row) => void): Column<Row> {
  const { t } = useTranslation();
  const nameOf = ({ name }: Row) =>
    may ? t('Edit {{name}}', { name }) : t('Look at {{name}}', { name });
  return {
    label: may ? t('Change') : t('Look'),
    show: (row) => (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={nameOf(row)}
        onClick={() => open(row)}
      >
        {may ? t('Edit') : t('Look')}
      </Button>
    ),
  };
}

export function ItemName({ item: { id, name, active = true } }: { readonly item: Item }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" fw={500}>
          <bdi>{name}</bdi>
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
  );
}
