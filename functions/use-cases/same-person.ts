// Whether two contacts may be taken for one person because one event carries keys of both. Merging cannot be undone,
// so a weaker key never outweighs what a stronger one says.

/**
 * `by` is the key that leads to the other contact. Two users are two people, whatever they share; and a device alone
 * tells nothing of two people who have given different addresses.
 */
export function mayBeOne(by: string, mine: readonly string[], theirs: readonly string[]): boolean {
  const differ = (kind: string) => names(mine, kind) && names(theirs, kind);
  return !differ('user:') && !(by.startsWith('anonymous:') && differ('email:'));
}

/**
 * The greater of two is frozen for no other. Whoever is frozen therefore never has a user, unless somebody said that two
 * are one, so that it can be taken in whoever the survivor becomes meanwhile.
 */
export const rankOf = (keys: readonly string[]): number =>
  names(keys, 'user:') ? 2 : Number(names(keys, 'email:'));

const names = (keys: readonly string[], kind: string): boolean =>
  keys.some((key) => key.startsWith(kind));

/** A user whom a contact does not know, while it knows another. */
export const isStranger = (key: string, known: readonly string[]): boolean =>
  key.startsWith('user:') && !known.includes(key) && names(known, 'user:');
