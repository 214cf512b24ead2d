// One row of the growth tables: what an event took, as medians, and how that compares with the first row.
import { median, type Spent } from './site.ts';

export interface Row {
  readonly what: string;
  readonly own: number;
  readonly read: number;
  readonly write: number;
  /** The first event of a new container, which reads the book of what is live. */
  readonly cold?: Spent;
}

export const rowOf = (
  what: string,
  spent: readonly Spent[],
  more: Pick<Row, 'cold'> = {},
): Row => ({
  what,
  own: median(spent.map(({ own }) => own)),
  read: mean(spent.map(({ read }) => read)),
  write: mean(spent.map(({ write }) => write)),
  ...more,
});

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Cells of a table, for Markdown. */
export const cellsOf = (rows: readonly Row[]): string[][] =>
  rows.map(({ what, own, read, write, cold }) => [
    what,
    own.toFixed(2),
    read.toFixed(2),
    write.toFixed(2),
    `${(own / (rows[0]?.own ?? own)).toFixed(2)}×`,
    cold ? `${cold.own.toFixed(0)} ms, ${cold.read.toFixed(0)} RU` : '',
  ]);
