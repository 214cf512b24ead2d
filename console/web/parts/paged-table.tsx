// A list that the API gives in portions, as a table: what is read so far, and a button that reads on.
import { Paper, Skeleton, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Paged } from '../api/paged.ts';
import { Failure } from './failure.tsx';
import { ShowMore } from './show-more.tsx';

export interface Column<Row> {
  readonly label: string;
  readonly show: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly isNumber?: boolean;
}

interface PagedTableParts<Row> {
  /** What the table lists, for those who cannot see it. */
  readonly label: string;
  readonly paged: Paged<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What stands there when there is nothing. */
  readonly empty: ReactNode;
}

export function PagedTable<Row>({ label, paged, columns, keyOf, empty }: PagedTableParts<Row>) {
  if (paged.isPending) return <Waiting />;
  if (paged.error) return <Failure error={paged.error} again={paged.again} />;
  if (paged.rows.length === 0) return empty;
  return (
    <Stack gap="md">
      <Paper withBorder radius="lg" style={{ overflow: 'hidden' }}>
        <Rows label={label} rows={paged.rows} columns={columns} keyOf={keyOf} />
      </Paper>
      <ShowMore paged={paged} />
    </Stack>
  );
}

interface RowsParts<Row> extends Pick<PagedTableParts<Row>, 'label' | 'columns' | 'keyOf'> {
  readonly rows: readonly Row[];
}

/**
 * The table alone, of rows that are all here. On a phone each row stands by itself, each value behind its name; the roles are
 * said, since what is not laid out as a table is none to a screen reader.
 */
export const Rows = <Row,>({ label, rows, columns, keyOf }: RowsParts<Row>) => (
  <Table.ScrollContainer
    minWidth={columns.length * 110}
    className="rows"
    type="native"
    tabIndex={0}
    aria-label={label}
  >
    <Table
      verticalSpacing="sm"
      horizontalSpacing="md"
      highlightOnHover
      aria-label={label}
      role="table"
    >
      <Table.Thead role="rowgroup">
        <Table.Tr role="row">
          {columns.map(({ label: name, isNumber }) => (
            <Table.Th key={name} role="columnheader" ta={isNumber ? 'end' : 'start'}>
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody role="rowgroup">
        {rows.map((row) => (
          <Table.Tr key={keyOf(row)} role="row">
            {columns.map(({ label: name, show, isNumber }) => (
              <Table.Td key={name} role="cell" ta={isNumber ? 'end' : 'start'} data-label={name}>
                <div className={isNumber ? undefined : 'words'}>{isolated(show(row))}</div>
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);

/** "10% off" reads from left to right also within a page that does not. */
const isolated = (shown: ReactNode): ReactNode =>
  typeof shown === 'string' ? <bdi>{shown}</bdi> : shown;

export const Waiting = ({ rows = 5 }: { readonly rows?: number }) => (
  <Stack gap="sm" aria-busy="true">
    {[...Array(rows).keys()].map((row) => (
      <Skeleton key={row} height={44} radius="md" />
    ))}
  </Stack>
);
