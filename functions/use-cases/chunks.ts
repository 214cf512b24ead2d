// Cuts a list into pieces: of at most so many, or of at most so many and so large.
export function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

interface Bounds<T> {
  readonly count: number;
  readonly size: number;
  readonly sizeOf: (one: T) => number;
}

/** In order; what is larger than `size` makes a piece of its own. */
export function portions<T>(all: readonly T[], { count, size, sizeOf }: Bounds<T>): T[][] {
  const pieces: T[][] = [];
  let filled = 0;
  for (const one of all) {
    const added = sizeOf(one);
    const last = pieces.at(-1);
    if (last && last.length < count && filled + added <= size) {
      last.push(one);
      filled += added;
    } else {
      pieces.push([one]);
      filled = added;
    }
  }
  return pieces;
}
