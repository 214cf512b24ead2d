// Whoever was erased comes back by what they do or wish, and not because somebody types them in.
import type { ErasedKeys } from '../erasure-ports.ts';
import { Refused } from '../errors.ts';
import { findContact, type ReadPorts } from './read-timeline.ts';

/** Throws Refused(409) when the holder of one of these keys was erased, and has not come back since. */
export async function refuseErased(
  ports: ReadPorts & { readonly erasedKeys: Pick<ErasedKeys, 'find'> },
  keys: readonly string[],
): Promise<void> {
  for (const key of await ports.erasedKeys.find(keys)) {
    if (await findContact(ports, key)) continue;
    throw new Refused(409, 'This person was erased: only their own consent brings them back');
  }
}
