// The clock of the edge: the only place where time is read. Everything inward is told.
export const now = (): number => Date.now();
