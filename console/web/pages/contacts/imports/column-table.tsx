// Where each column of the file goes: proposed by what it is called and holds, and changed by hand.
import { Paper, Select, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Destination, destinations, goingTo, type Type, types } from './destinations.ts';
import type { Column } from './inspect.ts';

interface Parts {
  readonly columns: readonly Column[];
  readonly preview: readonly (readonly string[])[];
  setColumns(columns: readonly Column[]): void;
}

export function ColumnTable({ columns, preview, setColumns }: Parts) {
  const { t } = useTranslation();
  // Two columns may be called the same.
  const keys = columns.map(({ header }, at) => `${header} ${at}`);
  const change = (at: number, column: Column) => setColumns(columns.with(at, column));
  return (
    <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
      <Table.ScrollContainer minWidth={640} type="native" tabIndex={0} aria-label={t('Columns')}>
        <Table verticalSpacing="sm" horizontalSpacing="md" aria-label={t('Columns')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Column')}</Table.Th>
              <Table.Th>{t('First rows')}</Table.Th>
              <Table.Th>{t('Goes to')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map((column, at) => (
              <Table.Tr key={keys[at]}>
                <Table.Th scope="row">{column.header}</Table.Th>
                <Table.Td>
                  <Text size="sm" lineClamp={2} maw={260} dir="auto">
                    {preview
                      .map((row) => row[at] ?? '')
                      .filter((cell) => cell !== '')
                      .slice(0, 3)
                      .join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Where column={column} change={(to) => change(at, to)} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

interface WhereParts {
  readonly column: Column;
  change(column: Column): void;
}

/* t('type: text') t('type: number') t('type: boolean') t('type: date') t('type: phone') */
function Where({ column, change }: WhereParts) {
  const { t } = useTranslation();
  const of = { column: column.header };
  return (
    <div style={{ display: 'flex', gap: '0.5rem', flexWrap: 'wrap' }}>
      <Select
        size="xs"
        w={190}
        aria-label={t('Where “{{column}}” goes', of)}
        data={destinations.map((value) => ({ value, label: t(`to: ${value}`) }))}
        value={column.to}
        onChange={(to) => change(goingTo(column, (to ?? 'ignore') as Destination))}
        allowDeselect={false}
      />
      {column.to === 'attribute' && (
        <>
          <TextInput
            size="xs"
            w={140}
            aria-label={t('Attribute that “{{column}}” becomes', of)}
            value={column.name}
            onChange={({ currentTarget }) => change({ ...column, name: currentTarget.value })}
          />
          <Select
            size="xs"
            w={130}
            aria-label={t('Type of “{{column}}”', of)}
            data={types.map((value) => ({ value, label: t(`type: ${value}`) }))}
            value={column.type ?? 'text'}
            onChange={(type) => change({ ...column, type: (type ?? 'text') as Type })}
            allowDeselect={false}
          />
        </>
      )}
    </div>
  );
}
