// What would come of rows: whom each is about, and what it would change, asked of the engine on the contacts as they are
// now. Rows about one contact see one another. Writes keys of strangers, but in a dry run, and nothing else.
import { isDeepStrictEqual } from 'node:util';
import { changesRefused } from '../../workflows/engine/apply-changes.ts';
import { draftOf } from '../../workflows/engine/draft.ts';
import { importInto, wishRefused } from '../../workflows/engine/import.ts';
import { type Contact, emailOf, newContact } from '../../workflows/model/contact.ts';
import type { Event } from '../../workflows/model/event.ts';
import type { Imported } from '../../workflows/model/imported.ts';
import type { Job } from '../../workflows/model/job.ts';
import type { Part, RowResult, SentRow } from '../import-ports.ts';
import { type Reading, type ReadRow, readRow } from '../imports/read-row.ts';
import type { ImportSettings } from '../imports/settings.ts';
import type { Identities } from '../ports.ts';
import type { Work } from './decision.ts';
import { mailboxKey } from './event-keys.ts';
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

export interface NumberedRow {
  readonly row: number;
  readonly sent: SentRow;
}

export const rowsOf = ({ first, rows }: Part): NumberedRow[] =>
  rows.map((sent, index) => ({ row: first + index, sent }));

/** In the order of the rows. */
export async function foresee(
  ports: ResolvePorts,
  job: Job,
  rows: readonly NumberedRow[],
): Promise<Foreseen[]> {
  const input = job.input as unknown as ImportInput;
  const reading: Reading = { settings: input, file: input.file.name, now: job.startedAt };
  const read = rows.map(({ row, sent }) => ({ row, said: readSent(reading, sent) }));
  const named = read.flatMap(({ row, said }) => ('changes' in said ? [{ row, said }] : []));
  const events = named.map(({ row, said }) => personOf(job, row, said));
  const { works, loaded } = await resolveContacts(reader(ports, input.dryRun), events);
  const known = new Map([...loaded].map(([id, { contact }]) => [id, contact]));
  const foreseen = new Map(
    named.map(({ row, said }, index) => {
      const work = works[index] as Work;
      return [row, foreseeOne({ job, known, row, said, work })] as const;
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
const reader = ({ contacts, identities, hash }: ResolvePorts, dryRun: boolean): ResolvePorts => ({
  contacts: { ...contacts, load: (ids) => contacts.load(ids, { consistent: true }) },
  identities: dryRun ? unbinding(identities) : identities,
  hash,
});

const unbinding = ({ find }: Identities): Identities => ({
  find,
  bind: async (_, contact) => contact,
  rebind: async () => {},
});

interface Asked {
  readonly job: Job;
  /** Contacts as they will be after the rows before this one. */
  readonly known: Map<string, Contact>;
  readonly row: number;
  readonly said: ReadRow;
  readonly work: Work;
}

function foreseeOne({ job, known, row, said, work }: Asked): Foreseen {
  const { contact: id, keys = [], conflicts = [], joins = [] } = work;
  const before = known.get(id) ?? newContact(id);
  const imported = importedOf(before, said);
  const rejected = refusal(before, imported, conflicts.length > 0);
  if (rejected !== undefined) return { result: { row, result: 'rejected', because: rejected } };
  const after = importInto({ now: job.startedAt }, draftOf(before), imported).contact;
  const isSame = isDeepStrictEqual(after, before) && keys.length + joins.length === 0;
  const result = isNew(before) ? 'created' : isSame ? 'unchanged' : 'updated';
  known.set(id, { ...after, revision: Math.max(1, after.revision) });
  const told = { row, result, contact: id, ...becauseOf(before, said) } as const;
  if (result === 'unchanged') return { result: told };
  const by = `import/${job.id}`;
  const cause = {
    kind: 'import',
    id: `${by}/${row}`,
    at: job.startedAt,
    row: imported,
    by,
  } as const;
  return { result: told, work: { ...work, cause } };
}

const isNew = ({ revision }: Contact): boolean => revision === 0;

/** An address that is the same but for its case is no other address. */
function importedOf(before: Contact, { email, changes, wish, dead }: ReadRow): Imported {
  const known = emailOf(before);
  const isKnown = email === undefined || (known && mailboxKey(known) === mailboxKey(email));
  const set = isKnown ? changes.set : { ...changes.set, email };
  return {
    changes: { ...changes, ...(set && { set }) },
    ...(wish && { wish }),
    ...(dead && { dead }),
  };
}

function refusal(before: Contact, { changes }: Imported, isOthers: boolean): string | undefined {
  if (isOthers) return 'its address or id belongs to another contact, with another id';
  return changesRefused(before, changes);
}

function becauseOf({ consent }: Contact, { wish, notes }: ReadRow): Pick<RowResult, 'because'> {
  const kept = wish && consent?.status !== wish.status && wishRefused(consent, wish);
  const all = [...notes, ...(kept ? [kept] : [])];
  return all.length > 0 ? { because: all.join('; ').slice(0, 500) } : {};
}
