// The least that has to change in a text, so that the caret and what is marked stay where they are.

interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What turns one text into the other, and leaves alone what both begin and end with. Undefined where nothing differs. */
export function changeTo(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
