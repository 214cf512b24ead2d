// Keys made without a person to choose their names: the first free name is taken.
import type { Access, Key, KeyKind } from '../access-ports.ts';
import { Refused } from '../errors.ts';

const most = 1_000;

/** "administrator", then "administrator-2", … Answers the secret. */
export async function createUnderFreeName(
  access: Pick<Access, 'create'>,
  kind: KeyKind,
  name: string,
  given: Partial<Pick<Key, 'role'>> = {},
): Promise<string> {
  for (let count = 1; count <= most; count += 1) {
    const free = count === 1 ? name : `${name}-${count}`;
    const secret = await access.create(kind, free, given).catch(unlessTaken);
    if (secret !== undefined) return secret;
  }
  throw new Error(`No name is free beside ${name}`);
}

function unlessTaken(error: unknown): undefined {
  if (!(error instanceof Refused && error.status === 409)) throw error;
}
