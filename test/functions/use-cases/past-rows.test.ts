// The past of a person of two contacts, portion by portion, on a real table: each row once, in the order of time, also
// when a portion ends with a row of the other contact and the next is asked for with that whole row.
import { expect, test } from 'vitest';
import { createConsentLedger } from '../../../functions/adapters/consent-ledger.ts';
import { createTimeline } from '../../../functions/adapters/timeline.ts';
import type { TimelineRow } from '../../../functions/ports.ts';
import { listPast } from '../../../functions/use-cases/past-rows.ts';
import { allConsents } from '../../../functions/use-cases/read-consents.ts';
import type { ConsentRecord } from '../../../workflows/model/consent-record.ts';
import { monday, numbered } from '../../contracts/store/open.ts';
import { localStore } from '../../support/local-store.ts';

const person = { id: 'con_sara', merged: ['con_lead'] };
const either = (index: number) => (index % 2 === 0 ? 'con_sara' : 'con_lead');

test('rows of two contacts are read to their end', async () => {
  const { client, activity } = await localStore();
  const timeline = createTimeline(client, activity);
  const rows = numbered(
    9,
    (index): TimelineRow => ({
      ...{ contact: either(index), at: monday + index, kind: 'event', id: `evt_${index}` },
      ...{ about: {}, transitions: [] },
    }),
  );
  await timeline.put(rows);
  const read: TimelineRow[] = [];
  let portion = await listPast(timeline, person, 2);
  while (portion.length > 0) {
    read.push(...portion);
    portion = await listPast(timeline, person, 2, portion.at(-1));
  }
  expect(read).toEqual(rows.toReversed());
});

test('lines of two consent ledgers are read to their end', async () => {
  const { client, activity } = await localStore();
  const ledger = createConsentLedger(client, activity);
  const lines = numbered(
    401,
    (index) =>
      ({ contact: either(index), recorded_at: monday + index, id: `c_${index}` }) as ConsentRecord,
  );
  await ledger.add(lines);
  expect(await allConsents(ledger, person)).toEqual(lines.toReversed());
});
