// Rows about people who were erased: no file brings anybody back. Whoever has come back by themselves is as others are,
// with the keys that they brought, and for what was begun after the erasure.
import { type Contact, wasErased } from '../../workflows/model/contact.ts';
import type { Instant } from '../../workflows/model/time.ts';
import type { ErasedKeys } from '../erasure-ports.ts';
import type { ReadRow, readRow } from '../imports/read-row.ts';
import { mailboxKey } from './event-keys.ts';
import { findContact, type ReadPorts } from './read-timeline.ts';

export interface RefusePorts extends Pick<ReadPorts, 'contacts' | 'identities'> {
  readonly erasedKeys: Pick<ErasedKeys, 'find'>;
}

interface SaidRow {
  readonly row: number;
  readonly said: ReturnType<typeof readRow>;
}

export async function withoutErased(
  ports: RefusePorts,
  read: readonly SaidRow[],
  begun: Instant,
): Promise<readonly SaidRow[]> {
  const keys = read.map(({ said }) => ('changes' in said ? keysOf(said) : []));
  const erased = [...(await ports.erasedKeys.find(keys.flat()))];
  const holders = await Promise.all(erased.map((key) => findContact(ports, key)));
  const gone = new Set(erased.filter((key, index) => !isBack(holders[index], key, begun)));
  const rejected = 'this person was erased on request, and is not brought back';
  return read.map(({ row, said }, index) =>
    keys[index]?.some((key) => gone.has(key)) ? { row, said: { rejected } } : { row, said },
  );
}

/** A key of before leads to the emptied contact for a while, and to whoever it has become; it is listed once it was brought. */
const isBack = (holder: Contact | undefined, key: string, begun: Instant): boolean =>
  holder?.identities.includes(key) === true && !wasErased(holder, begun);

const keysOf = ({ user, email }: ReadRow): string[] => [
  ...(user === undefined ? [] : [`user:${user}`]),
  ...(email === undefined ? [] : [mailboxKey(email)]),
];
