// Names with values as rows of two texts, and what the rows say.

export type Pair = readonly [name: string, text: string];

const shown = (value: unknown): string =>
  typeof value === 'string' && read(value) === value ? value : JSON.stringify(value);

/** A text is a text unless it is written as JSON is. */
function read(text: string): unknown {
  if (!/^(?:-?\d+(?:\.\d+)?|true|false|null|".*"|\[.*\]|\{.*\})$/s.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export const pairsOf = (value: unknown): Pair[] =>
  Object.entries((value ?? {}) as object).map(([name, one]) => [name, shown(one)]);

/** Rows without a name say nothing yet; of two with the same the later counts. */
export const saidBy = (pairs: readonly Pair[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    pairs.filter(([name]) => name.trim() !== '').map(([name, text]) => [name.trim(), read(text)]),
  );
