// What came in just now, for those who look on: the newest single things of all sources or of one, with whom they are
// about. What belongs to somebody who was erased is not shown, whatever is still kept of it.
import { type Contact, wasErased } from '../../workflows/model/contact.ts';
import type { Contacts } from '../ports.ts';
import type { Arrival, LatestArrivals } from '../source-ports.ts';
import { loadLiving } from './follow.ts';
import { type ListSourcesPorts, namesOfSources } from './list-sources.ts';

interface LatestPorts extends ListSourcesPorts {
  readonly latestArrivals: LatestArrivals;
  readonly contacts: Pick<Contacts, 'load'>;
}

interface Wanted {
  readonly source?: string | undefined;
  readonly limit: number;
}

interface ShownArrival extends Arrival {
  readonly source: string;
  /** Absent where it is about nobody, or nobody who is kept. */
  readonly person?: Contact;
}

/** As many are watched at once. */
const mostSources = 100;

/** The newest first. Whoever asks is looking on: for a minute everything is kept at once. */
export async function readLatest(
  ports: LatestPorts,
  { source, limit }: Wanted,
): Promise<ShownArrival[]> {
  const isWanted = (name: string) => source === undefined || name === source;
  const names = await namesOfSources(ports, mostSources);
  await ports.latestArrivals.watch(names.filter(isWanted));
  const all = (await ports.latestArrivals.read())
    .filter((one) => isWanted(one.source))
    .toSorted((one, other) => other.at - one.at)
    .slice(0, limit);
  const ids = [...new Set(all.flatMap(({ contact }) => contact ?? []))];
  const people = await loadLiving(ports.contacts, ids, { consistent: false });
  return all.flatMap((one) => {
    const person = people.get(one.contact ?? '')?.contact;
    if (person === undefined) return [one];
    return wasErased(person, one.at) ? [] : [{ ...one, person }];
  });
}
