// What would come of rows: whom each is about, and what it would change, asked of the engine on the contacts as they are
// now. Rows about one contact see one another. Writes keys of strangers, but in a dry run, and nothing else.
import { isDeepStrictEqual } from 'node:util';
import { draftOf, type World } from '../../workflows/engine/draft.ts';
import { importInto, wishRefused } from '../../workflows/engine/import.ts';
import type { Cause } from '../../workflows/model/cause.ts';
import { type Contact, emailOf, newContact } from '../../workflows/model/contact.ts';
import type { Event } from '../../workflows/model/event.ts';
import type { Imported } from '../../workflows/model/imported.ts';
import type { Job } from '../../workflows/model/job.ts';
import type { Part, RowResult, SentRow } from '../import-ports.ts';
import { exceptAccount } from '../imports/own-export.ts';
import { type Reading, type ReadRow, readRow } from '../imports/read-row.ts';
import type { ImportSettings } from '../imports/settings.ts';
import type { Books, Identities } from '../ports.ts';
import type { Work } from './decision.ts';
import { mailboxKey } from './event-keys.ts';
import { type RefusePorts, withoutErased } from './refuse-erased-rows.ts';
import { type ResolvePorts, resolveContacts } from './resolve-contacts.ts';

export interface Foreseen {
  readonly result: RowResult;
  /** What would bring it about; absent when nothing would be changed. */
  readonly work?: Work;
}

/** What an import's job keeps as its input. */
export interface ImportInput extends ImportSettings {
  readonly file: { readonly name: string; readonly bytes: number };
}

interface NumberedRow {
  readonly row: number;
  readonly sent: SentRow;
}

export const rowsOf = ({ first, rows }: Part): NumberedRow[] =>
  rows.map((sent, index) => ({ row: first + index, sent }));

export interface ForeseePorts extends ResolvePorts, RefusePorts {
  readonly books: Books;
}

/** In the order of the rows. */
export async function foresee(
  ports: ForeseePorts,
  job: Job,
  rows: readonly NumberedRow[],
): Promise<Foreseen[]> {
  const input = job.input as unknown as ImportInput;
  const reading: Reading = { settings: input, file: input.file.name, now: job.startedAt };
  const read = await withoutErased(
    ports,
    rows.map(({ row, sent }) => ({ row, said: readSent(reading, sent) })),
    job.startedAt,
  );
  const named = read.flatMap(({ row, said }) => ('changes' in said ? [{ row, said }] : []));
  const events = named.map(({ row, said }) => personOf(job, row, said));
  const { works, loaded } = await resolveContacts(reader(ports, input.dryRun), events);
  const { attributes } = await ports.books.open();
  const world = { now: job.startedAt, ...(attributes && { attributes }) };
  const known = new Map([...loaded].map(([id, { contact }]) => [id, contact]));
  const foreseen = new Map(
    named.map(({ row, said }, index) => {
      const work = works[index] as Work;
      return [row, foreseeOne({ world, job, known, row, said, work })] as const;
    }),
  );
  return read.map(({ row, said }) => foreseen.get(row) ?? { result: toldOf(row, said) });
}

const readSent = (reading: Reading, sent: SentRow): ReturnType<typeof readRow> =>
  'because' in sent ? { rejected: sent.because } : readRow(reading, sent);

function toldOf(row: number, said: ReturnType<typeof readRow>): RowResult {
  if ('rejected' in said) return { row, result: 'rejected', because: said.rejected };
  return { row, result: 'unchanged', because: 'it is empty' };
}

const personOf = (job: Job, row: number, { user, email }: ReadRow): Event => ({
  id: `${job.id}/${row}`,
  type: 'identify',
  name: `Row ${row} of an import`,
  ...(user !== undefined && { user }),
  ...(email !== undefined && { email }),
  timestamp: job.startedAt,
  receivedAt: job.startedAt,
  source: `import/${job.id}`,
});

