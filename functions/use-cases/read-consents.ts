// The consent ledger of a person, the newest line first: their own, and those of contacts that turned out to be them.

import type { ConsentRecord } from '../../workflows/model/consent-record.ts';
import { pastOf } from '../../workflows/model/contact.ts';
import type { ListRequest } from '../listing.ts';
import type { ConsentLedger, ConsentPlace, Hash } from '../ports.ts';
import type { Person } from './past-rows.ts';

export async function readConsents(
  ledger: Pick<ConsentLedger, 'list'>,
  person: Person,
  request: ListRequest<ConsentPlace>,
): Promise<ConsentRecord[]> {
  const portions = await Promise.all(pastOf(person).map((id) => ledger.list(id, request)));
  return portions.flat().sort(newestFirst).slice(0, request.limit);
}

/** All of them: a person has dozens, not thousands. */
export async function allConsents(
  ledger: Pick<ConsentLedger, 'list'>,
  person: Person,
): Promise<ConsentRecord[]> {
  const records: ConsentRecord[] = [];
  for (let after: ConsentPlace | undefined; ; ) {
    const found = await readConsents(ledger, person, { limit: portion, after });
    records.push(...found);
    after = found.at(-1);
    if (found.length < portion) return records;
  }
}

const portion = 200;

/** As the lines of one contact lie; an id stands once. */
const newestFirst = (one: ConsentPlace, other: ConsentPlace): number =>
  other.recorded_at - one.recorded_at || (one.id < other.id ? 1 : -1);

/** As it leaves us: which lines are about one address is told, and nobody finds which one by guessing. */
export const toldOf = (
  { address_hash: of, ...line }: ConsentRecord,
  salted: Hash,
): ConsentRecord => ({ ...line, ...(of !== undefined && { address_hash: salted(of) }) });
