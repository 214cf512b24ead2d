// Things that have no name but their place in a list.

export const placed = <T>(all: readonly T[]) => all.map((one, index) => ({ one, index }));