/** Nothing may be found unchanged on an old read; a dry run binds no key. */
const reader = (ports: ResolvePorts, dryRun: boolean): ResolvePorts => ({
  ...ports,
  contacts: { ...ports.contacts, load: (ids) => ports.contacts.load(ids, { consistent: true }) },
  identities: dryRun ? unbinding(ports.identities) : ports.identities,
});

const unbinding = ({ find }: Identities): Identities => ({
  find,
  bind: async (_, contact) => contact,
  rebind: async () => {},
});

interface Asked {
  readonly world: Pick<World, 'now' | 'attributes'>;
  readonly job: Job;
  /** Contacts as they will be after the rows before this one. */
  readonly known: Map<string, Contact>;
  readonly row: number;
  readonly said: ReadRow;
  readonly work: Work;
}

function foreseeOne({ world, job, known, row, work, ...asked }: Asked): Foreseen {
  const { contact: id, conflicts = [] } = work;
  const before = known.get(id) ?? newContact(id);
  const said = exceptAccount(before, asked.said);
  const imported = importedOf(before, said);
  const { contact: after, transitions } = importInto(world, draftOf(before), imported);
  const refused = transitions.flatMap((one) => (one.kind === 'attributes_refused' ? [one] : []));
  const rejected = conflicts.length > 0 ? belongsToAnother : refused.find(isWhole)?.because;
  if (rejected !== undefined) return { result: { row, result: 'rejected', because: rejected } };
  const result = resultOf(before, after, work);
  known.set(id, { ...after, identities: keysAfter(before, work), revision: 1 });
  const notes = refused.map(({ mistyped = [] }) => `${mistyped.join(', ')} ${misfit}`);
  const told = { row, result, contact: id, ...becauseOf(before, said, notes) };
  if (result === 'unchanged') return { result: told };
  const by = `import/${job.id}`;
  const cause: Cause = {
    ...{ kind: 'import', id: `${by}/${row}`, at: job.startedAt },
    ...{ row: imported, by },
  };
  return { result: told, work: { ...work, cause } };
}

function resultOf(before: Contact, after: Contact, work: Work): RowResult['result'] {
  if (before.revision === 0) return 'created';
  const isKnown =
    keysAfter(before, work).length === before.identities.length && !work.joins?.length;
  return isKnown && isDeepStrictEqual(after, before) ? 'unchanged' : 'updated';
}

/** An earlier row may have brought them. */
const keysAfter = ({ identities }: Contact, { keys = [] }: Work): readonly string[] => [
  ...new Set([...identities, ...keys]),
];

const belongsToAnother = 'its address belongs to another contact, who has another id';

/** Without room nothing of a row is taken; of a value of another type only that is left out. */
const isWhole = ({ mistyped }: { readonly mistyped?: unknown }): boolean => mistyped === undefined;

/** Which value it was is not told: results are kept for longer than people may be. */
const misfit = 'is not of its declared type, left out';

/** An address that is the same but for its case is no other address. */
function importedOf(before: Contact, { email, changes, wish, dead, left }: ReadRow): Imported {
  const known = emailOf(before);
  const isKnown = email === undefined || (known && mailboxKey(known) === mailboxKey(email));
  const set = isKnown ? changes.set : { ...changes.set, email };
  return {
    changes: { ...changes, ...(set && { set }) },
    ...(wish && { wish }),
    ...(dead && { dead }),
    ...(left && { left }),
  };
}

function becauseOf(
  before: Contact,
  { wish, notes }: ReadRow,
  refused: readonly string[],
): Pick<RowResult, 'because'> {
  const kept = wish && before.consent?.status !== wish.status && wishRefused(before, wish);
  const all = [...notes, ...refused, ...(kept ? [kept] : [])];
  return all.length > 0 ? { because: all.join('; ').slice(0, 500).toWellFormed() } : {};
}
