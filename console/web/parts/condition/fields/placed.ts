// Parts of a list with their places: conditions have no names of their own, and are told apart by where they stand.
export const placed = <T>(all: readonly T[]): readonly { one: T; index: number }[] =>
  all.map((one, index) => ({ one, index }));
