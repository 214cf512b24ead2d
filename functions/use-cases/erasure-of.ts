// The erasure of a contact that is gone, found by the tombstone that it left.
import type { Erasure } from '../erasure-ports.ts';
import { type ErasePorts, erasureId } from './erase.ts';

type Asked = Pick<ErasePorts, 'contacts' | 'erasures' | 'hash'>;

/** Undefined unless the contact of that id was erased. One that was merged before leads to nobody. */
export async function erasureOf(ports: Asked, id: string): Promise<Erasure | undefined> {
  const found = (await ports.contacts.load([id], { consistent: true })).get(id)?.contact;
  if (found?.erasedAt === undefined) return undefined;
  return (await ports.erasures.get(erasureId(ports, id, found.erasedAt)))?.value;
}
