// What a batch of work has come to, for reports and for the schema: gathered round by round, written down once.
import type { StoredContact } from '../ports.ts';
import type { Schema } from '../schema-ports.ts';
import type { Tallies } from '../tally-ports.ts';
import { nothingYet, seeCauses, seeChanges } from './arrivals.ts';
import type { Work } from './decision.ts';
import type { Known } from './follow.ts';
import { addUp, type Count, countsIn } from './tallies.ts';

export interface HarvestPorts {
  readonly tallies: Pick<Tallies, 'add'>;
  readonly schema: Pick<Schema, 'note'>;
}

export interface Harvest {
  readonly counted: Count[];
  readonly arrivals: ReturnType<typeof nothingYet>;
}

export const emptyHarvest = (): Harvest => ({ counted: [], arrivals: nothingYet() });

export function gather(harvest: Harvest, before: Known, saved: readonly StoredContact[]): void {
  harvest.counted.push(...countsIn(saved));
  seeChanges(harvest.arrivals, before, saved);
}

export async function bringIn(
  { tallies, schema }: HarvestPorts,
  { counted, arrivals }: Harvest,
  done: readonly Work[],
): Promise<void> {
  seeCauses(
    arrivals,
    done.map(({ cause }) => cause),
  );
  await Promise.all([tallies.add(addUp(counted)), schema.note(arrivals)]);
}
