// A reading of everything the runtime counts, and what was added between two readings.
import type { FunctionStats } from '../../infra/local/function-host.ts';
import type { Snapshot } from '../../infra/local/meter.ts';
import type { Runtime } from '../../infra/local/runtime.ts';

export interface Reading {
  readonly meter: Snapshot;
  /** By the logical id of the function. */
  readonly functions: Readonly<Record<string, FunctionStats>>;
}

export const read = ({ meter, stats }: Runtime): Reading => ({
  meter: meter.snapshot(),
  functions: stats(),
});

export const added = (before: Reading, after: Reading): Reading =>
  difference(before, after) as unknown as Reading;

type Numbers = { readonly [name: string]: number | Numbers };

function difference(before: object | undefined, after: object): Numbers {
  const start = (before ?? {}) as Numbers;
  return Object.fromEntries(
    Object.entries(after as Numbers).map(([name, value]) => {
      const from = start[name];
      return [
        name,
        typeof value === 'number'
          ? value - Number(from ?? 0)
          : difference(from as Numbers | undefined, value),
      ];
    }),
  );
}
