// Rows of text as aligned columns: the first to the left, the others to the right.

export function table(...rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((cells) => cells[at]?.length ?? 0)),
  );
  const align = (cell: string, at: number) =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart((widths[at] ?? 0) + 2);
  return rows.map((cells) => cells.map(align).join('')).join('\n');
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
export const hundredths = (value: number): string => value.toFixed(2);
/** Small amounts to the hundredth. */
export const amount = (value: number): string => (value < 10 ? hundredths(value) : whole(value));
